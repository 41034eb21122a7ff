import {
  type Draft,
  type DraftRow,
  type Meanings,
  type Person,
  type RefusalWay,
  refusalOf,
  refusalOffers,
  type StageMeaning,
  silenceOffers,
  stageMeaningOf,
  type TableColumn,
  type TableContext,
  usualPeople,
  type Who,
} from '@reglament/editing';
import type { Duration } from '@reglament/regulation';

export type Choice = Meanings[TableColumn];

const kinds = ['task', 'approval', 'signing', 'registration', 'acquaintance', 'wait'] as const;
const days = [0, 1, 2, 3, 5];

/** What a cell may be taken for: its question's offers, else what the column has; the likeliest first. Pure. */
export function choicesOf(
  column: TableColumn,
  row: DraftRow,
  draft: Draft,
  context: TableContext,
): readonly Choice[] {
  const { question } = row[column];
  if (question && question.offers.length > 0) return question.offers;
  switch (column) {
    case 'stage':
      return [
        ...kinds.map((kind): StageMeaning => stageMeaningOf(kind, row.name)),
        { kind: 'task', nature: [], edits: true },
        { kind: 'task', nature: [], rework: true },
      ];
    case 'who':
      return usualPeople(context).map((person): Who => ({ people: [person] }));
    case 'term':
      return days.map((amount): Duration => ({ amount, unit: 'workingDays' }));
    case 'silence':
      return silenceOffers(row.stage.value);
    case 'refusal': {
      const can = refusalOf[row.stage.value.kind];
      if (can === 'never' || row.stage.value.rework) return [{ to: 'none' }];
      const before = draft.rows.slice(0, Math.max(0, draft.rows.indexOf(row))).slice(-3);
      return [
        ...refusalOffers,
        ...before.map((one): RefusalWay => ({ to: 'row', row: one.row })),
        ...(can === 'may' ? [{ to: 'none' } as const] : []),
      ];
    }
  }
}

/** Everybody whom the organisation has by a name: roles first, then positions. Pure. */
export function everybody(context: TableContext): readonly Person[] {
  return [
    { by: 'initiator' },
    { by: 'head' },
    { by: 'curator' },
    ...context.roles.map((role): Person => ({ by: 'role', role })),
    ...context.positions.map(({ code, title }): Person => ({ by: 'position', position: code, title })),
  ];
}
