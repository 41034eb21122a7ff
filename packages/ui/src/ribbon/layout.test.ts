import { createI18n } from '@reglament/i18n';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BEAD, type Drawing, type Measure } from './drawing.ts';
import { at, daysOf, eveningPlan, person, planOf, stage } from './fixture.test-data.ts';
import { foldBeads } from './fold.ts';
import { layoutRibbon } from './layout.ts';
import type { Bead, RibbonModel } from './model.ts';
import type { PlanStage, RoutePlan } from './plan.ts';
import { placeOn, rulerOf } from './ruler.ts';
import { wordPlan } from './words.ts';

const i18n = createI18n('ru');
const measure: Measure = (words, font) => words.length * (font.includes('600') ? 8 : 7.4);
const draw = (plan: RoutePlan, width: number, down = false): Drawing =>
  layoutRibbon({ model: wordPlan(plan, i18n), days: plan.days, zone: plan.zone, width, down, measure });

test('time runs across where there is room, down on a phone and where it is asked for', () => {
  expect(draw(planOf(), 1100).down).toBe(false);
  expect(draw(planOf(), 360).down).toBe(true);
  expect(draw(planOf(), 1100, true).down).toBe(true);
  // 60 working days in 1,100 px would be 18 px a day; something happens in each week, so none is folded.
  const weekly = Array.from({ length: 12 }, (_, week) => {
    const from = new Date(Date.parse('2026-11-30') + week * 7 * 86_400_000).toISOString().slice(0, 10);
    return stage(`w${week}`, `${from}T09:00`, `${from}T18:00`);
  });
  expect(draw(planOf({ stages: weekly, days: daysOf('2026-11-24', '2027-02-20') }), 1100).down).toBe(true);
});

test('a moment stands in its day by the working hours, and outside them at the edge', () => {
  const model = wordPlan(planOf(), i18n);
  const cells = rulerOf(model, daysOf('2026-11-24', '2026-11-30'), 'Europe/Moscow').map((cell, i) => ({
    ...cell,
    a: i * 100,
    size: 100,
  }));
  expect(cells.map(({ kind }) => kind)).toEqual(['day', 'day', 'day', 'day', 'off', 'day']);
  const place = placeOn(cells, 'Europe/Moscow');
  expect(place(at('2026-11-25T13:30'))).toBe(150);
  expect(place(at('2026-11-25T23:00'))).toBe(200);
  expect(place(at('2026-11-28T12:00'))).toBe(400);
  expect(place(at('2026-12-30T12:00'))).toBe(600);
});

test('a long wait on which nothing happens is folded into one gap', () => {
  const plan = planOf({
    stages: [stage('party', '2026-11-25T12:00', '2026-12-25T18:00', { kind: 'task' })],
    days: daysOf('2026-11-24', '2026-12-26'),
    promisedMs: at('2026-12-25T18:00'),
    plannedMs: null,
  });
  const kinds = rulerOf(wordPlan(plan, i18n), plan.days, plan.zone).map(({ kind }) => kind);
  expect(kinds).toEqual(['day', 'day', 'fold', 'day', 'off']);
});

test('more than six people fold to the undecided, the rejections and +N', () => {
  const bead = (key: string, look: Bead['look']): Bead => ({
    key,
    inside: key,
    look,
    name: key,
    words: '',
    tip: [],
  });
  const nine = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((key) => bead(key, 'approved'));
  const folded = foldBeads([...nine, bead('x', 'rejected'), bead('y', 'waiting')], 20, 'visit');
  expect(folded.map(({ inside }) => inside)).toEqual(['+7', 'x', 'y']);
  expect(folded[0]?.tip).toHaveLength(7);
  expect(foldBeads(nine.slice(0, 6), 20, 'visit')).toHaveLength(6);
});

/** Stages one after another from 24 November on, some of them blocks, with long titles and several people. */
const plans = fc
  .record({
    now: fc.integer({ min: 0, max: 12 }),
    stages: fc.array(
      fc.record({
        days: fc.integer({ min: 0, max: 4 }),
        title: fc.constantFrom(
          'Виза',
          'Правовая и антикоррупционная экспертиза',
          'Согласование с учредителем',
          'Подписание',
        ),
        people: fc.integer({ min: 0, max: 9 }),
        branches: fc.constantFrom(0, 0, 0, 2, 3),
      }),
      { minLength: 1, maxLength: 12 },
    ),
  })
  .map(({ now, stages }) => build(now, stages));

