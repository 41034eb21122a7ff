import { createI18n } from '@reglament/i18n';
import { branchesOf, type Regulation, stageOf } from '@reglament/regulation';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, grown, meets, type Point } from '../geometry/box.ts';
import { segmentsOf } from '../geometry/polyline.ts';
import { homesOf } from '../place/homes.ts';
import { type Placement, place } from '../place/placement.ts';
import { block, regulationFrom, regulationOf, stage, way, withPositions } from '../testing/regulations.ts';
import { shipped } from '../testing/shipped.ts';
import { type Edge, labelBox, pillBox } from './edge.ts';
import { route } from './route.ts';

const i18n = createI18n('ru');
const at = (x: number, y: number) => ({ position: { x, y } });

function draw(regulation: Regulation, placement = place(regulation)): readonly Edge[] {
  return route(regulation, placement, { i18n });
}

const byId = (edges: readonly Edge[], id: string): Edge => edges.find((edge) => edge.id === id)!;

describe('the line of a transition', () => {
  const row = regulationOf(
    {
      a: stage('approval', 'А', at(64, 72)),
      b: stage('approval', 'Б', at(376, 72)),
      c: stage('task', 'В', at(64, 264)),
    },
    { yes: way('a', 'approved', 'b'), no: way('a', 'refused', 'c') },
  );

  it('is straight between neighbours, with its outcome above it', () => {
    const edge = byId(draw(row), 'yes.a1');
    expect(edge).toMatchObject({
      kind: 'transition',
      transition: 'yes',
      alternative: 'a1',
      from: 'a',
      to: 'b',
      fromSide: 'right',
      toSide: 'left',
      tone: 'main',
      words: 'согласовано',
      isReturn: false,
      points: [
        { x: 248, y: 116 },
        { x: 376, y: 116 },
      ],
    });
    expect(edge.label).toMatchObject({ lines: ['согласовано'], y: 110, anchor: 'middle' });
  });

  it('of another outcome leaves below and is lighter', () => {
    expect(byId(draw(row), 'no.a1')).toMatchObject({
      fromSide: 'bottom',
      toSide: 'top',
      tone: 'other',
      words: 'отклонено',
    });
  });

  it('has no words where a stage can end in one way only', () => {
    const edges = draw(
      regulationOf(
        { a: stage('acquaintance', 'А', at(0, 72)), b: stage('end', 'Б', at(300, 100)) },
        { on: way('a', 'done', 'b') },
      ),
    );
    expect(byId(edges, 'on.a1').label).toBeUndefined();
  });

  it('goes around a stage that stands between', () => {
    const between = regulationOf(
      {
        a: stage('approval', 'А', at(0, 72)),
        x: stage('task', 'Х', at(300, 72)),
        b: stage('approval', 'Б', at(600, 72)),
      },
      { yes: way('a', 'approved', 'b') },
    );
    const { points } = byId(draw(between), 'yes.a1');
    const obstacle = grown(place(between).boxes.get('x')!, 8);
    expect(segmentsOf(points).some((part) => meets(part, obstacle))).toBe(false);
    expect(points.length).toBeGreaterThan(2);
  });

  it('that is opened by time alone is dotted', () => {
    const edges = draw(
      regulationOf({ a: stage('wait', 'А'), b: stage('task', 'Б') }, { on: way('a', 'elapsed', 'b') }),
    );
    expect(byId(edges, 'on.a1').tone).toBe('lapse');
  });

  it('to a stage that does not exist is short and says so', () => {
    const edge = byId(
      draw(regulationOf({ a: stage('task', 'А', at(0, 72)) }, { on: way('a', 'done', 'gone') })),
      'on.a1',
    );
    expect(edge).toMatchObject({ broken: true, to: 'gone' });
    expect(edge.points).toHaveLength(2);
  });

  it('is the same for two outcomes with one target, and says both', () => {
    const edges = draw(
      regulationOf(
        {
          a: stage('approval', 'А', at(0, 72)),
          b: stage('task', 'Б', at(312, 72)),
        },
        { yes: way('a', 'approved', 'b'), no: way('a', 'refused', 'b') },
      ),
    );
    expect(byId(edges, 'no.a1')).toMatchObject({ along: 'yes.a1', points: byId(edges, 'yes.a1').points });
    expect(byId(edges, 'yes.a1').words).toBe('согласовано, отклонено');
  });
});

