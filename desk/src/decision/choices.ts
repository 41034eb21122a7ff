import type { OutcomeRow, TaskDetail } from '@reglament/api';

/** One way to decide a task, as a button with its key. */
export interface Choice {
  /** the outcome's */
  id: string;
  outcome: OutcomeRow;
  /** approving with remarks: at least one is asked for */
  withRemarks: boolean;
  /** remarks may be written with this decision */
  remarks: boolean;
  /** needs nothing but the press */
  direct: boolean;
}

const ORDER = { forward: 0, return: 1, annul: 2 };

/**
 * How the reader may decide this task now, in the order of the keys 1, 2, 3: forward, back, annul.
 * A way forward that allows remarks is the way with remarks: it asks for one at least.
 * Pure.
 *
 * @param withCopy - the page also sends the working copy, so that a stage that edits needs no more than the press
 */
export function choicesOf(
  detail: Pick<TaskDetail, 'outcomes' | 'row' | 'form' | 'edits'>,
  withCopy = false,
): Choice[] {
  const may = detail.outcomes
    .filter(({ id }) => detail.row.abilities.decide.includes(id))
    .map((outcome, index) => ({ outcome, index }))
    .sort((a, b) => ORDER[a.outcome.tone] - ORDER[b.outcome.tone] || a.index - b.index)
    .map(({ outcome }) => outcome);
  return may.map((outcome) => {
    const forward = outcome.tone === 'forward';
    return {
      id: outcome.id,
      outcome,
      withRemarks: forward && outcome.remarksAllowed,
      remarks: outcome.remarksAllowed,
      direct:
        !outcome.textRequired &&
        !outcome.signature &&
        outcome.tone !== 'annul' &&
        !(forward && (detail.form.length > 0 || (detail.edits !== null && !withCopy))) &&
        !outcome.remarksAllowed,
    };
  });
}
