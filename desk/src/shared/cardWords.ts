import type { CardValueRow, FieldRow, PersonRow } from '@reglament/api';
import { formatCount, formatMoney, formatPlainDate, type I18n, shortName } from '@reglament/i18n';

/** A value of a card as people read it; undefined when nothing is filled. Pure. */
export function cardWords(
  field: Pick<FieldRow, 'type' | 'options'>,
  value: CardValueRow | null | undefined,
  posts: Readonly<Record<string, PersonRow>>,
  i18n: I18n,
): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value === 'boolean') return i18n.t(value ? 'common.yes' : 'common.no');
  if (typeof value === 'number') return formatCount(value, i18n.locale);
  if (Array.isArray(value)) {
    if (value.length === 0) return undefined;
    return value.map((id) => personWords(posts[id]) ?? id).join('; ');
  }
  if (typeof value === 'object') {
    if ('amount' in value) return formatMoney({ minor: value.amount, currency: value.currency }, i18n.locale);
    if (!value.name && !value.inn) return undefined;
    return value.inn ? i18n.t('desk.partyInn', { name: value.name, inn: value.inn }) : value.name;
  }
  if (field.type === 'date') return formatPlainDate(value, i18n.locale);
  if (field.type === 'choice') {
    const option = field.options?.find(({ id }) => id === value);
    return option ? option.title[i18n.locale] || option.title.ru : value;
  }
  return value;
}

/** «Морозов С. А., начальник отдела ЖКХ»; a vacant post by its title alone. */
export function personWords(person: Pick<PersonRow, 'name' | 'post'> | undefined): string | undefined {
  if (!person) return undefined;
  return person.name ? [shortName(person.name), person.post].filter(Boolean).join(', ') : person.post;
}