describe('the alternatives of a choice', () => {
  const choice = regulationOf(
    {
      c: stage('choice', 'Какой', at(100, 100)),
      a: stage('approval', 'А', at(350, 74)),
      b: stage('approval', 'Б', at(350, 260)),
    },
    { t: way('c', 'chosen', 'a?', 'b') },
  );

  it('are numbered in the order in which they are tried; the last says «иначе»', () => {
    const edges = draw(choice);
    expect(
      edges.filter(({ kind }) => kind === 'transition').map(({ number, words }) => [number, words]),
    ).toEqual([
      [1, 'требует расходов'],
      [2, 'иначе'],
    ]);
  });

  it('have their numbers on the line, 15 pixels from where it begins', () => {
    const { points, numberAt } = byId(draw(choice), 't.a1');
    expect(numberAt).toEqual({ x: points[0]!.x + 15, y: points[0]!.y });
  });
});

describe('the lines of a block', () => {
  const regulation = regulationOf(
    {
      head: stage('approval', 'Виза', at(0, 72)),
      block: block('Рассмотрение', { one: 'units', two: 'money?' }, at(344, 4)),
      units: stage('approval', 'А', { parent: { block: 'block', branch: 'one' } }),
      money: stage('approval', 'Б', { parent: { block: 'block', branch: 'two' } }),
      law: stage('approval', 'В', at(0, 400)),
    },
    {
      in: way('head', 'approved', 'block'),
      u1: way('units', 'approved', '$end'),
      u2: way('units', 'refused', '$end'),
      m1: way('money', 'approved', '$end'),
      on: way('block', 'approved', 'law'),
    },
  );
  const placement = place(regulation);
  const edges = draw(regulation, placement);
  const { fork, join } = placement.bars.get('block')!;

  it('enter at the fork and leave from the join', () => {
    expect(byId(edges, 'in.a1').points.at(-1)!.x).toBe(fork.x);
    expect(byId(edges, 'on.a1').points[0]!.x).toBe(join.x + join.width);
  });

  it('lead from the fork into every branch, straight', () => {
    expect(byId(edges, 'block.one')).toMatchObject({ kind: 'branch', branch: 'one', to: 'units' });
    expect(byId(edges, 'block.one').points).toHaveLength(2);
    expect(byId(edges, 'block.one').points[0]!.x).toBe(fork.x + fork.width);
  });

  it('show a branch with a rule as a choice: into it, or past it', () => {
    expect(byId(edges, 'block.two')).toMatchObject({ number: 1, words: 'требует расходов' });
    const past = byId(edges, 'block.two.skip');
    expect(past).toMatchObject({ number: 2, words: 'иначе', tone: 'other', to: 'block' });
    expect(past.points.at(-1)!.x).toBe(join.x);
  });

  it('end at the join, both outcomes along one line', () => {
    expect(byId(edges, 'u1.a1')).toMatchObject({ kind: 'join', to: 'block', branch: 'one' });
    expect(byId(edges, 'u1.a1').points.at(-1)!.x).toBe(join.x);
    expect(byId(edges, 'u2.a1').along).toBe('u1.a1');
  });
});

