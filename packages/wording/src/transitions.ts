import {
  type Alternative,
  branchEnd,
  type Outcome,
  outcomesOf,
  type Regulation,
  type Slug,
  stageOf,
} from '@reglament/regulation';

/** An outcome with its alternatives in the order in which they are tried; none when it leads nowhere. */
export interface OutcomeWays {
  readonly outcome: Outcome;
  readonly alternatives: readonly Alternative[];
}

const indexes = new WeakMap<Regulation, ReadonlyMap<string, readonly Alternative[]>>();
const key = (stage: Slug, outcome: Slug) => `${stage}.${outcome}`;

function indexOf(regulation: Regulation): ReadonlyMap<string, readonly Alternative[]> {
  const known = indexes.get(regulation);
  if (known !== undefined) return known;
  const made = new Map<string, Alternative[]>();
  for (const { from, outcome, order, alternatives } of Object.values(regulation.transitions)) {
    const found = order.flatMap((id) => {
      const one = Object.hasOwn(alternatives, id) ? alternatives[id] : undefined;
      return one === undefined ? [] : [one];
    });
    made.set(key(from, outcome), [...(made.get(key(from, outcome)) ?? []), ...found]);
  }
  indexes.set(regulation, made);
  return made;
}

/** How a stage can end and where each outcome leads. Pure. */
export function outcomeWays(regulation: Regulation, id: Slug): readonly OutcomeWays[] {
  const stage = stageOf(regulation, id);
  if (stage === undefined) return [];
  return outcomesOf(stage).map((outcome) => ({
    outcome,
    alternatives: indexOf(regulation).get(key(id, outcome.id)) ?? [],
  }));
}

/** The stages a stage leads to, by its forward outcomes first, each once. Pure. */
export function targetsOf(regulation: Regulation, id: Slug): readonly Slug[] {
  const ways = outcomeWays(regulation, id);
  const forward = ways.filter(({ outcome }) => outcome.tone === 'forward');
  const others = ways.filter(({ outcome }) => outcome.tone !== 'forward');
  const targets = [...forward, ...others].flatMap(({ alternatives }) => alternatives.map(({ to }) => to));
  return [...new Set(targets)].filter((to) => to !== branchEnd);
}
