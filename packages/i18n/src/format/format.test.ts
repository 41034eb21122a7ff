import { beforeAll, expect, test } from 'vitest';
import { createI18n, type I18n, loadLocale } from '../i18n.ts';
import {
  dayKey,
  formatDate,
  formatDay,
  formatDaysAlong,
  formatDue,
  formatExact,
  formatMoment,
  formatPlainDate,
} from './dates.ts';
import { formatCount, formatMoney } from './money.ts';
import { initials, shortName } from './name.ts';
import { formatSize } from './size.ts';
import { formatLeft, formatWorkTime } from './work-time.ts';

const ru = createI18n('ru');
let en: I18n;
beforeAll(async () => {
  await loadLocale('en');
  en = createI18n('en');
});

const HOUR = 3_600_000;
const zone = 'Asia/Tomsk';
/** Wednesday, 25 November 2026, 14:20 in Tomsk (UTC+7). */
const nowMs = Date.parse('2026-11-25T14:20:00+07:00');
const when = { nowMs, zone };
const at = (local: string) => Date.parse(`${local}:00+07:00`);
/** Intl puts no-break spaces between digits and before units. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

test('money is said with kopecks and its sign', () => {
  expect(plain(formatMoney({ minor: 18_460_000, currency: 'RUB' }, 'ru'))).toBe('184 600,00 ₽');
  expect(plain(formatMoney({ minor: 5, currency: 'RUB' }, 'ru'))).toBe('0,05 ₽');
  expect(plain(formatMoney({ minor: 18_460_000, currency: 'RUB' }, 'en'))).toBe('₽184,600.00');
});

test('a term is said as people say it', () => {
  expect(formatDue(at('2026-11-25T18:00'), when, ru)).toBe('сегодня до 18:00');
  expect(formatDue(at('2026-11-26T18:00'), when, ru)).toBe('завтра до 18:00');
  expect(formatDue(at('2026-11-27T17:00'), when, ru)).toBe('пт, 27 ноября, до 17:00');
  expect(plain(formatDue(at('2027-01-13T18:00'), when, ru))).toBe('ср, 13 января 2027 г., до 18:00');
  expect(formatDue(at('2026-11-26T18:00'), when, en)).toBe('tomorrow by 18:00');
});

test('the day is the organisation’s, not the reader’s', () => {
  expect(dayKey(at('2026-11-25T00:30'), zone)).toBe('2026-11-25');
  expect(dayKey(at('2026-11-25T00:30'), 'Europe/Moscow')).toBe('2026-11-24');
  expect(formatDay(at('2026-11-25T00:30'), when, ru)).toBe('сегодня');
});

test('a moment of history names its day and time, a date never says today', () => {
  expect(formatMoment(at('2026-11-24T16:42'), when, ru)).toBe('вчера, 16:42');
  expect(formatMoment(at('2026-11-20T10:15'), when, ru)).toBe('20 ноября, 10:15');
  expect(formatDate(nowMs, when, 'ru')).toBe('25 ноября');
  expect(plain(formatPlainDate('2027-05-31', 'ru'))).toBe('31 мая 2027 г.');
});

test('the exact moment carries its zone', () => {
  expect(plain(formatExact(at('2026-11-24T18:00'), zone, 'ru'))).toBe(
    'вторник, 24 ноября 2026 г. в 18:00 GMT+7',
  );
});

test('what is left is said in working time', () => {
  expect(formatLeft(3 * HOUR + 40 * 60_000, ru)).toBe('ещё 3 ч 40 мин');
  expect(formatLeft(5 * HOUR + 40 * 60_000, ru)).toBe('ещё 5 ч');
  expect(formatLeft(25 * 60_000, ru)).toBe('ещё 25 мин');
  expect(formatLeft(19 * HOUR, ru)).toBe('ещё 2 раб. дня');
  expect(formatLeft(-4 * HOUR, ru)).toBe('просрочено 4 ч');
  expect(formatLeft(-8 * HOUR, ru)).toBe('просрочено 1 раб. день');
  expect(formatLeft(30_000, ru)).toBe('меньше минуты');
  expect(formatLeft(-4 * HOUR, en)).toBe('overdue by 4 h');
  expect(formatWorkTime(3 * HOUR + 10 * 60_000, ru)).toBe('3 ч 10 мин');
});

test('a size is said in the unit people expect', () => {
  expect(formatSize(512, ru)).toBe('512 байт');
  expect(formatSize(38 * 1024, ru)).toBe('38 КБ');
  expect(formatSize(1.2 * 1024 * 1024, ru)).toBe('1,2 МБ');
  expect(formatSize(18 * 1024 * 1024, en)).toBe('18 MB');
});

test('a count has its groups', () => {
  expect(plain(formatCount(22_000, 'ru'))).toBe('22 000');
});

test('a name is shortened to its surname and letters, a portrait to two letters', () => {
  expect(plain(shortName('Ильина Ольга Сергеевна'))).toBe('Ильина О. С.');
  expect(plain(shortName('Ильина О. С.'))).toBe('Ильина О. С.');
  expect(shortName('Администратор')).toBe('Администратор');
  expect(initials('Ахметова Лилия Рашидовна')).toBe('ЛА');
});

test('days along one line say the month once', () => {
  const days = ['2026-11-27', '2026-11-30', '2026-12-02', '2026-12-03', '2027-01-11'].map((day) =>
    Date.parse(`${day}T12:00:00+03:00`),
  );
  expect(formatDaysAlong(days, 'Europe/Moscow', 'ru')).toEqual(['27 нояб.', '30', '2 дек.', '3', '11 янв.']);
  expect(formatDaysAlong(days, 'Europe/Moscow', 'en')).toEqual(['27 Nov', '30', '2 Dec', '3', '11 Jan']);
});
