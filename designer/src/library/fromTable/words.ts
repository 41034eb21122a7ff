import {
  type DraftRow,
  type Meanings,
  ownRoleTitle,
  type Person,
  type RefusalWay,
  type Silence,
  type StageMeaning,
  type TableColumn,
  type TableContext,
  type Who,
} from '@reglament/editing';
import type { I18n } from '@reglament/i18n';
import { type Duration, roleTitle, type Text } from '@reglament/regulation';

type Say = (text: Text) => string;

/** What the words of a cell may name. */
export interface Known {
  readonly rows: readonly DraftRow[];
  readonly context: TableContext;
}

/** What a cell was taken for, in words. Pure. */
export function meaningWords<C extends TableColumn>(
  column: C,
  value: Meanings[C],
  i18n: I18n,
  say: Say,
  known: Known,
): string {
  switch (column) {
    case 'stage':
      return stageWords(value as StageMeaning, i18n);
    case 'who':
      return whoWords(value as Who, i18n, say, known.context);
    case 'term':
      return termWords(value as Duration, i18n);
    case 'silence':
      return silenceWords(value as Silence, i18n);
    case 'refusal':
      return refusalWords(value as RefusalWay, i18n, known.rows);
    default:
      return '';
  }
}

export function stageWords({ kind, nature, edits, rework }: StageMeaning, i18n: I18n): string {
  if (rework) return i18n.t('designer.ft.rework');
  const natures = kind === 'approval' ? nature.map((one) => i18n.t(`methodologist.nature.${one}`)) : [];
  return [
    i18n.t(`designer.kind.${kind}`),
    ...natures,
    ...(edits ? [i18n.t('designer.ft.editsFiles')] : []),
  ].join(', ');
}

export function personWords(person: Person, i18n: I18n, say: Say, context: TableContext): string {
  switch (person.by) {
    case 'initiator':
    case 'head':
    case 'curator':
      return i18n.t(`designer.ft.person.${person.by}`);
    case 'role': {
      const known = roleTitle(person.role) ?? ownRoleTitle(person.role, context);
      const role = known ? say(known) : person.role;
      return person.organisation === undefined
        ? i18n.t('designer.ft.role', { role })
        : i18n.t('designer.ft.roleElsewhere', {
            role,
            organisation:
              context.organisations.find(({ code }) => code === person.organisation)?.title ??
              person.organisation,
          });
    }
    case 'position':
      return person.title;
    case 'list':
      return i18n.t(person.one ? 'designer.ft.authorNames' : 'designer.ft.authorLists');
  }
}

function whoWords({ people, inTurn }: Who, i18n: I18n, say: Say, context: TableContext): string {
  if (people.length === 0) return '—';
  const words = people.map((person) => personWords(person, i18n, say, context));
  return inTurn ? i18n.t('designer.ft.inTurn', { people: words.join(', ') }) : words.join(', ');
}

export function termWords({ amount, unit }: Duration, i18n: I18n): string {
  return amount === 0 ? i18n.t('drawing.sameDay') : i18n.t(`drawing.term.${unit}`, { count: amount });
}

const silences = {
  remind: 'drawing.silence.reminder',
  statutory: 'designer.ft.statutory',
  mark: 'drawing.silence.mark',
  escalate: 'drawing.silence.escalation',
  autoVisa: 'drawing.silence.autoVisa',
} as const;

export function silenceWords(silence: Silence, i18n: I18n): string {
  return silence.length === 0 ? '—' : silence.map((act) => i18n.t(silences[act])).join(', ');
}

export function refusalWords(way: RefusalWay, i18n: I18n, rows: readonly DraftRow[]): string {
  switch (way.to) {
    case 'none':
      return '—';
    case 'annul':
      return i18n.t('designer.ft.refusal.annul');
    case 'start':
      return i18n.t('designer.ft.refusal.start');
    case 'rework':
      return i18n.t(`designer.ft.refusal.${way.policy}`);
    case 'row': {
      const name = rows.find(({ row }) => row === way.row)?.name ?? '';
      return i18n.t('designer.ft.refusal.row', { name });
    }
  }
}