describe('ways back to one stage', () => {
  const rows = regulationOf(
    {
      rework: stage('task', 'Доработка', {
        ...at(0, 264),
        settings: { ...(stage('task', '').settings as object), rework: true } as never,
      }),
      a: stage('approval', 'А', at(312, 72)),
      b: stage('approval', 'Б', at(624, 72)),
      c: stage('approval', 'В', at(936, 72)),
    },
    {
      ab: way('a', 'approved', 'b'),
      bc: way('b', 'approved', 'c'),
      a: way('a', 'refused', 'rework'),
      b: way('b', 'refused', 'rework'),
      c: way('c', 'refused', 'rework'),
    },
    'a',
  );

  it('run along one rail and end in one place', () => {
    const back = ['a', 'b', 'c'].map((id) => byId(draw(rows), `${id}.a1`));
    expect(new Set(back.map(({ points }) => JSON.stringify(points.at(-1)))).size).toBe(1);
    expect(back.every(({ stub, isReturn }) => stub === undefined && isReturn)).toBe(true);
  });

  it('become stubs with one pill between them where their lines would cross others', () => {
    // A wall of stages with lines between them stands around the rework.
    const walled = regulationOf(
      {
        ...rows.stages,
        w1: stage('task', '1', at(-250, 264)),
        w2: stage('task', '2', at(-250, 420)),
        w3: stage('task', '3', at(250, 420)),
        w4: stage('task', '4', at(250, 264)),
        w5: stage('task', '5', at(0, 120)),
      },
      {
        ...rows.transitions,
        w1: way('w1', 'done', 'w2'),
        w2: way('w2', 'done', 'w3'),
        w3: way('w3', 'done', 'w4'),
        w4: way('w4', 'done', 'w5'),
        w5: way('w5', 'done', 'w1'),
      },
      'a',
    );
    const stubs = draw(walled).flatMap(({ stub }) => stub ?? []);
    expect(stubs).toHaveLength(3);
    expect(stubs.map(({ out }) => out.text)).toEqual(['Доработка', 'Доработка', 'Доработка']);
    expect(stubs.map(({ into }) => into.drawn)).toEqual([true, false, false]);
    expect(stubs[0]!.into).toMatchObject({ text: 'из 3 этапов', count: 3 });
    expect(new Set(stubs.map(({ into }) => `${into.x} ${into.y}`)).size).toBe(1);
  });
});

/** The same with every stage of the root where it is drawn. */
function withPlaces(regulation: Regulation, { boxes }: Placement): Regulation {
  const stages = Object.entries(regulation.stages).map(([id, one]) => {
    const box = boxes.get(id)!;
    return [id, one.parent ? one : { ...one, position: { x: box.x, y: box.y } }];
  });
  return { ...regulation, stages: Object.fromEntries(stages) };
}

const isEqual = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

describe('a drawing after a change', () => {
  const regulation = shipped('municipal-contract');
  const before = place(regulation);
  const edges = draw(regulation, before);

  it('keeps every line when nothing moved', () => {
    const again = route(regulation, place(regulation), { i18n, previous: edges });
    expect(again.every((edge, index) => edge === edges[index])).toBe(true);
  });

  it('keeps the lines that the moved stage does not touch', () => {
    const done = regulation.stages['done']!;
    const moved = {
      ...regulation,
      stages: { ...regulation.stages, done: { ...done, ...at(1300, 900) } },
    } as Regulation;
    const after = route(moved, place(moved), { i18n, previous: edges });
    const fresh = after.filter((edge) => !edges.includes(edge)).map(({ id }) => id);
    expect(fresh).toEqual(['acquaintance-done.on']);
  });

  it('does not draw a line through a stage that was moved onto it', () => {
    const done = regulation.stages['done']!;
    // Onto the line between the first two stages.
    const moved = {
      ...regulation,
      stages: { ...regulation.stages, done: { ...done, ...at(250, 100) } },
    } as Regulation;
    const placement = place(moved);
    const after = route(moved, placement, { i18n, previous: edges });
    expect(
      throughBoxes(
        moved,
        placement,
        after.filter(({ from, to }) => from !== 'done' && to !== 'done'),
      ),
    ).toEqual([]);
  });

  // Seen failing while only what a stage was moved onto was laid anew: the way around its old place stayed.
  it('gives a line its own way again when what it went around is dragged away', () => {
    const stages = { a: stage('task', 'А', at(0, 0)), b: stage('task', 'Б', at(900, 0)) };
    const ways = { a1: way('a', 'done', 'b'), b1: way('b', 'done', 'a') };
    const inTheWay = regulationOf({ ...stages, c: stage('task', 'В', at(450, 0)) }, ways, 'a');
    const outOfIt = regulationOf({ ...stages, c: stage('task', 'В', at(450, 900)) }, ways, 'a');
    const around = draw(inTheWay);
    expect(byId(around, 'a1.a1').points.length).toBeGreaterThan(2);
    const dropped = route(outOfIt, place(outOfIt), { i18n, previous: around });
    expect(byId(dropped, 'a1.a1').points).toHaveLength(2);
    expect(dropped).toEqual(draw(outOfIt));
  });

  it('forgets the lines of a stage that was removed', () => {
    const { stages, transitions, stageOrder } = regulation;
    const without = {
      ...regulation,
      stages: Object.fromEntries(Object.entries(stages).filter(([id]) => id !== 'curator')),
      stageOrder: stageOrder.filter((id) => id !== 'curator'),
      transitions: Object.fromEntries(
        Object.entries(transitions).filter(
          ([, { from, alternatives }]) =>
            from !== 'curator' && Object.values(alternatives).every(({ to }) => to !== 'curator'),
        ),
      ),
    };
    // The rest stays where it was drawn.
    const drawn = withPlaces(without, before);
    expect(route(drawn, place(drawn), { i18n, previous: edges })).toEqual(draw(drawn));
  });

  // Seen failing with the lines beside those laid anew left as they were.
  it.each(['municipal-contract', 'municipal-act'])(
    'has after any stage of %s was dragged the lines that it has when it is opened anew',
    (id) => {
      const shippedOne = shipped(id);
      const start = withPlaces(shippedOne, place(shippedOne));
      let drawn = start;
      let lines = draw(drawn);
      const other: string[] = [];
      for (const moved of start.stageOrder) {
        for (const by of [at(0, 208), at(128, -40), at(-128, -168)]) {
          const { position = { x: 0, y: 0 } } = drawn.stages[moved]!;
          const to = at(position.x + by.position.x, position.y + by.position.y);
          drawn = {
            ...drawn,
            stages: { ...drawn.stages, [moved]: { ...drawn.stages[moved]!, ...to } },
          } as Regulation;
          lines = route(drawn, place(drawn), { i18n, previous: lines });
          const anew = draw(drawn);
          other.push(...lines.flatMap((line, index) => (isEqual(line, anew[index]) ? [] : [line.id])));
        }
      }
      // A line may keep an equally good way; the drawing as a whole does not drift.
      expect(other.length).toBeLessThanOrEqual(start.stageOrder.length / 2);
    },
  );

  it('says other words in another language anew', () => {
    const { label, ...edge } = byId(route(regulation, before, { previous: edges }), 'procurement-done.on');
    expect(label).toBeUndefined();
    expect(edge.words).toBe('');
  });
});

