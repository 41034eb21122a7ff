import type { NoticeRow } from '@reglament/api';
import { office } from '@reglament/api/schemas';
import { createI18n, loadLocale } from '@reglament/i18n';
import { beforeAll, expect, test } from 'vitest';
import { noticeWords } from './noticeWords.ts';

beforeAll(() => loadLocale('en'));

const when = { nowMs: Date.parse('2026-11-25T10:30:00+03:00'), zone: 'Europe/Moscow' };
const notice = (over: Partial<NoticeRow>): NoticeRow => ({
  id: 'n',
  kind: 'reminder',
  atMs: when.nowMs,
  document: 'd',
  documentTitle: 'Уличные светильники',
  number: 'Д-12',
  stageTitle: { ru: 'Правовая экспертиза', en: 'Legal examination' },
  dueAtMs: Date.parse('2026-11-25T18:00:00+03:00'),
  person: { name: 'Власова Мария Сергеевна', post: 'юрист', unit: '' },
  params: {},
  read: false,
  ...over,
});

test.each(['ru', 'en'] as const)('every kind of notice has its words in %s', (locale) => {
  const i18n = createI18n(locale);
  const kinds = office.notice.shape.kind.options;
  expect(kinds.length).toBeGreaterThan(5);
  for (const kind of kinds) {
    const { head } = noticeWords(
      notice({ kind, params: { as: 'completed' } }),
      (text) => text[locale],
      when,
      i18n,
    );
    expect(head, kind).not.toMatch(/bell\.|\{\{/);
    expect(head.length, kind).toBeGreaterThan(5);
  }
});

test('an escalation names who was late and where; a decision says how it was decided', () => {
  const i18n = createI18n('ru');
  const words = (over: Partial<NoticeRow>) => noticeWords(notice(over), (text) => text.ru, when, i18n);
  expect(words({ kind: 'escalation' })).toEqual({
    head: 'Власова\u00a0М.\u00a0С. не решил в срок: Правовая экспертиза',
    more: '№ Д-12, Уличные светильники, срок сегодня до 18:00',
  });
  expect(words({ kind: 'decided', params: { outcome: 'rejected' } }).head).toBe(
    'Власова\u00a0М.\u00a0С.: отклонено',
  );
  expect(words({ kind: 'ended', params: { as: 'annulled' } }).head).toBe('Ваш документ аннулирован');
});
