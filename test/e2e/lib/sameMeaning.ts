import { edit, type Operation, type SettablePart } from '@reglament/editing';
import { meaningHash, type Regulation, type RuleNode, type Slug, type Stage } from '@reglament/regulation';

/** Maps of named parts that are renamed by an operation, which follows every mention. */
const settable = ['fields', 'participants', 'deadlines', 'legalTerms', 'registers', 'rules'] as const;

interface Titled {
  readonly title: { readonly ru: string };
}
type Ids = ReadonlyMap<Slug, Slug>;

/**
 * The drawn regulation under the ids of the shipped one: what bears the same Russian title there takes its id;
 * alternatives and transitions go by source, outcome and target, steps by their order. Nothing but ids changes, so that
 * what was drawn otherwise still differs. Parts that the shipped regulation has none of bear ids that begin with `drawn-`.
 * Pure.
 */
export function alignIds(drawn: Regulation, shipped: Regulation): Regulation {
  // First to ids that nothing bears, so that two parts may exchange theirs.
  let next: Regulation = { ...drawn, id: shipped.id };
  for (const id of Object.keys(drawn.stages))
    next = edited(next, { do: 'renameStage', id, to: `drawn-${id}` });
  for (const map of settable)
    for (const id of Object.keys(drawn[map])) next = edited(next, rename(map, id, `drawn-${id}`));

  for (const [id, to] of pairsByTitle(next.stages, next.stageOrder, shipped.stages))
    next = edited(next, { do: 'renameStage', id, to });
  for (const map of settable) {
    const order = map === 'fields' ? next.fieldOrder : Object.keys(next[map]);
    for (const [id, to] of pairsByTitle(next[map], order, shipped[map]))
      next = edited(next, rename(map, id, to));
  }
  return withTransitionIds(
    withBranchIds(withStageIds(withOptionIds(next, shipped), shipped), shipped),
    shipped,
  );
}

/** The parts of a regulation that mean something else in another one, each as both have it. Pure. */
export function differences(drawn: Regulation, shipped: Regulation): readonly string[] {
  const whole = meaningHash(shipped);
  const found: string[] = [];
  const compare = (at: string, put: object, mine: unknown, its: unknown) => {
    if (meaningHash({ ...shipped, ...put } as Regulation) !== whole)
      found.push(`${at}\n  drawn:   ${JSON.stringify(mine)}\n  shipped: ${JSON.stringify(its)}`);
  };
  for (const key of new Set([...Object.keys(shipped), ...Object.keys(drawn)])) {
    const [mine, its] = [drawn, shipped].map((one) => one[key as keyof Regulation]);
    if (!isMap(mine) || !isMap(its) || key === 'documentKind' || key === 'urgency') {
      compare(key, { [key]: mine }, mine, its);
      continue;
    }
    for (const id of new Set([...Object.keys(its), ...Object.keys(mine)])) {
      const { [id]: _, ...rest } = its;
      const changed = Object.hasOwn(mine, id) ? { ...rest, [id]: mine[id] } : rest;
      compare(`${key}/${id}`, { [key]: changed }, mine[id], its[id]);
    }
  }
  return found;
}

function rename(map: SettablePart, id: Slug, to: Slug): Operation {
  return { do: 'renamePart', map, id, to };
}

function edited(regulation: Regulation, operation: Operation): Regulation {
  const done = edit(regulation, operation);
  if (!done.ok) throw new Error(`${JSON.stringify(operation)}: ${done.code} ${JSON.stringify(done.params)}`);
  return done.next;
}

/** Which id of the first map becomes which of the second: by title, each once, in the given order. Pure. */
function pairsByTitle(
  mine: Readonly<Record<Slug, Titled>>,
  order: readonly Slug[],
  its: Readonly<Record<Slug, Titled>>,
): Ids {
  const free = new Set(Object.keys(its));
  const pairs = new Map<Slug, Slug>();
  for (const id of order) {
    const to = [...free].find((each) => its[each]?.title.ru === mine[id]?.title.ru);
    if (to === undefined) continue;
    free.delete(to);
    pairs.set(id, to);
  }
  return pairs;
}

const renamed = (ids: Ids, id: Slug): Slug => ids.get(id) ?? id;

function rekeyed<V>(map: Readonly<Record<Slug, V>>, ids: Ids): Readonly<Record<Slug, V>> {
  return Object.fromEntries(Object.entries(map).map(([id, value]) => [renamed(ids, id), value]));
}

/** Options of choices, in the card and in the rules that compare with them. */
function withOptionIds(regulation: Regulation, shipped: Regulation): Regulation {
  const ofField = new Map<string, Ids>();
  const fields = Object.fromEntries(
    Object.entries(regulation.fields).map(([id, field]) => {
      const { options, optionOrder = [] } = field;
      const its = shipped.fields[id]?.options;
      if (!options || !its) return [id, field];
      const ids = pairsByTitle(options, optionOrder, its);
      ofField.set(`card.${id}`, ids);
      const order = optionOrder.map((each) => renamed(ids, each));
      return [id, { ...field, options: rekeyed(options, ids), optionOrder: order }];
    }),
  );
  return withValues({ ...regulation, fields }, ofField);
}