describe.each(['municipal-contract', 'municipal-act'])('the drawing of %s', (id) => {
  const regulation = shipped(id);
  const placement = place(regulation, { startTitle: i18n.t('drawing.start') });
  const edges = draw(regulation, placement);

  it('leads no line through a stage', () => {
    expect(throughBoxes(regulation, placement, edges)).toEqual([]);
  });

  it('crosses no lines', () => {
    expect(crossings(edges)).toEqual([]);
  });

  it('puts no label on a line, on a stage or on another label', () => {
    const lines = edges.flatMap(shownParts);
    const stages = [...placement.boxes].flatMap(([stageId, box]) =>
      placement.bars.has(stageId) ? [] : [box],
    );
    const labels = edges.flatMap((edge) =>
      edge.label === undefined ? [] : [{ id: edge.id, box: labelBox(edge.label) }],
    );
    const bad = labels.filter(
      ({ box }, index) =>
        [...lines, ...stages].some((other) => meets(grown(other, 0.1), box)) ||
        labels.some((other, place) => place !== index && meets(other.box, box)),
    );
    expect(bad).toEqual([]);
  });
});

const anyPicks = fc.array(fc.nat(997), { minLength: 1, maxLength: 60 });
const anyDrawing = fc.tuple(anyPicks, anyPicks).map(([picks, positions]) => {
  const regulation = withPositions(regulationFrom(picks), positions);
  const placement = place(regulation);
  return { regulation, placement, edges: draw(regulation, placement) };
});

