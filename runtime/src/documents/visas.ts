import type { VisaRow } from '@reglament/api';
import { type CompiledRegulation, type Directory, type Instance, visaMarks } from '@reglament/engine';
import { saidOutcome } from './outcomes.ts';
import { presentPerson } from './person.ts';
import type { Texts } from './texts.ts';

/** Every decision on the way, in order: who, on which version, in what time, and whether it stands on another version than the one that counts. */
export function presentVisas(
  instance: Instance,
  { regulation }: CompiledRegulation,
  directory: Directory,
  texts: Texts,
): VisaRow[] {
  const marks = new Map(visaMarks(instance).map((mark) => [mark.decision, mark]));
  const signed = instance.versions.findLast(({ digest }) => digest === instance.signed?.digest);
  const counts = (instance.status === 'ended' ? signed : undefined) ?? instance.versions.at(-1);
  return instance.decisions.map((decision) => {
    const text = decision.text === undefined ? undefined : texts.get(decision.text.id);
    const automatic = decision.automatic;
    return {
      id: decision.id,
      stage: decision.stage,
      stageTitle: regulation.stages[decision.stage]?.title ?? { ru: decision.stage, en: decision.stage },
      kind: decision.kind,
      round: decision.round,
      person: presentPerson(decision.person, decision.position),
      ...(decision.onBehalfOf ? { onBehalfOf: decision.onBehalfOf.name } : {}),
      outcome: decision.outcome,
      outcomeTitle: saidOutcome(regulation, decision.stage, decision.outcome),
      tone: decision.tone,
      withRemarks: decision.remarks.length > 0,
      ...(text === undefined ? {} : { text }),
      version: decision.version,
      otherVersion: marks.get(decision.id)?.earlier ?? decision.version !== counts?.no,
      openedAtMs: decision.openedAtMs,
      dueAtMs: decision.dueAtMs,
      atMs: decision.atMs,
      workingMinutes: Math.max(
        0,
        directory.calendarOf([decision.position]).workingMinutesBetween(decision.openedAtMs, decision.atMs),
      ),
      late: decision.late,
      ...(automatic
        ? {
            automatic: {
              deadline: regulation.deadlines[automatic.deadline]?.title ?? { ru: '', en: '' },
              regulationVersion: automatic.regulationVersion,
            },
          }
        : {}),
      replaced: decision.replacedBy !== undefined,
      ...(decision.signature ? { signature: decision.signature.kind } : {}),
    };
  });
}
