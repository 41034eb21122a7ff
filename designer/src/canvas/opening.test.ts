import { describe, expect, it } from 'vitest';
import { openingView, wholeIn } from './opening.ts';

const room = { width: 1000, height: 600 };

describe('A drawing opens', () => {
  it('whole and at its own size when it is small', () => {
    expect(openingView({ x: 0, y: 0, width: 400, height: 200 }, null, room)).toEqual({
      x: 300,
      y: 200,
      zoom: 1,
    });
  });

  it('whole while its names can be read', () => {
    const bounds = { x: 0, y: 0, width: 1700, height: 300 };
    const view = openingView(bounds, { x: 0, y: 100, width: 100, height: 40 }, room);
    expect(view).toEqual(wholeIn(bounds, room));
    expect(view.zoom).toBeGreaterThan(0.5);
  });

  it('at half its size around its beginning when it is larger, with no empty sheet before the beginning', () => {
    const bounds = { x: -100, y: 0, width: 4000, height: 3000 };
    const start = { x: -100, y: 1480, width: 200, height: 40 };
    // The beginning lies at the left edge, 16 pixels in; its middle, at 1,500, is in the middle of 600 pixels.
    expect(openingView(bounds, start, room)).toEqual({ x: 66, y: -450, zoom: 0.5 });
  });

  it('in the middle of the axis along which it fits', () => {
    const bounds = { x: 0, y: 0, width: 4000, height: 200 };
    const start = { x: 3900, y: 80, width: 100, height: 40 };
    // A beginning at the right end shows the right end: 4,000 at half size end 16 pixels before the edge.
    expect(openingView(bounds, start, room)).toEqual({ x: -1016, y: 250, zoom: 0.5 });
  });
});

describe('The whole drawing', () => {
  it('is an empty sheet at its own size when nothing is drawn', () => {
    expect(wholeIn({ x: 0, y: 0, width: 0, height: 0 }, room)).toEqual({ x: 0, y: 0, zoom: 1 });
  });

  it('may be smaller than can be read', () => {
    expect(wholeIn({ x: 0, y: 0, width: 4000, height: 200 }, room).zoom).toBeLessThan(0.5);
  });
});
