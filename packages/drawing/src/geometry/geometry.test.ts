import { stageKinds } from '@reglament/regulation';
import { describe, expect, it } from 'vitest';
import { outlinePoint } from './outline.ts';
import { arrowHead, midpoint, wire } from './polyline.ts';
import { silhouette } from './silhouette.ts';

describe('a silhouette', () => {
  it('differs for every kind, so that a kind is known without its colour', () => {
    const outlines = stageKinds.map((kind) => {
      const { outline, extra } = silhouette(kind, 184, 88);
      return `${outline} ${extra}`;
    });
    // A block and a task have the same outline: a block is known by its bars.
    expect(new Set(outlines).size).toBe(stageKinds.length - 1);
  });

  it('of an approval has its four corners cut, the same as the canvas of the look', () => {
    expect(silhouette('approval', 184, 88).outline).toBe('M15,0H169L184,15V73L169,88H15L0,73V15Z');
  });

  it('of a choice is a diamond between the middles of the sides', () => {
    expect(silhouette('choice', 36, 36).outline).toBe('M18,0L36,18L18,36L0,18Z');
  });

  it('of an end is a pill within a pill, of the start a single one', () => {
    expect(silhouette('end', 160, 32).extra).toContain('M16,3.5');
    expect(silhouette('start', 160, 32).extra).toBeUndefined();
  });

  it('shrinks its corners in the palette, where it is 26 high', () => {
    expect(silhouette('approval', 40, 26).outline).toMatch(/^M4\.43\d*,0H35\.56/);
  });
});

describe('the end of a line', () => {
  const box = { x: 100, y: 100, width: 184, height: 94 };

  it('touches the wave of a signing, which lies above the bottom of its box', () => {
    expect(outlinePoint('signing', box, 'bottom', 284).y).toBeCloseTo(194 - 9, 1);
    expect(outlinePoint('signing', box, 'bottom', 100).y).toBeCloseTo(194 - 5, 1);
    expect(outlinePoint('task', box, 'bottom', 150)).toEqual({ x: 150, y: 194 });
  });

  it('touches the tab of a registration on its left and the lower edge on its right', () => {
    expect(outlinePoint('registration', box, 'top', 110).y).toBe(100);
    expect(outlinePoint('registration', box, 'top', 250).y).toBe(108);
  });

  it('touches a round side, which is farthest in its middle', () => {
    expect(outlinePoint('wait', box, 'right', 147).x).toBe(284);
    expect(outlinePoint('wait', box, 'right', 120).x).toBeLessThan(284);
    expect(outlinePoint('acquaintance', box, 'left', 147).x).toBeCloseTo(100, 3);
    expect(outlinePoint('acquaintance', box, 'left', 120).x).toBeGreaterThan(100);
  });
});

describe('a line', () => {
  const corner = [
    { x: 0, y: 0 },
    { x: 100, y: 0 },
    { x: 100, y: 60 },
  ];

  it('turns on a round corner and stops before its tip', () => {
    expect(wire(corner)).toBe('M0,0L90,0Q100,0 100,10L100,54');
  });

  it('has a smaller corner where a part is short', () => {
    expect(wire([corner[0]!, { x: 8, y: 0 }, { x: 8, y: 60 }], 10, { tip: false })).toBe(
      'M0,0L4,0Q8,0 8,4L8,60',
    );
  });

  it('points where it leads', () => {
    expect(arrowHead(corner)).toBe('M100,60L104.5,51L95.5,51Z');
    expect(arrowHead([])).toBe('');
  });

  it('has its middle where half of the way is', () => {
    expect(midpoint(corner)).toEqual({ x: 80, y: 0 });
    expect(midpoint([])).toEqual({ x: 0, y: 0 });
  });
});