describe('any drawing', () => {
  // Seen failing with outcomes of one target drawn only once, and with broken targets left out.
  it('has exactly one line for every alternative', () => {
    fc.assert(
      fc.property(anyDrawing, ({ regulation, edges }) => {
        const wanted = Object.entries(regulation.transitions).flatMap(([id, { from, order }]) =>
          stageOf(regulation, from) === undefined ? [] : order.map((alternative) => `${id}.${alternative}`),
        );
        const drawn = edges.flatMap(({ transition, alternative }) =>
          transition === undefined ? [] : [`${transition}.${alternative}`],
        );
        expect(drawn.toSorted()).toEqual(wanted.toSorted());
      }),
    );
  });

  // Seen failing with the line into a branch made for the first branch only.
  it('has a line into every branch, and past it where it has a rule', () => {
    fc.assert(
      fc.property(anyDrawing, ({ regulation, edges }) => {
        const wanted = Object.entries(regulation.stages).flatMap(([id, one]) =>
          branchesOf(one).flatMap(([branch, { when }]) => [
            `${id}.${branch}`,
            ...(when === undefined ? [] : [`${id}.${branch}.skip`]),
          ]),
        );
        const drawn = edges.filter(({ kind }) => kind === 'branch').map((edge) => edge.id);
        expect(drawn.toSorted()).toEqual(wanted.toSorted());
      }),
    );
  });

  // Seen failing with ends 32 pixels below their box, and with sides measured from the top of the box.
  it('has lines whose ends touch what they join', () => {
    fc.assert(
      fc.property(anyDrawing, ({ placement, edges }) => {
        for (const edge of edges) {
          expect(touches(placement, edge.from, edge.points[0]!), `${edge.id} from`).toBe(true);
          if (edge.broken !== true) {
            expect(touches(placement, edge.to, edge.points.at(-1)!), `${edge.id} to`).toBe(true);
          }
        }
      }),
    );
  });

  // Seen failing with a turn three pixels beside the line that it should join.
  it('has lines of level and upright parts only', () => {
    fc.assert(
      fc.property(anyDrawing, ({ edges }) => {
        for (const { points } of edges) {
          for (const part of segmentsOf(points)) expect(part.width === 0 || part.height === 0).toBe(true);
        }
      }),
    );
  });

  it('is made the same again from the same document', () => {
    fc.assert(
      fc.property(anyDrawing, ({ regulation, placement, edges }) => {
        expect(draw(regulation, placement)).toEqual(edges);
      }),
      { numRuns: 30 },
    );
  });
});

/** Whether a point lies on a box, or as deep in it as a bar or a round side does. */
function touches(placement: Placement, id: string, { x, y }: Point): boolean {
  const box = id === '$start' ? placement.start : placement.boxes.get(id);
  const bars = placement.bars.get(id);
  if (box === null || box === undefined) return false;
  // The wave of a signing dips below its box by less than a pixel.
  const outside = !meets(grown(box, 1), { x, y, width: 0, height: 0 });
  if (outside) return false;
  const away = Math.min(x - box.x, box.x + box.width - x, y - box.y, box.y + box.height - y);
  const onBar =
    bars !== undefined &&
    [bars.fork, bars.join].some((bar) => meets(grown(bar, 0.01), { x, y, width: 0, height: 0 }));
  return onBar || away <= 24;
}

function shownParts({ points, stub, along }: Edge): readonly Box[] {
  if (along !== undefined) return [];
  return stub === undefined
    ? segmentsOf(points)
    : [...segmentsOf(stub.out.points), ...segmentsOf(stub.into.points)];
}

function throughBoxes(
  regulation: Regulation,
  placement: Placement,
  edges: readonly Edge[],
): readonly (readonly [string, string])[] {
  const homes = homesOf(regulation);
  const inside = (id: string, outer: string): boolean => {
    for (let at: string | undefined = id; at !== undefined; at = homes.of(at)?.block)
      if (at === outer) return true;
    return false;
  };
  return edges.flatMap((edge) =>
    [...placement.boxes].flatMap(([id, box]) => {
      if (inside(edge.from, id) || inside(edge.to, id)) return [];
      const parts = [...shownParts(edge), ...(edge.stub === undefined ? [] : [pillBox(edge.stub.out)])];
      return parts.some((part) => meets(part, box)) ? [[edge.id, id] as const] : [];
    }),
  );
}

/** Pairs of lines of different targets that cross each other. */
function crossings(edges: readonly Edge[]): readonly string[] {
  return edges.flatMap((a, index) =>
    edges.slice(index + 1).flatMap((b) => {
      if (a.to === b.to && a.tone === b.tone) return [];
      const cross = shownParts(a).some((one) =>
        shownParts(b).some((other) => one.height !== other.height && meets(one, other)),
      );
      return cross ? [`${a.id} ${b.id}`] : [];
    }),
  );
}
