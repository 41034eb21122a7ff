import type { Regulation, Stage } from '@reglament/regulation';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, holds, meets } from '../geometry/box.ts';
import { block, regulationFrom, regulationOf, stage, way, withPositions } from '../testing/regulations.ts';
import { arrange } from './arrange.ts';
import { freePlace } from './free-place.ts';
import { homesOf } from './homes.ts';
import { laneAt } from './lane-at.ts';
import { place } from './placement.ts';

const inBlock = (branch: string, of = 'block') => ({ parent: { block: of, branch } });
const withBlock = regulationOf(
  {
    block: block('Рассмотрение', { one: 'units', two: 'money?' }, { position: { x: 344, y: 4 } }),
    units: stage('approval', 'Подразделения', { ...inBlock('one'), position: { x: 200, y: 0 } }),
    money: stage('registration', 'Финансы', { ...inBlock('two'), position: { x: 144, y: 10 } }),
  },
  { a: way('units', 'approved', '$end'), b: way('money', 'registered', '$end') },
);

describe('a placement', () => {
  it('puts a stage at its position, at the size of its kind', () => {
    const at = { position: { x: 64, y: 72 } };
    const { boxes } = place(
      regulationOf({
        a: stage('approval', 'Виза', at),
        s: stage('signing', 'Подпись', { position: { x: 64, y: 300 } }),
        c: stage('choice', 'Выбор', { position: { x: 400, y: 98 } }),
        e: stage('end', 'Акт принят', { position: { x: 500, y: 600 } }),
      }),
    );
    expect(boxes.get('a')).toEqual({ x: 64, y: 72, width: 184, height: 88 });
    expect(boxes.get('s')).toMatchObject({ width: 184, height: 94 });
    expect(boxes.get('c')).toMatchObject({ width: 36, height: 36 });
    expect(boxes.get('e')).toEqual({ x: 500, y: 600, width: 136, height: 32 });
  });

  it('makes a block as large as its lanes: a head, the height of each branch, room between the bars', () => {
    const { boxes, lanes, bars } = place(withBlock);
    // 28 head, 104 the first lane, 8 + 10 + 94 + 8 the second and 20 for the way past it.
    expect(boxes.get('block')).toEqual({ x: 344, y: 4, width: 496, height: 28 + 104 + 140 });
    expect(lanes.get('block')).toEqual([
      { branch: 'one', y: 32, height: 104, contentX: 392, contentY: 40 },
      { branch: 'two', y: 136, height: 140, contentX: 392, contentY: 144 },
    ]);
    expect(boxes.get('units')).toMatchObject({ x: 592, y: 40 });
    expect(boxes.get('money')).toMatchObject({ x: 536, y: 154 });
    expect(bars.get('block')!.fork).toMatchObject({ x: 360, width: 4 });
    expect(bars.get('block')!.join).toMatchObject({ x: 820, width: 4 });
  });

  it('keeps a stage of a branch inside its lane when its position is outside', () => {
    const stages: Record<string, Stage> = {
      ...withBlock.stages,
      units: { ...withBlock.stages['units']!, position: { x: -500, y: -80 } } as Stage,
    };
    expect(place({ ...withBlock, stages }).boxes.get('units')).toMatchObject({ x: 392, y: 40 });
  });

  it('puts the mark of the beginning above the first stage, left of it where that is taken', () => {
    const first = stage('approval', 'Виза', { position: { x: 64, y: 72 } });
    expect(place(regulationOf({ first }), { startTitle: 'Проект отправлен' }).start).toEqual({
      x: 64,
      y: 4,
      width: 184,
      height: 32,
    });
    const above = stage('task', 'Над ней', { position: { x: 64, y: -60 } });
    expect(place(regulationOf({ first, above })).start).toMatchObject({ x: -156, y: 100 });
  });

  it('puts a block into a branch of a block, and grows the outer one by it', () => {
    const nested = regulationOf({
      outer: block('Снаружи', { one: 'inner' }, { position: { x: 0, y: 0 } }),
      inner: block('Внутри', { one: 'deep' }, inBlock('one', 'outer')),
      deep: stage('task', 'Глубоко', inBlock('one', 'inner')),
    });
    const { boxes } = place(nested);
    expect(holds(boxes.get('inner')!, boxes.get('deep')!)).toBe(true);
    expect(holds(boxes.get('outer')!, boxes.get('inner')!)).toBe(true);
  });

  it('puts blocks that lie in each other at the root, and what lies in a block that is none', () => {
    const broken = regulationOf({
      a: block('А', { one: 'b' }, inBlock('one', 'b')),
      b: block('Б', { one: 'a' }, inBlock('one', 'a')),
      c: stage('task', 'В', inBlock('one', 'c')),
      d: stage('task', 'Г', inBlock('gone', 'a')),
    });
    const homes = homesOf(broken);
    expect(['a', 'b', 'c', 'd'].map((id) => homes.of(id))).toEqual(Array(4).fill(undefined));
    expect(place(broken).boxes.size).toBe(4);
  });

  it('puts one stage without a position beside the stage that leads to it', () => {
    const { boxes } = place(
      regulationOf(
        {
          a: stage('approval', 'А', { position: { x: 0, y: 0 } }),
          b: stage('approval', 'Б', { position: { x: 0, y: 400 } }),
          c: stage('approval', 'В'),
        },
        { t: way('b', 'approved', 'c') },
      ),
    );
    expect(boxes.get('c')).toMatchObject({ x: 296, y: 400 });
  });
});

