import type { Command } from '../model/command.ts';
import type { Actor } from '../model/instance.ts';
import { sendEvent } from '../route/move.ts';
import { type Problem, problem } from '../stages/stage-reducer.ts';
import { inOrder, isSigned } from '../state.ts';
import type { Transaction } from '../transaction.ts';
import { endInstance } from '../visits/end-instance.ts';
import { personOf } from './people.ts';

type Withdraw = Extract<Command, { type: 'withdraw' }>;
type Annul = Extract<Command, { type: 'annul' }>;

/** The author takes the document back, until it is signed. */
export function withdraw(tx: Transaction, { by, reason }: Withdraw): Problem | null {
  if (!isAuthor(tx, by)) return problem('not-the-author');
  if (isSigned(tx.state)) return problem('already-signed');
  if (reason.trim() === '') return problem('text-required');
  stop(tx, 'withdrawn', by, reason);
  return null;
}

/** The author, until it is signed, or the signer at his signing, stops the document for good. */
export function annul(tx: Transaction, { by, reason }: Annul): Problem | null {
  const signs = inOrder(tx.state.tasks).some(
    (task) => task.kind === 'signing' && task.positions.includes(by.position),
  );
  if (!signs && !isAuthor(tx, by)) return problem('not-the-author');
  if (isSigned(tx.state)) return problem('already-signed');
  if (reason.trim() === '') return problem('text-required');
  stop(tx, 'annulled', by, reason);
  return null;
}

function stop(tx: Transaction, as: 'withdrawn' | 'annulled', by: Actor, reason: string): void {
  const words = tx.text(reason);
  sendEvent(tx, as === 'withdrawn' ? '$withdraw' : '$annul');
  endInstance(tx, { as, by, person: personOf(tx.context, by), reason: words });
}

function isAuthor(tx: Transaction, by: Actor): boolean {
  const { employee, position } = tx.state.initiator;
  return by.employee === employee || by.position === position;
}
