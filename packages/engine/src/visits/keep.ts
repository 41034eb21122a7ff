import type { Stage } from '@reglament/regulation';
import type { Decision, Instance, Slot } from '../model/instance.ts';
import type { CompiledRegulation } from '../model/step.ts';
import { againOf } from '../stages/registry.ts';
import { currentVersion, isSigned } from '../state.ts';

/**
 * The earlier decision that a slot may stand on, or `null` when it must be asked. Pure.
 *
 * Only the last decision of that place counts, and only a forward one. R2 asks everybody; R5 only the stage that
 * returned, the rest keeps though the version differs; otherwise the stage's own `again` says. A return that is still
 * on its way back says more than the one that opened the round.
 */
export function keptDecision(
  instance: Instance,
  compiled: CompiledRegulation,
  stageId: string,
  stage: Stage,
  slot: Slot,
): Decision | null {
  const again = againOf(stage);
  const last = again === 'never' ? undefined : lastDecision(instance, stageId, slot);
  if (last === undefined || last.tone !== 'forward' || asksEverybody(instance, last.round)) return null;
  const version = currentVersion(instance);
  if (again === 'signature') return isSigned(instance) && last.digest === version.digest ? last : null;
  if (instance.versions.some(({ no, asksAgain }) => asksAgain === true && no > last.version)) return null;
  const policy = instance.noted ?? instance.opening;
  if (policy?.policy === 'R5' && !isOf(compiled, stageId, policy.stage)) return last;
  switch (again) {
    case 'kept':
      return last;
    case 'changed':
      return last.digest === version.digest ? last : null;
    default:
      return null;
  }
}

/** Whether a wait that elapsed before has elapsed for this way through too. Pure; asked before the new visit opens. */
export function waitIsKept(instance: Instance, stageId: string, stage: Stage): boolean {
  const last = instance.visits[`${stageId}#${instance.stages[stageId]?.visits ?? 0}`];
  return againOf(stage) === 'kept' && last?.outcome === 'elapsed' && !asksEverybody(instance, last.round);
}

/** Whether R2 holds for what was done in a round. */
function asksEverybody({ noted, opening }: Instance, round: number): boolean {
  return noted?.policy === 'R2' || (opening?.policy === 'R2' && round < opening.round);
}

/** The last decision of the same place: by one of its posts, or where the same posts (or nobody) had been found. */
function lastDecision(instance: Instance, stageId: string, slot: Slot): Decision | undefined {
  return instance.decisions.findLast((decision) => {
    if (decision.stage !== stageId || decision.replacedBy !== undefined) return false;
    if (slot.positions.includes(decision.position)) return true;
    if (decision.participant !== slot.participant) return false;
    const before = instance.slots[decision.slot]?.found ?? [];
    return before.length === 0 ? slot.found.length === 0 : before.some((id) => slot.found.includes(id));
  });
}

/** Whether the stage is the one that returned, or lies in the block that did. */
function isOf(compiled: CompiledRegulation, stageId: string, returning: string): boolean {
  for (let id: string | undefined = stageId; id !== undefined; ) {
    if (id === returning) return true;
    id = compiled.regulation.stages[id]?.parent?.block;
  }
  return false;
}
