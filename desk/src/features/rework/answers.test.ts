import type { RemarkRow } from '@reglament/api';
import { expect, test } from 'vitest';
import { answersToSend, remarksByPerson, unanswered } from './answers.ts';

const text = { ru: 'Экспертиза', en: 'Examination' };
const remark = (id: string, position: string, over: Partial<RemarkRow> = {}): RemarkRow => ({
  id,
  no: 1,
  text: 'Исправить',
  by: { position, name: 'Ахметова Лилия Рашидовна', post: 'финансист', unit: 'ФУ' },
  atMs: 0,
  stage: text,
  outcomeTitle: text,
  round: 1,
  version: 1,
  status: 'open',
  ...over,
});
const remarks = [
  remark('a', 'fin'),
  remark('b', 'law'),
  remark('c', 'fin'),
  remark('d', 'law', { status: 'answered' }),
];

test('remarks stand by person, in the order of the summary', () => {
  expect(remarksByPerson(remarks).map((group) => group.map(({ id }) => id))).toEqual([
    ['a', 'c'],
    ['b', 'd'],
  ]);
});

test('an open remark without an answer holds sending, one answered in an earlier round does not', () => {
  const answers = { a: { disposition: 'accepted' as const, text: '' } };
  expect(unanswered(remarks, answers).map(({ id }) => id)).toEqual(['b', 'c']);
});

// Seen red with every kept answer sent: an answer typed before the remark was closed made the server refuse the sending.
test('answers go only to remarks that are still open, without empty words', () => {
  const answers = {
    a: { disposition: 'accepted' as const, text: '  ' },
    d: { disposition: 'declined' as const, text: 'Поздно' },
  };
  expect(answersToSend(remarks, answers)).toEqual([{ remark: 'a', disposition: 'accepted' }]);
});
