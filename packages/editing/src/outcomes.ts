import { type OutcomeTone, outcomesOf, type Slug, type Stage } from '@reglament/regulation';

/** Outcomes of a stage that count as a yes, in the order in which they are offered. Pure. */
export function forwardOutcomes(stage: Stage): readonly Slug[] {
  return outcomesWith(stage, 'forward');
}

export function outcomesWith(stage: Stage, tone: OutcomeTone): readonly Slug[] {
  return outcomesOf(stage)
    .filter((outcome) => outcome.tone === tone)
    .map((outcome) => outcome.id);
}
