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
  return outcomesOf(stage).map((outcome) => {
    const transition = Object.keys(regulation.transitions).find((key) => {
      const one = regulation.transitions[key];
      return one?.from === id && one.outcome === outcome.id;
    });
    return transition === undefined ? outcome : { ...outcome, transition };
  });
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
