import type { BusinessCalendar, Term } from '@reglament/calendar';
import type { Deadline } from '@reglament/regulation';
import type { PositionId } from '../model/directory.ts';
import type { TaskTerm } from '../model/instance.ts';
import { ruleHoldsNow } from '../route/evaluate.ts';
import type { Transaction } from '../transaction.ts';

export interface RunningTerm {
  readonly term: TaskTerm;
  readonly dueAtMs: number;
  readonly calendar: BusinessCalendar;
}

/** The term of a task that reaches a desk now, by the performer's own working time; urgency shortens working days. */
export function startTerm(
  tx: Transaction,
  deadlineId: string,
  positions: readonly PositionId[],
): RunningTerm {
  const { term } = deadlineNamed(tx, deadlineId);
  const amount = term.unit === 'workingDays' ? hurried(tx, term.amount) : term.amount;
  return runTerm(tx, { deadline: deadlineId, amount, unit: term.unit }, tx.context.nowMs, positions);
}

/** The same term counted again from its start by the calendar as it is now. */
export function runTerm(
  tx: Transaction,
  { deadline, amount, unit }: Pick<TaskTerm, 'deadline' | 'amount' | 'unit'>,
  startedAtMs: number,
  positions: readonly PositionId[],
): RunningTerm {
  const calendar = tx.context.directory.calendarOf(positions);
  const due = calendar.due(startedAtMs, withShift(deadlineNamed(tx, deadline), amount));
  return {
    calendar,
    dueAtMs: due.atMs,
    term: {
      deadline,
      amount,
      unit,
      calendar: calendar.id,
      revision: calendar.revision,
      provisional: due.provisional,
      startedAtMs,
    },
  };
}

export function withShift({ term, shift }: Deadline, amount = term.amount): Term {
  return { amount, unit: term.unit, ...(shift === undefined ? {} : { shift }) };
}

export function deadlineNamed(tx: Transaction, id: string): Deadline {
  const deadline = tx.context.regulation.regulation.deadlines[id];
  if (deadline === undefined) throw new Error(`deadline ${id} is not in the regulation`);
  return deadline;
}

function hurried(tx: Transaction, amount: number): number {
  const { urgency } = tx.context.regulation.regulation;
  // The same day cannot be halved; zero of it would be written as minus zero, which no store takes.
  if (amount === 0 || urgency === undefined || !ruleHoldsNow(tx, urgency.rule)) return amount;
  // The small part is the error of binary fractions, not a reason to round a whole step up.
  return Math.ceil((amount * urgency.factor) / urgency.roundUpTo - 1e-9) * urgency.roundUpTo;
}
