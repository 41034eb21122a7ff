import type { Stage } from '@reglament/regulation';
import { EngineError } from './errors.ts';
import type { Decision, DocumentVersion, Instance, Slot, Visit } from './model/instance.ts';
import type { CompiledRegulation } from './model/step.ts';

/** Questions to the state that several parts ask. All pure. */

export function currentVersion(instance: Instance): DocumentVersion {
  const version = instance.versions.at(-1);
  if (version === undefined) throw new EngineError('ENG_HISTORY_BROKEN', { seq: 1 });
  return version;
}

/** Whether the version as it is now has a signature; one on an earlier version does not count. */
export function isSigned(instance: Instance): boolean {
  return instance.signed !== undefined && instance.signed.digest === currentVersion(instance).digest;
}

export function stageOf(compiled: CompiledRegulation, id: string): Stage {
  const stage = compiled.regulation.stages[id];
  if (stage === undefined) throw new EngineError('ENG_STAGE_UNKNOWN', { stage: id });
  return stage;
}

/** The open visit of a stage; a stage has at most one, its last. */
export function openVisitOf(instance: Instance, stage: string): Visit | undefined {
  const visit = instance.visits[`${stage}#${instance.stages[stage]?.visits ?? 0}`];
  return visit?.status === 'open' ? visit : undefined;
}

export function visitOf(instance: Instance, id: string): Visit {
  const visit = instance.visits[id];
  if (visit === undefined) throw new EngineError('ENG_HISTORY_BROKEN', { visit: id });
  return visit;
}

export function slotsOf(instance: Instance, visit: Visit): readonly Slot[] {
  return visit.slots.flatMap((id) => instance.slots[id] ?? []);
}

/** The decision that closed a slot, or that a kept slot stands on. */
export function decisionOf(instance: Instance, slot: Slot): Decision | undefined {
  return slot.decision === undefined ? undefined : instance.decisions.find((one) => one.id === slot.decision);
}

/** Rows of a map by id: a store may give them back in any order, and history must not depend on it. */
export function inOrder<T>(rows: Readonly<Record<string, T>>): readonly T[] {
  return Object.keys(rows)
    .sort()
    .flatMap((id) => rows[id] ?? []);
}
