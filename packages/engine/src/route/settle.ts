import type { StateMeta } from '@reglament/regulation';
import { EngineError } from '../errors.ts';
import { inOrder, openVisitOf, stageOf } from '../state.ts';
import type { Transaction } from '../transaction.ts';
import { endVisit } from '../visits/close-visit.ts';
import { endInstance } from '../visits/end-instance.ts';
import { openVisit } from '../visits/open-visit.ts';
import { evaluateRules } from './evaluate.ts';
import { moveOn, sendEvent } from './move.ts';
import type { Place } from './route.ts';

/**
 * Drives the instance to rest: every place the machine is in is a stage with an open visit, or a branch that has ended.
 * Each round does one thing, in the order of the places, so that the same state always gives the same events.
 * @throws ENG_NOT_AT_REST when it does not rest within a bound that no regulation without a cycle reaches
 */
export function settle(tx: Transaction): void {
  const { regulation } = tx.context;
  const bound = 10 * regulation.regulation.stageOrder.length + 100;
  for (let round = 0; round < bound; round += 1) {
    if (tx.state.status === 'ended') return;
    const restless = regulation.route.places(tx.state.machine).find((place) => !isAtRest(tx, place));
    if (restless === undefined) return;
    drive(tx, restless.meta);
  }
  throw new EngineError('ENG_NOT_AT_REST', { instance: tx.state.id, regulation: regulation.regulation.id });
}

function isAtRest(tx: Transaction, { meta, final, inBlock }: Place): boolean {
  if ('rest' in meta) return final && inBlock;
  return 'stage' in meta ? openVisitOf(tx.state, meta.stage) !== undefined : true;
}

function drive(tx: Transaction, meta: StateMeta): void {
  if ('stage' in meta) enterStage(tx, meta.stage);
  else if ('rest' in meta && meta.rest === 'when') enterBranch(tx, meta.block, meta.branch);
  else if ('rest' in meta && meta.rest === 'done') leaveBlock(tx, meta.block);
  else throw new EngineError('ENG_NOT_AT_REST', { instance: tx.state.id });
}

function enterStage(tx: Transaction, stageId: string): void {
  const stage = stageOf(tx.context.regulation, stageId);
  if (stage.kind === 'choice') moveOn(tx, stageId, 'chosen', 'forward');
  else if (stage.kind === 'end') endInstance(tx, { as: stage.settings.as, stage: stageId });
  else openVisit(tx, stageId);
}

/** A branch whose rule does not hold ends as skipped. */
function enterBranch(tx: Transaction, block: string, branch: string): void {
  const stage = stageOf(tx.context.regulation, block);
  const rule = stage.kind === 'parallel' ? stage.settings.branches[branch]?.when : undefined;
  const { results, facts } = evaluateRules(tx, rule === undefined ? [] : [rule]);
  const visit = openVisitOf(tx.state, block);
  if (visit === undefined) throw new EngineError('ENG_NOT_AT_REST', { instance: tx.state.id, block });
  if (rule !== undefined && results[rule] !== true) {
    tx.record({ type: 'branchSkipped', visit: visit.id, block, branch, rule });
    sendEvent(tx, `${block}.${branch}.skip`, results, facts);
  } else {
    sendEvent(tx, `${block}.${branch}.enter`, results, facts);
  }
}

/** All branches have ended: refused when any of them was; kept when nothing in them was asked. */
function leaveBlock(tx: Transaction, block: string): void {
  const visit = openVisitOf(tx.state, block);
  if (visit === undefined) throw new EngineError('ENG_NOT_AT_REST', { instance: tx.state.id, block });
  const refused = Object.values(visit.branches ?? {}).includes('refused');
  const held = inOrder(tx.state.visits).filter((one) => one.block === visit.id);
  const kept = held.length > 0 && held.every((one) => one.status === 'kept');
  const outcome = refused ? 'refused' : 'approved';
  endVisit(tx, visit.id, outcome, kept ? 'kept' : 'closed', 'visitEnded');
  moveOn(tx, block, outcome, refused ? 'return' : 'forward');
}
