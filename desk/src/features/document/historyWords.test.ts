import type { HistoryEntry } from '@reglament/api';
import { common, document } from '@reglament/api/schemas';
import { createI18n, loadLocale } from '@reglament/i18n';
import { beforeAll, expect, test } from 'vitest';
import { historyWords } from './historyWords.ts';

beforeAll(() => loadLocale('en'));

const when = { nowMs: Date.parse('2026-11-25T10:30:00+03:00'), zone: 'Europe/Moscow' };
const title = { ru: 'Правовая экспертиза', en: 'Legal examination' };
const entry = (type: HistoryEntry['type'], params: HistoryEntry['params']): HistoryEntry => ({
  seq: 1,
  atMs: when.nowMs,
  type,
  stageTitle: title,
  params,
});
/** Everything that any entry may tell. */
const everything = {
  version: 2,
  people: 'Власова М. С.',
  dueAtMs: Date.parse('2026-11-25T18:00:00+03:00'),
  to: 'Козлов И. И.',
  outcome: title,
  tone: 'forward',
  workMinutes: 95,
  late: false,
  remarks: 0,
  absent: 'Власова Мария Сергеевна',
  deadline: title,
  regulationVersion: 1,
  count: 3,
  fields: 1,
  files: true,
  number: '15-п',
  visas: 2,
  rule: title,
  branch: title,
  round: 2,
  participant: title,
};

// Seen red with one sentence left out of a catalogue, and with a place that nobody fills.
test.each(['ru', 'en'] as const)('every kind of history entry is a whole sentence in %s', (locale) => {
  const i18n = createI18n(locale);
  for (const type of document.historyType.options) {
    const sentence = historyWords(entry(type, everything), (text) => text[locale], when, i18n);
    expect(sentence, type).toBeTruthy();
    expect(sentence, type).not.toMatch(/history\.|\{\{|undefined/);
  }
});

test.each(['ru', 'en'] as const)('every reason of an incident has its words in %s', (locale) => {
  const i18n = createI18n(locale);
  for (const reason of common.incidentReason.options)
    expect(i18n.has(`incidents.reason.${reason}`), reason).toBe(true);
});

test('a late decision says so, with its own time', () => {
  const i18n = createI18n('ru');
  const said = historyWords(
    entry('decided', { ...everything, outcome: { ru: 'Согласовано', en: 'Approved' }, late: true }),
    (text) => text.ru,
    when,
    i18n,
  );
  expect(said?.replaceAll('\u00a0', ' ')).toBe(
    'Согласовано («Правовая экспертиза»), версия 2, рабочее время: 1 ч 35 мин, позже срока',
  );
});
