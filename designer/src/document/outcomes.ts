import type { I18n } from '@reglament/i18n';
import {
  type Outcome,
  outcomesOf,
  type Regulation,
  type Slug,
  stageOf,
  type Text,
} from '@reglament/regulation';

export interface OutcomeState extends Outcome {
  /** The transition that leads from it, if any. */
  readonly transition?: Slug;
}

/** Outcomes of a stage in their order, each with the transition that leads from it. Pure. */
export function outcomesWithWays(regulation: Regulation, id: Slug): readonly OutcomeState[] {
  const stage = stageOf(regulation, id);
  if (!stage) return [];
  const ways = waysFrom(regulation.transitions).get(id);
  return outcomesOf(stage).map((outcome) => {
    const transition = ways?.get(outcome.id);
    return transition === undefined ? outcome : { ...outcome, transition };
  });
}

type Transitions = Regulation['transitions'];
type WaysFrom = ReadonlyMap<Slug, ReadonlyMap<Slug, Slug>>;
// A document that is open never changes in place: the next one has other transitions, or the same.
const found = new WeakMap<Transitions, WaysFrom>();

/** Transitions by stage and outcome; every node on the canvas asks. */
function waysFrom(transitions: Transitions): WaysFrom {
  const known = found.get(transitions);
  if (known) return known;
  const ways = new Map<Slug, Map<Slug, Slug>>();
  for (const [id, { from, outcome }] of Object.entries(transitions)) {
    const own = ways.get(from) ?? new Map<Slug, Slug>();
    if (!own.has(outcome)) own.set(outcome, id);
    ways.set(from, own);
  }
  found.set(transitions, ways);
  return ways;
}

/** What an outcome is called: its own title, else the kind's words. */
export function outcomeWords(outcome: Outcome, i18n: I18n, say: (text: Text) => string): string {
  if (outcome.title) return say(outcome.title);
  const said = `outcomes.said.${outcome.id}`;
  return i18n.has(said)
    ? i18n.t(said)
    : outcome.id === 'chosen'
      ? i18n.t('methodologist.chosen')
      : outcome.id;
}
