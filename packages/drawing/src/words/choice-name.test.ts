import { describe, expect, it } from 'vitest';
import { choiceName } from './choice-name.ts';

const rhombus = { x: 100, y: 200, width: 36, height: 36 };

describe('The name of a choice', () => {
  it('stands above its rhombus, over its middle', () => {
    const { lines, box } = choiceName('Кто подписывает', rhombus);
    expect(lines).toEqual(['Кто подписывает']);
    // One line of fifteen pixels, three above the rhombus.
    expect(box).toMatchObject({ y: 182, height: 15 });
    expect(box.x + box.width / 2).toBe(118);
  });

  it('goes on in further lines when it is long, upwards', () => {
    const { lines, box } = choiceName('Нужно ли согласование с финансовым управлением', rhombus);
    expect(lines.length).toBeGreaterThan(1);
    expect(box.y + box.height).toBe(197);
    expect(box.width).toBeLessThanOrEqual(160);
  });
});
