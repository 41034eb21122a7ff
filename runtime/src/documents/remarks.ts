import type { RemarkRow } from '@reglament/api';
import type { CompiledRegulation, Instance } from '@reglament/engine';
import { saidOutcome } from './outcomes.ts';
import { presentPerson } from './person.ts';
import type { Texts } from './texts.ts';

/** The summary of remarks: each with its author, its version and the answer to it. */
export function presentRemarks(
  instance: Instance,
  { regulation }: CompiledRegulation,
  texts: Texts,
): RemarkRow[] {
  return instance.remarks.flatMap((remark) => {
    const decision = instance.decisions.find(({ id }) => id === remark.decision);
    if (!decision) return [];
    const { answer } = remark;
    return [
      {
        id: remark.id,
        no: remark.no,
        ...(remark.place === undefined ? {} : { place: remark.place }),
        text: texts.get(remark.text.id) ?? '',
        by: presentPerson(decision.person, decision.position),
        atMs: decision.atMs,
        stage: regulation.stages[decision.stage]?.title ?? { ru: decision.stage, en: decision.stage },
        outcomeTitle: saidOutcome(regulation, decision.stage, decision.outcome),
        round: decision.round,
        version: decision.version,
        status: remark.status,
        ...(answer
          ? {
              answer: {
                disposition: answer.disposition,
                text: answer.text === null ? '' : (texts.get(answer.text.id) ?? ''),
                atMs: answer.atMs,
              },
            }
          : {}),
      },
    ];
  });
}
