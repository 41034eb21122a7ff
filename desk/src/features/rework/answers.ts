import type { RemarkRow } from '@reglament/api';
import type { TypedAnswer } from '../../decision/typed.ts';

export const DISPOSITIONS = ['accepted', 'partly', 'declined'] as const;

/** Remarks by who made them, in the order of the summary. Pure. */
export function remarksByPerson(remarks: readonly RemarkRow[]): RemarkRow[][] {
  const groups = new Map<string, RemarkRow[]>();
  for (const remark of remarks) {
    const key = `${remark.by.position ?? remark.by.name}|${remark.stage.ru}|${remark.round}`;
    const group = groups.get(key) ?? [];
    group.push(remark);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Open remarks that the author has not answered yet, in order. Pure. */
export function unanswered(
  remarks: readonly RemarkRow[],
  answers: Readonly<Record<string, TypedAnswer>>,
): RemarkRow[] {
  return remarks.filter(({ id, status }) => status === 'open' && answers[id] === undefined);
}

/** Answers as the decision carries them: only to remarks that are still open. Pure. */
export function answersToSend(remarks: readonly RemarkRow[], answers: Readonly<Record<string, TypedAnswer>>) {
  return remarks.flatMap(({ id, status }) => {
    const answer = answers[id];
    if (status !== 'open' || !answer) return [];
    return [
      {
        remark: id,
        disposition: answer.disposition,
        ...(answer.text.trim() && { text: answer.text.trim() }),
      },
    ];
  });
}