describe('an arrangement', () => {
  it('reads the main way from left to right in rows of four, rework on the left, ends below', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const places = arrange(
      regulationOf(
        {
          ...Object.fromEntries(ids.map((id) => [id, stage('approval', id)])),
          rework: stage('task', 'Доработка', {
            settings: { ...(stage('task', '').settings as object), rework: true } as never,
          }),
          done: stage('end', 'Конец'),
        },
        {
          ...Object.fromEntries(
            ids.map((id, index) => [`${id}-yes`, way(id, 'approved', ids[index + 1] ?? 'done')]),
          ),
          ...Object.fromEntries(ids.map((id) => [`${id}-no`, way(id, 'refused', 'rework')])),
          back: way('rework', 'done', 'a'),
        },
      ),
    );
    const row = (id: string) => places.get(id)!.y;
    expect(ids.map((id) => places.get(id)!.x)).toEqual([312, 624, 936, 1248, 312]);
    expect(new Set(['a', 'b', 'c', 'd'].map(row)).size).toBe(1);
    expect(row('e')).toBeGreaterThan(row('d') + 88);
    expect(places.get('rework')!.x).toBe(0);
    expect(row('done')).toBeGreaterThan(row('e') + 88);
  });

  it('is written as the document has positions, so that it may be kept in it', () => {
    const places = arrange(withBlock);
    const kept = {
      ...withBlock,
      stages: Object.fromEntries(
        Object.entries(withBlock.stages).map(([id, one]) => [id, { ...one, position: places.get(id)! }]),
      ),
    } as Regulation;
    const bare = {
      ...withBlock,
      stages: Object.fromEntries(
        Object.entries(withBlock.stages).map(([id, { position: _, ...one }]) => [id, one]),
      ),
    } as Regulation;
    expect(place(kept)).toEqual(place(bare));
  });
});

describe('a free place', () => {
  const regulation = regulationOf({
    a: stage('approval', 'А', { position: { x: 0, y: 0 } }),
    b: stage('approval', 'Б', { position: { x: 296, y: 0 } }),
  });
  const placement = place(regulation);

  it('is beside the stage where there is room', () => {
    expect(freePlace(placement, placement.boxes.get('a')!, 'down')).toEqual({ x: 0, y: 160 });
    expect(freePlace(placement, placement.boxes.get('b')!, 'right')).toEqual({ x: 592, y: 0 });
  });

  it('goes around what stands there', () => {
    const at = freePlace(placement, placement.boxes.get('a')!, 'right');
    const box = { ...at, width: 184, height: 88 };
    for (const other of placement.boxes.values()) expect(meets(box, other, 24)).toBe(false);
  });

  it('may lie in the block that holds the stage', () => {
    const inside = place(withBlock);
    const at = freePlace(inside, inside.boxes.get('units')!, 'left');
    expect(at).toEqual({ x: 392, y: 152 });
  });
});

describe('the lane under a point', () => {
  const placement = place(withBlock);

  it('is that of the innermost block', () => {
    expect(laneAt(placement, { x: 600, y: 60 })).toMatchObject({ block: 'block', branch: 'one' });
    expect(laneAt(placement, { x: 600, y: 200 })).toMatchObject({ block: 'block', branch: 'two' });
  });

  it('is none on a head, outside, and for the block itself', () => {
    expect(laneAt(placement, { x: 600, y: 10 })).toBeNull();
    expect(laneAt(placement, { x: 0, y: 0 })).toBeNull();
    expect(laneAt(placement, { x: 600, y: 60 }, 'block')).toBeNull();
  });
});

const anyPicks = fc.array(fc.nat(997), { minLength: 1, maxLength: 60 });

describe('any regulation', () => {
  // Seen failing with stages whose parent is broken left out of homesOf.
  it('has a box for every stage, with and without positions', () => {
    fc.assert(
      fc.property(anyPicks, anyPicks, (picks, positions) => {
        const regulation = withPositions(regulationFrom(picks), positions);
        expect([...place(regulation).boxes.keys()].sort()).toEqual(Object.keys(regulation.stages).sort());
      }),
    );
  });

  // Seen failing with a row of the main way taken for one stage high, and with what is unreached put onto the ends.
  it('is arranged so that no two boxes of one level meet', () => {
    fc.assert(
      fc.property(anyPicks, (picks) => {
        const regulation = regulationFrom(picks);
        const { boxes, start } = place(regulation);
        const levels = Map.groupBy(boxes, ([id]) => JSON.stringify(homesOf(regulation).of(id) ?? null));
        for (const level of levels.values()) expect(meeting(level.map(([, box]) => box))).toEqual([]);
        const root = (levels.get('null') ?? []).map(([, box]) => box);
        if (start !== null) expect(meeting([...root, start])).toEqual([]);
      }),
    );
  });

  // Seen failing with lanes of one height whatever they hold.
  it('has every stage of a branch inside its lane', () => {
    fc.assert(
      fc.property(anyPicks, anyPicks, (picks, positions) => {
        const regulation = withPositions(regulationFrom(picks), positions);
        const { boxes, lanes } = place(regulation);
        for (const id of Object.keys(regulation.stages)) {
          const home = homesOf(regulation).of(id);
          if (home === undefined) continue;
          const block = boxes.get(home.block)!;
          const lane = lanes.get(home.block)!.find(({ branch }) => branch === home.branch)!;
          const area = { x: block.x, y: lane.y, width: block.width, height: lane.height };
          expect(holds(area, boxes.get(id)!)).toBe(true);
        }
      }),
    );
  });
});

function meeting(boxes: readonly Box[]): readonly (readonly [Box, Box])[] {
  return boxes.flatMap((a, i) => boxes.slice(i + 1).flatMap((b) => (meets(a, b) ? [[a, b] as const] : [])));
}
