import type { Regulation, Slug } from '@reglament/regulation';
import { edit, type Operation } from '../operation.ts';

const title = { ru: 'Проба', en: 'Trial' };

/** A regulation with, besides its own, a name in every place where a document can name a part. */
export function crossNamed(regulation: Regulation): Regulation {
  const [first = '', second = first] = regulation.stageOrder;
  const task = regulation.stageOrder.find((id) => regulation.stages[id]?.kind === 'task') ?? '';
  const card = { type: 'card', title, field: 'people' };
  const operations: readonly Operation[] = [
    { do: 'setPart', map: 'fields', id: 'people', value: { type: 'posts', title } },
    { do: 'setPart', map: 'fields', id: 'other-party', value: { type: 'party', title } },
    { do: 'setDocument', path: ['documentKind', 'counterpartyField'], value: 'other-party' },
    { do: 'setPart', map: 'participants', id: 'people', value: card },
    { do: 'setPart', map: 'participants', id: 'again', value: { type: 'performer', title, stage: first } },
    { do: 'setPart', map: 'rules', id: 'crossed', value: { title, when: crossed(first, second) } },
    {
      do: 'setPart',
      map: 'legalTerms',
      id: 'between',
      value: {
        title,
        term: { amount: 30, unit: 'calendarDays' },
        from: `${first}.opened`,
        to: `${second}.closed`,
        roundsCounted: true,
        evidence: { tag: 'A' },
      },
    },
    { do: 'setDocument', path: ['urgency'], value: { rule: 'crossed', factor: 0.5, roundUpTo: 1 } },
    { do: 'setStage', id: task, path: ['settings', 'performer'], value: 'again' },
    {
      do: 'setStage',
      id: task,
      path: ['settings', 'edits'],
      value: { card: ['people', 'other-party'], files: false, visas: 'askedAgain' },
    },
  ];
  return operations.reduce((now, operation) => {
    const edited = edit(now, operation);
    if (!edited.ok) throw new Error(`${operation.do}: ${edited.code}`);
    return edited.next;
  }, regulation);
}

function crossed(first: Slug, second: Slug): unknown {
  return {
    any: [
      { fact: `stage.${first}.outcome`, operator: 'equal', value: 'approved' },
      { not: { fact: `stage.${second}.visits`, operator: 'greaterThan', value: 1 } },
      { all: [{ fact: 'card.people', operator: 'isEmpty', value: true }] },
      { fact: `stage.${first}.visits`, operator: 'greaterThan', value: 2 },
    ],
  };
}