function build(
  now: number,
  given: { days: number; title: string; people: number; branches: number }[],
): RoutePlan {
  const days = daysOf('2026-11-24', '2027-03-31');
  const open = days.filter(({ working }) => working);
  const stages: PlanStage[] = [];
  let day = 0;
  given.forEach(({ days: long, title, people, branches }, i) => {
    const from = open[day];
    const to = open[day + long];
    if (!from || !to) return;
    const state = day + long < now ? 'done' : day <= now ? 'now' : 'planned';
    const crowd = Array.from({ length: people }, (_, k) =>
      state === 'done'
        ? person(`Лицо${k} Имя Отчество`, { status: 'approved', atMs: from.startMs + k * 600_000 })
        : person(`Лицо${k} Имя Отчество`, { status: state === 'now' ? 'asked' : 'waiting' }),
    );
    const common = {
      state,
      startMs: from.startMs,
      endMs: to.endMs,
      dueMs: to.endMs,
      title: { ru: title, en: title },
    } as const;
    const base = stage(`s${i}`, '2026-11-24T09:00', '2026-11-24T18:00', common);
    stages.push({ ...base, kind: branches ? 'parallel' : 'approval', people: branches ? [] : crowd });
    for (let b = 0; b < branches; b++) {
      stages.push({
        ...base,
        stage: `s${i}b${b}`,
        visit: `s${i}b${b}#1`,
        block: `s${i}`,
        branch: `b${b}`,
        people: crowd,
      });
    }
    day += long + 1;
  });
  const last = stages.at(-1)?.endMs ?? 0;
  return planOf({
    stages,
    days: days.filter(({ startMs }) => startMs <= last + 3 * 86_400_000),
    nowMs: (open[now]?.startMs ?? 0) + 3_600_000,
    promisedMs: last,
    plannedMs: open[day > 4 ? 4 : 0]?.endMs ?? null,
    endMs: last,
  });
}

const meet = (p: readonly number[], q: readonly number[]) =>
  p[0]! < q[2]! - 0.5 && q[0]! < p[2]! - 0.5 && p[1]! < q[3]! - 0.5 && q[1]! < p[3]! - 0.5;

function meeting(boxes: readonly (readonly [name: string, ...box: number[]])[]): string[] {
  return boxes.flatMap(([name, ...p], i) =>
    boxes.slice(i + 1).flatMap(([other, ...q]) => (meet(p, q) ? [`${name} × ${other}`] : [])),
  );
}

