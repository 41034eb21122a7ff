import { describe, expect, it } from 'vitest';
import { laneNamePlace } from './laneName.ts';

const block = { x: 100, y: 50, width: 500, height: 300 };
const lane = { branch: 'legal', y: 78, height: 104, contentX: 148, contentY: 86 };

describe('The name of a lane', () => {
  it('is level, and as long as two fifths of the block', () => {
    expect(laneNamePlace(lane, block, [block])).toEqual({
      isUpright: false,
      style: { top: 30, left: 30, maxWidth: 170 },
    });
  });

  it('ends before the first stage at its height', () => {
    const stage = { x: 260, y: 86, width: 184, height: 88 };
    expect(laneNamePlace(lane, block, [block, stage]).style).toMatchObject({ maxWidth: 130 });
  });

  it('stands upright beside the bar when a stage begins there', () => {
    const stage = { x: 148, y: 86, width: 184, height: 88 };
    expect(laneNamePlace(lane, block, [block, stage])).toEqual({
      isUpright: true,
      style: { top: 32, left: 21, maxHeight: 96 },
    });
  });

  it('cares only for stages of its own lane and height', () => {
    const lower = { x: 148, y: 110, width: 36, height: 36 };
    const other = { x: 148, y: 190, width: 184, height: 88 };
    expect(laneNamePlace(lane, block, [lower, other]).isUpright).toBe(false);
  });
});
