import { describe, expect, it } from 'vitest';
import { createMachine, initialTransition, transition } from 'xstate';
import { parseRegulation } from '../read/parse-regulation.ts';
import { sampleRegulation, text, way } from '../testing/sample-regulation.ts';
import { compile } from './compile.ts';
import type { MachineJson } from './machine-json.ts';

/** Stock `createMachine` with the one guard that looks the event's results up. */
function load(machine: MachineJson) {
  const config: unknown = JSON.parse(JSON.stringify(machine));
  return createMachine(
    config as Parameters<typeof createMachine>[0],
    {
      guards: {
        rule: ({ event }: { event: unknown }, params: unknown) =>
          (event as { results?: Record<string, boolean> }).results?.[(params as { name: string }).name] ===
          true,
      },
    } as Parameters<typeof createMachine>[1],
  );
}

type Event = string | { readonly type: string; readonly results: Record<string, boolean> };

function drive(machine: MachineJson, events: readonly Event[]) {
  const loaded = load(machine);
  let [snapshot] = initialTransition(loaded);
  for (const event of events) {
    const sent = typeof event === 'string' ? { type: event } : event;
    expect(snapshot.can(sent), `${sent.type} from ${JSON.stringify(snapshot.value)}`).toBe(true);
    [snapshot] = transition(loaded, snapshot, sent);
  }
  return snapshot;
}

const throughBlock: readonly Event[] = [
  'head.approved',
  'block.units.enter',
  'block.finance.skip',
  'block.publication.enter',
  'units.approved',
  'publish.done',
  'exposed.elapsed',
  'block.approved',
];

describe('compile', () => {
  const { machine, source } = compile(sampleRegulation);

  it('[C2] starts in the first stage, and the sample regulation is one that parses', () => {
    expect(parseRegulation(JSON.parse(JSON.stringify(sampleRegulation)))).toEqual({
      ok: true,
      regulation: sampleRegulation,
    });
    expect(drive(machine, []).value).toBe('head');
  });

  it('[C5] enters every branch through its rest state', () => {
    expect(drive(machine, ['head.approved']).value).toEqual({
      block: { units: '$when', finance: '$when', publication: '$when' },
    });
  });

  it('[C6] rests behind a block when every branch has ended, and leaves on the event of the block', () => {
    const rested = drive(machine, throughBlock.slice(0, -1));
    expect(rested.value).toBe('block$done');
    expect(drive(machine, throughBlock).value).toBe('by-price');
    expect(drive(machine, [...throughBlock.slice(0, -1), 'block.refused']).value).toBe('rework');
  });

  it('[C4] takes the first alternative whose rule holds and else the last', () => {
    const chosen = (results: Record<string, boolean>) =>
      drive(machine, [...throughBlock, { type: 'by-price.chosen', results }]).value;
    expect(chosen({ big: true })).toBe('curator');
    expect(chosen({ big: false })).toBe('sign');
    expect(chosen({})).toBe('sign');
  });

  it('[C7] ends in the end stage', () => {
    const end = drive(machine, [
      ...throughBlock,
      { type: 'by-price.chosen', results: {} },
      'sign.signed',
      'register.registered',
      'acquaint.done',
    ]);
    expect(end.value).toBe('completed');
    expect(end.status).toBe('done');
  });

  it('[C8] withdraws and annuls from any place, inside a block too', () => {
    expect(drive(machine, ['head.approved', '$withdraw']).value).toBe('$withdrawn');
    expect(drive(machine, ['head.approved', 'block.units.enter', '$annul']).value).toBe('$annulled');
  });

  it('[C9] maps each state back to the regulation', () => {
    expect(source['units']).toEqual({ stage: 'units', kind: 'approval' });
    expect(source['block.finance.$when']).toEqual({ block: 'block', branch: 'finance', rest: 'when' });
    expect(source['block.finance.$end']).toEqual({ block: 'block', branch: 'finance', rest: 'end' });
    expect(source['block.$done']).toEqual({ block: 'block', rest: 'done' });
    expect(source['$withdrawn']).toEqual({ rest: 'withdrawn' });
  });

  it('[C10] has no delays, actions, actors or immediate transitions, and its only guard is a rule', () => {
    const keys = new Set<string>();
    const guards = new Set<unknown>();
    JSON.stringify(machine, (key, value: unknown) => {
      keys.add(key);
      if (key === 'guard') guards.add((value as { type: unknown }).type);
      return value;
    });
    for (const key of ['after', 'entry', 'exit', 'actions', 'invoke', 'always'])
      expect(keys).not.toContain(key);
    expect([...guards]).toEqual(['rule']);
  });

  it('[C1] lets a stage bear the id of the regulation', () => {
    const stages = { ...sampleRegulation, id: 'head' };
    expect(drive(compile(stages).machine, []).value).toBe('head');
  });

  it('[C11] nests a block in a branch of a block', () => {
    const { stages, stageOrder, transitions } = sampleRegulation;
    const { finance } = stages;
    const nested = compile({
      ...sampleRegulation,
      stages: {
        ...stages,
        finance: { ...finance!, parent: { block: 'inner', branch: 'only' } },
        inner: {
          kind: 'parallel',
          title: text('Вложенный', 'Inner'),
          settings: {
            branches: { only: { title: text('Одна', 'Only'), first: 'finance' } },
            branchOrder: ['only'],
          },
          parent: { block: 'block', branch: 'units' },
        },
      },
      stageOrder: [...stageOrder, 'inner'],
      transitions: {
        ...transitions,
        'units-approved': way('units', 'approved', 'inner'),
        'inner-approved': way('inner', 'approved', '$end'),
        'inner-refused': way('inner', 'refused', '$end'),
      },
    });
    const inside = drive(nested.machine, [
      'head.approved',
      'block.units.enter',
      'units.approved',
      'inner.only.enter',
      'finance.approved',
    ]);
    expect(inside.value).toMatchObject({ block: { units: 'inner$done' } });
    const ended = drive(nested.machine, [
      'head.approved',
      'block.units.enter',
      'units.approved',
      'inner.only.enter',
      'finance.approved',
      'inner.refused',
    ]);
    expect(ended.value).toMatchObject({ block: { units: '$end' } });
  });
});
