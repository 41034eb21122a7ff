import { assign } from './commands/assign.ts';
import { decide } from './commands/decide.ts';
import { fireTimer } from './commands/fire-timer.ts';
import { handOver } from './commands/hand-over.ts';
import { refresh } from './commands/refresh.ts';
import { release, take } from './commands/share.ts';
import { start } from './commands/start.ts';
import { annul, withdraw } from './commands/stop.ts';
import { EngineError } from './errors.ts';
import type { Command } from './model/command.ts';
import type { Instance } from './model/instance.ts';
import type { StepContext, StepResult } from './model/step.ts';
import { settle } from './route/settle.ts';
import { type Problem, problem } from './stages/stage-reducer.ts';
import { Transaction } from './transaction.ts';

/**
 * Moves an instance by one command. Pure: all that changes is in the result, and a refused command changes nothing.
 *
 * @param instance - `null` only for `start`; it is never changed, and the result shares what stayed as it was
 * @returns the new state, the events whose fold it is, and what the commit writes beside them; or a refusal with its
 *   code. A timer that is gone, and a refresh that finds nothing changed, are `ok` with no events.
 * @throws EngineError when a contract is broken: a missing instance, another regulation, a route that does not rest
 */
export function step(instance: Instance | null, command: Command, context: StepContext): StepResult {
  if (instance === null && command.type !== 'start') {
    throw new EngineError('ENG_INSTANCE_MISSING', { command: command.type });
  }
  if (instance !== null && command.type === 'start') {
    throw new EngineError('ENG_INSTANCE_EXISTS', { instance: instance.id });
  }
  if (instance !== null && instance.regulation.hash !== context.regulation.hash) {
    throw new EngineError('ENG_OTHER_REGULATION', {
      asked: instance.regulation.hash,
      given: context.regulation.hash,
    });
  }
  if (instance?.status === 'ended') {
    const late = command.type === 'timer' || command.type === 'refresh';
    return late
      ? { ok: true, instance, events: [], effects: [] }
      : { ok: false, ...problem('instance-ended', { as: instance.ending?.as ?? 'completed' }) };
  }
  const tx = new Transaction(instance, context);
  const refused = obey(tx, command);
  if (refused !== null) return { ok: false, ...refused };
  settle(tx);
  return { ok: true, instance: tx.state, events: tx.events, effects: tx.effects };
}

function obey(tx: Transaction, command: Command): Problem | null {
  switch (command.type) {
    case 'start':
      return start(tx, command);
    case 'decide':
      return decide(tx, command);
    case 'take':
      return take(tx, command);
    case 'release':
      return release(tx, command);
    case 'handOver':
      return handOver(tx, command);
    case 'assign':
      return assign(tx, command);
    case 'withdraw':
      return withdraw(tx, command);
    case 'annul':
      return annul(tx, command);
    case 'timer':
      return fireTimer(tx, command);
    case 'refresh':
      return refresh(tx);
  }
}
