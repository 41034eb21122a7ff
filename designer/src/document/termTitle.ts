import type { Deadline, Duration, TermUnit, Text } from '@reglament/regulation';

// A title has both languages, and only the reader's is loaded.
const russian: Readonly<Record<TermUnit, Readonly<Record<string, string>>>> = {
  workingDays: { one: 'рабочий день', few: 'рабочих дня', many: 'рабочих дней', other: 'рабочего дня' },
  calendarDays: { one: 'календарный день', few: 'календарных дня', many: 'календарных дней' },
  workingHours: { one: 'рабочий час', few: 'рабочих часа', many: 'рабочих часов', other: 'рабочего часа' },
  months: { one: 'месяц', few: 'месяца', many: 'месяцев' },
};
const english: Readonly<Record<TermUnit, readonly [one: string, other: string]>> = {
  workingDays: ['working day', 'working days'],
  calendarDays: ['calendar day', 'calendar days'],
  workingHours: ['working hour', 'working hours'],
  months: ['month', 'months'],
};
const forms = new Intl.PluralRules('ru');

/** What a term is called by its length until somebody calls it otherwise: «1 рабочий день». Pure. */
export function termTitle({ amount, unit }: Duration): Text {
  if (amount === 0) return { ru: 'В тот же день', en: 'The same day' };
  const [one, other] = english[unit];
  return {
    ru: `${String(amount).replace('.', ',')} ${russian[unit][forms.select(amount)]}`,
    en: `${amount} ${amount === 1 ? one : other}`,
  };
}

/** A deadline of another length; its title follows while nobody gave it one. Pure. */
export function withTerm(deadline: Deadline, term: Duration): Deadline {
  const called = termTitle(deadline.term);
  const follows = deadline.title.ru === called.ru && deadline.title.en === called.en;
  return { ...deadline, term, ...(follows && { title: termTitle(term) }) };
}

/** Whether a title only says how long something is. Pure. */
export const isTermTitle = ({ ru, en }: Text): boolean =>
  (/^[\d,]+ (?:рабоч|календарн|месяц)\S*(?: \S+)?$/u.test(ru) &&
    /^[\d.]+ (?:working|calendar|month)\S*(?: \S+)?$/.test(en)) ||
  (ru === 'В тот же день' && en === 'The same day');
