import type { Icon } from '@tabler/icons-react';
import {
  IconCircle,
  IconCircleCheck,
  IconCircleDashedCheck,
  IconCircleHalf2,
  IconCircleX,
  IconClockExclamation,
  IconClockX,
  IconMessage2,
} from './icons.ts';

/** What may wear a chip or a status colour; nothing else does. */
export type Status =
  | 'approved'
  | 'remarks'
  | 'rejected'
  | 'waiting'
  | 'overdue'
  | 'lapsed'
  | 'autoVisa'
  | 'kept';

const LOOK: Record<Status, { icon: Icon; tone: string }> = {
  approved: { icon: IconCircleCheck, tone: 'approved' },
  remarks: { icon: IconMessage2, tone: 'remarks' },
  rejected: { icon: IconCircleX, tone: 'rejected' },
  waiting: { icon: IconCircle, tone: 'waiting' },
  overdue: { icon: IconClockExclamation, tone: 'overdue' },
  lapsed: { icon: IconClockX, tone: 'lapsed' },
  autoVisa: { icon: IconCircleDashedCheck, tone: 'auto' },
  kept: { icon: IconCircleHalf2, tone: 'waiting' },
};

/** The icon of a status in its colour; the word always stands beside it, so it is silent to a screen reader. */
export function StatusIcon({ status }: { status: Status }) {
  const { icon: Shape, tone } = LOOK[status];
  return <Shape className={`ic status--${tone}`} aria-hidden="true" />;
}

/** A status as a chip: icon and word. An ordinary term is plain text, never a chip. */
export function Chip({ status, children }: { status: Status; children: React.ReactNode }) {
  const { icon: Shape, tone } = LOOK[status];
  return (
    <span className={`chip chip--${tone}`}>
      <Shape className="ic" aria-hidden="true" />
      {children}
    </span>
  );
}
