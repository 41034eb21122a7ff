import type { TaskDetail } from '@reglament/api';
import { signWarnings } from '../../decision/signWarnings.tsx';

export type SignState =
  | { is: 'waiting' }
  | { is: 'signing' }
  | { is: 'signed' }
  | { is: 'refused'; error: unknown };

/** The outcome that signs, when the reader may sign this task now. Pure. */
export function signingOutcome(detail: Pick<TaskDetail, 'outcomes' | 'row'>): string | undefined {
  return detail.outcomes.find(
    ({ id, tone, signature }) =>
      tone === 'forward' &&
      signature &&
      detail.row.state === 'open' &&
      detail.row.abilities.decide.includes(id),
  )?.id;
}

/** What must be looked at before signing is put aside: an open remark, or a visa given on another version. Pure. */
export function needsLook(detail: Pick<TaskDetail, 'remarks' | 'visas'>): boolean {
  const { remarks, earlier } = signWarnings(detail);
  return remarks.length + earlier.length > 0;
}
