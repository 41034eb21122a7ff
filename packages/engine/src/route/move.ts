import { branchEnd, type OutcomeTone } from '@reglament/regulation';
import { EngineError } from '../errors.ts';
import { takeAlternative } from '../rules/take-alternative.ts';
import { openVisitOf, stageOf } from '../state.ts';
import type { Transaction } from '../transaction.ts';
import { evaluateRules } from './evaluate.ts';

/**
 * Leaves a stage by an outcome: evaluates the rules that its alternatives name, sends the one explicit event with their
 * results, and records where it went. A return is noted with its policy for the next round.
 */
export function moveOn(tx: Transaction, stageId: string, outcome: string, tone: OutcomeTone): void {
  const event = `${stageId}.${outcome}`;
  const { regulation } = tx.context;
  const found = regulation.transitions.get(event);
  if (found === undefined) throw new EngineError('ENG_TRANSITION_MISSING', { event });
  const { id, transition } = found;
  const { results, facts } = evaluateRules(
    tx,
    transition.order.flatMap((name) => transition.alternatives[name]?.rule ?? []),
  );
  const name = takeAlternative(transition, (rule) => results[rule] === true);
  const taken = name === undefined ? undefined : transition.alternatives[name];
  if (name === undefined || taken === undefined) throw new EngineError('ENG_TRANSITION_MISSING', { event });

  if (tone === 'return') {
    tx.returnedTo = taken.to;
  }
  const parent = stageOf(regulation, stageId).parent;
  if (taken.policy !== undefined || (tone === 'return' && taken.to !== branchEnd)) {
    tx.record({ type: 'returnNoted', policy: taken.policy ?? 'R1', stage: stageId });
    tx.noted = true;
  }
  if (taken.to === branchEnd && parent !== undefined) {
    const visit = openVisitOf(tx.state, parent.block);
    if (visit === undefined) throw new EngineError('ENG_NOT_AT_REST', { stage: parent.block });
    tx.record({
      type: 'branchEnded',
      visit: visit.id,
      block: parent.block,
      branch: parent.branch,
      how: tone === 'forward' ? 'passed' : 'refused',
    });
  }
  sendEvent(tx, event, results, facts, { transition: id, alternative: name });
}

/** Sends one event to the machine and records that it moved. */
export function sendEvent(
  tx: Transaction,
  event: string,
  results: Readonly<Record<string, boolean>> = {},
  facts: Readonly<Record<string, unknown>> = {},
  edge: { readonly transition?: string; readonly alternative?: string } = {},
): void {
  const machine = tx.context.regulation.route.send(tx.state.machine, event, results);
  tx.record({ type: 'moved', event, results, facts, ...edge, machine });
}