/** Outcomes of tasks, where transitions and rules name them, and steps of approvals. */
function withStageIds(regulation: Regulation, shipped: Regulation): Regulation {
  const ofStage = new Map<string, Ids>();
  const change = (id: Slug, stage: Stage): Stage => {
    const its = shipped.stages[id];
    if (stage.kind === 'task' && its?.kind === 'task') {
      const { outcomes, outcomeOrder } = stage.settings;
      const ids = pairsByTitle(outcomes, outcomeOrder, its.settings.outcomes);
      ofStage.set(`stage.${id}.outcome`, ids);
      const order = outcomeOrder.map((each) => renamed(ids, each));
      return {
        ...stage,
        settings: { ...stage.settings, outcomes: rekeyed(outcomes, ids), outcomeOrder: order },
      };
    }
    if (stage.kind === 'approval' && its?.kind === 'approval') {
      const { steps, stepOrder } = stage.settings;
      const ids = new Map(stepOrder.map((each, index) => [each, its.settings.stepOrder[index] ?? each]));
      const order = stepOrder.map((each) => renamed(ids, each));
      return { ...stage, settings: { ...stage.settings, steps: rekeyed(steps, ids), stepOrder: order } };
    }
    return stage;
  };
  const stages = Object.fromEntries(
    Object.entries(regulation.stages).map(([id, stage]) => [id, change(id, stage)]),
  );
  const transitions = Object.fromEntries(
    Object.entries(regulation.transitions).map(([id, one]) => {
      const ids = ofStage.get(`stage.${one.from}.outcome`) ?? new Map();
      return [id, { ...one, outcome: renamed(ids, one.outcome) }];
    }),
  );
  return withValues({ ...regulation, stages, transitions }, ofStage);
}

/** Branches of blocks, and the stages that lie in them. */
function withBranchIds(regulation: Regulation, shipped: Regulation): Regulation {
  const ofBlock = new Map<Slug, Ids>();
  for (const [id, stage] of Object.entries(regulation.stages)) {
    const its = shipped.stages[id];
    if (stage.kind !== 'parallel' || its?.kind !== 'parallel') continue;
    const { branches, branchOrder } = stage.settings;
    ofBlock.set(id, pairsByTitle(branches, branchOrder, its.settings.branches));
  }
  const change = (id: Slug, stage: Stage): Stage => {
    const { parent } = stage;
    const ids = ofBlock.get(id);
    const put =
      stage.kind === 'parallel' && ids
        ? {
            ...stage,
            settings: {
              branches: rekeyed(stage.settings.branches, ids),
              branchOrder: stage.settings.branchOrder.map((each) => renamed(ids, each)),
            },
          }
        : stage;
    const around = parent && ofBlock.get(parent.block);
    return parent && around ? { ...put, parent: { ...parent, branch: renamed(around, parent.branch) } } : put;
  };
  const stages = Object.fromEntries(
    Object.entries(regulation.stages).map(([id, stage]) => [id, change(id, stage)]),
  );
  return { ...regulation, stages };
}

/** Transitions by source and outcome, their alternatives by target, those of one target in order. */
function withTransitionIds(regulation: Regulation, shipped: Regulation): Regulation {
  const transitions = Object.entries(regulation.transitions).map(([id, mine]) => {
    const found = Object.entries(shipped.transitions).find(
      ([, { from, outcome }]) => from === mine.from && outcome === mine.outcome,
    );
    if (!found) return [`drawn-${id}`, mine] as const;
    const [to, its] = found;
    const free = new Set(its.order);
    const ids = new Map<Slug, Slug>();
    for (const each of mine.order) {
      const pair = [...free].find((one) => its.alternatives[one]?.to === mine.alternatives[each]?.to);
      if (pair !== undefined) free.delete(pair);
      ids.set(each, pair ?? `drawn-${each}`);
    }
    const order = mine.order.map((each) => renamed(ids, each));
    return [to, { ...mine, alternatives: rekeyed(mine.alternatives, ids), order }] as const;
  });
  return { ...regulation, transitions: Object.fromEntries(transitions) };
}

/** Values that the tests of a fact compare with, under their new ids. */
function withValues(regulation: Regulation, ofFact: ReadonlyMap<string, Ids>): Regulation {
  const change = (node: RuleNode): RuleNode => {
    if ('all' in node) return { all: node.all.map(change) };
    if ('any' in node) return { any: node.any.map(change) };
    if ('not' in node) return { not: change(node.not) };
    const ids = ofFact.get(node.fact);
    const one = (value: unknown) => (ids && typeof value === 'string' ? renamed(ids, value) : value);
    return { ...node, value: Array.isArray(node.value) ? node.value.map(one) : one(node.value) } as RuleNode;
  };
  const rules = Object.fromEntries(
    Object.entries(regulation.rules).map(([id, rule]) => [id, { ...rule, when: change(rule.when) }]),
  );
  return { ...regulation, rules } as Regulation;
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
