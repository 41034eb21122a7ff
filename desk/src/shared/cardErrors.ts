import type { CardRow, CardValueRow } from '@reglament/api';
import type { I18n } from '@reglament/i18n';

/** What sending would refuse, as the server answers it. */
export interface Lack {
  field?: string | undefined;
  participant?: string | undefined;
  reason?: string | undefined;
}

/** The key under which a wrong taxpayer number is told: at its own place, not at the counterparty's name. */
export const innKey = (field: string): string => `${field}.inn`;

/** Words under the fields of a card, by field (`innKey` for a taxpayer number). Pure. */
export function cardErrors(lacks: readonly Lack[], card: CardRow, i18n: I18n): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { field, reason } of lacks) {
    if (!field) continue;
    const value = card[field];
    if (reason === 'inn') errors[innKey(field)] = innWords(value, i18n);
    else
      errors[field] =
        reason && !isEmpty(value, reason) ? badWords(reason, i18n) : i18n.error('FIELD_REQUIRED');
  }
  return errors;
}

/** Whether it has to be mended, not filled: there is a value, and it cannot stand. Pure. */
export const isWrong = ({ field, reason }: Lack, card: CardRow): boolean =>
  reason !== undefined && field !== undefined && !isEmpty(card[field], reason);

/** Whether a taxpayer number has the wrong count of digits: said only when the person says that he is done. Pure. */
export const isHalfTyped = ({ field, reason }: Lack, card: CardRow): boolean =>
  reason === 'inn' && field !== undefined && !hasWholeLength(innOf(card[field]));

function innWords(value: CardValueRow | undefined, { t }: I18n): string {
  const inn = innOf(value);
  if (inn === '') return t('draft.bad.innEmpty');
  return hasWholeLength(inn) ? t('draft.bad.inn') : t('draft.bad.innLength', { count: inn.length });
}

function badWords(reason: string, i18n: I18n): string {
  const key = `draft.bad.${reason}`;
  return i18n.has(key) ? i18n.t(key) : i18n.error('FIELD_INVALID');
}

/** The server refuses an empty word by its length. */
function isEmpty(value: CardValueRow | undefined, reason: string): boolean {
  if (reason !== 'length') return value === undefined;
  const words = typeof value === 'object' && 'inn' in value ? value.name : value;
  return typeof words !== 'string' || words.trim() === '';
}

const innOf = (value: CardValueRow | undefined) =>
  typeof value === 'object' && 'inn' in value ? value.inn : '';
const hasWholeLength = (inn: string) => inn.length === 10 || inn.length === 12;