// Seen red with `boxesOf` of a placed label left out of the search, and with `note.tall` left out of placeNotes.
test('no two labels meet, across or down, whatever the route', () => {
  fc.assert(
    fc.property(plans, fc.constantFrom(340, 440, 700, 1000, 1240), (plan, width) => {
      const drawing = draw(plan, width);
      const labels = drawing.labels.map(
        ({ key, cls, x, y, width: w, height }) => [`${key}${cls}`, x, y, x + w, y + height] as const,
      );
      expect(meeting(labels)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

// Seen red with `before + BEAD + 2` of placeBeads taken as `before + 2`.
test('no two people meet, whatever the route', () => {
  fc.assert(
    fc.property(plans, fc.constantFrom(340, 700, 1240), (plan, width) => {
      const half = BEAD / 2;
      const beads = draw(plan, width).beads.map(
        ({ bead, x, y }) => [bead.key, x - half, y - half, x + half, y + half] as const,
      );
      expect(meeting(beads)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('the same plan gives the same drawing, and the model it was made of stays as it was', () => {
  const model: RibbonModel = wordPlan(planOf(), i18n);
  const before = structuredClone(model);
  const given = { model, days: planOf().days, zone: 'Europe/Moscow', width: 1100, down: false, measure };
  expect(layoutRibbon(given)).toEqual(layoutRibbon(given));
  expect(model).toEqual(before);
});

const EVENING = [340, 440, 700, 860, 1000, 1240];

// Seen red with the ruler before a busy day got its room: thirteen people ran as far as 13 January.
test.each(EVENING)('thirteen stages of one evening stay in their day, %i px wide', (width) => {
  const drawing = draw(eveningPlan(), width);
  const place = ({ x, y }: { x: number; y: number }) => (drawing.down ? y : x);
  const texts = drawing.ground.flatMap((shape) => (shape.type === 'text' ? [shape] : []));
  const later = texts.find(({ words }) => words.startsWith('11')) ?? texts.at(-1)!;
  const past = drawing.beads.filter(({ bead }) => bead.look === 'approved' || bead.look === 'done');
  const now = drawing.down ? drawing.now!.y + 9 : drawing.now!.x;
  for (const bead of past) expect(place(bead)).toBeLessThan(now);
  expect(place(later)).toBeGreaterThan(now);
  const last = Math.max(...drawing.beads.map(place)) + BEAD / 2;
  expect(last).toBeLessThanOrEqual(drawing.down ? drawing.height : drawing.width);
});

test.each(EVENING)(
  'each of the thirteen stages is named, on the chart or by the bead of its day, %i px wide',
  (width) => {
    const { labels, beads } = draw(eveningPlan(), width);
    const said = [...labels.map(({ whole }) => whole), ...beads.flatMap(({ bead }) => bead.tip)].join('\n');
    const names =
      said.match(/Проверка закупки|Виза куратора|Редактирование|экспертиза|Доработка|подразделения/g) ?? [];
    expect(names.length).toBeGreaterThanOrEqual(13);
  },
);

test('a person stands beside the words of his stage, not a line above or below', () => {
  const { labels, beads } = draw(eveningPlan(), 340);
  for (const { bead, y } of beads) {
    const label = labels.find(({ key }) => bead.key.startsWith(`${key}/`));
    expect([bead.key, Math.abs(y - (label?.y ?? 0) - 16) < 8]).toEqual([bead.key, true]);
  }
});

test('a working day is never hatched as a day off; a long wait says its dates and its working days', () => {
  const plan = eveningPlan();
  const model = wordPlan(plan, i18n);
  const cells = rulerOf(model, plan.days, plan.zone);
  expect(cells.filter(({ kind, days }) => kind === 'off' && days.some(({ working }) => working))).toEqual([]);
  expect(Object.values(model.folds)).toEqual(['1–29 дек, 21 раб. день']);
  for (const width of EVENING) {
    const { ground, labels } = draw(plan, width);
    const words = [
      ...ground.flatMap((shape) => (shape.type === 'text' ? [shape.words] : [])),
      ...labels.map(({ name }) => name),
    ];
    expect(words).toContain('1–29 дек, 21 раб. день');
  }
});

test('the clock covers neither a month nor a date', () => {
  for (const nowMs of [at('2026-11-30T08:00'), at('2026-11-30T12:00'), at('2026-11-30T23:55')])
    for (const width of EVENING) {
      const { now, ground, down } = draw(eveningPlan({ nowMs }), width);
      if (!now) throw new Error('no clock');
      const half = measure(now.words, '600 12px') / 2 + 6;
      const tag = down
        ? (['clock', 0, now.y, 38, now.y + 18] as const)
        : (['clock', now.x - half, now.y, now.x + half, now.y + 18] as const);
      const said = ground.flatMap((shape) => {
        if (shape.type !== 'text') return [];
        const wide = measure(shape.words, '500 12px');
        const left = shape.x - (shape.anchor === 'middle' ? wide / 2 : shape.anchor === 'end' ? wide : 0);
        return [[shape.words, left, shape.y - 10, left + wide, shape.y + 2] as const];
      });
      expect(said.filter((text) => meet(text.slice(1) as number[], tag.slice(1) as number[]))).toEqual([]);
    }
});

// With a clock that stands, everything happens at one millisecond: the length of a visit is nothing.
test('stages that took no time at all stand in their order, before now, each beside its words', () => {
  const done = Array.from({ length: 7 }, (_, i) =>
    stage(`s${i}`, '2026-11-25T10:30', '2026-11-25T10:30', {
      state: 'done',
      people: [person(`Лицо${i} Имя Отчество`, { status: 'approved', atMs: at('2026-11-25T10:30') })],
    }),
  );
  const plan = planOf({ nowMs: at('2026-11-25T10:30'), stages: done, plannedMs: at('2026-12-04T18:00') });
  for (const width of EVENING) {
    const { beads, labels, now, down } = draw(plan, width);
    const places = beads.map(({ x, y }) => (down ? y : x));
    expect(places).toEqual(places.toSorted((p, q) => p - q));
    expect(places.at(-1)).toBeLessThan((down ? now!.y + 9 : now!.x) + 1);
    if (!down) continue;
    for (const { bead, y } of beads) {
      const label = labels.find(({ key }) => bead.key.startsWith(`${key}/`));
      expect([bead.key, Math.abs(y - (label?.y ?? 0) - 16) < 8]).toEqual([bead.key, true]);
    }
  }
});
