import type { DocumentDetail } from '@reglament/api';
import { createI18n } from '@reglament/i18n';
import { expect, test } from 'vitest';
import { stateWords } from './stateWords.ts';

const i18n = createI18n('ru');
const at = (date: string) => Date.parse(`${date}T18:00:00+03:00`);
const when = { nowMs: at('2026-11-30'), zone: 'Europe/Moscow' };
const detail = (over: Partial<DocumentDetail> = {}) =>
  ({
    row: { stageTitles: [{ ru: 'Ознакомление', en: 'Acquaintance' }] },
    registration: null,
    ending: null,
    approval: null,
    ...over,
  }) as DocumentDetail;
const words = (over: Partial<DocumentDetail>, promised: string | null, forecast: string | null) =>
  stateWords(
    detail(over),
    { promisedMs: promised ? at(promised) : null, forecastMs: forecast ? at(forecast) : null },
    ({ ru }) => ru,
    when,
    i18n,
  ).replace(/\u00a0/g, ' ');

test('the promise of the sending stays, a later forecast stands beside it by its own name', () => {
  expect(words({}, '2026-12-13', null)).toBe('Ознакомление, обещано 13 декабря');
  expect(words({}, '2026-12-13', '2026-12-15')).toBe('Ознакомление, обещано 13 декабря, прогноз 15 декабря');
  expect(words({}, null, '2026-12-15')).toBe('Ознакомление, прогноз 15 декабря');
});

test('a registered document that is still being read says its number first', () => {
  const registration = {
    register: 'Договоры',
    number: 'Д-1/26',
    date: '2026-11-30',
    by: { employee: 'e', position: 'p', name: 'С', post: 'п', unit: 'у' },
  } as DocumentDetail['registration'];
  expect(words({ registration }, '2026-12-13', '2026-11-30')).toBe(
    'Зарегистрировано № Д-1/26, 30 ноября 2026 г. Сейчас: Ознакомление',
  );
});
