import { describe, expect, it } from 'vitest';
import { align, type Box, distribute, type MoveStages, makeRoom } from './arrangement.ts';

const box = (id: string, x: number, y: number, width = 100, height = 40): Box => ({
  id,
  x,
  y,
  width,
  height,
});
const moved = ({ moves }: MoveStages) =>
  Object.fromEntries(moves.map(({ id, position }) => [id, [position?.x, position?.y]]));

describe('align', () => {
  const boxes = [box('a', 0, 0), box('b', 50, 100, 200), box('c', 30, 200)];

  it('moves boxes to the outermost edge or to the middle, and leaves what stands there', () => {
    expect(moved(align(boxes, 'left'))).toEqual({ b: [0, 100], c: [0, 200] });
    expect(moved(align(boxes, 'right'))).toEqual({ a: [150, 0], c: [150, 200] });
    expect(moved(align(boxes, 'center'))).toEqual({ a: [75, 0], b: [25, 100], c: [75, 200] });
    expect(moved(align(boxes, 'bottom'))).toEqual({ a: [0, 200], b: [50, 200] });
    expect(align([], 'top').moves).toEqual([]);
  });
});

describe('distribute', () => {
  it('makes the gaps equal between the outer two, whatever the sizes', () => {
    const boxes = [box('c', 500, 0), box('a', 0, 0), box('b', 120, 7, 200)];
    expect(moved(distribute(boxes, 'x'))).toEqual({ b: [200, 7] });
    expect(distribute(boxes.slice(1), 'x').moves).toEqual([]);
  });
});

describe('makeRoom', () => {
  it('moves all behind a line and nothing before it', () => {
    const positions = { a: { x: 0, y: 0 }, b: { x: 100, y: 5 }, c: { x: 300, y: 9 } };
    expect(moved(makeRoom(positions, { axis: 'x', from: 100, by: 60 }))).toEqual({
      b: [160, 5],
      c: [360, 9],
    });
  });
});
