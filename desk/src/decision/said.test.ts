import type { RemarkRow, SessionRow, VisaRow } from '@reglament/api';
import { expect, test } from 'vitest';
import { reasonBeside, refusalsOf, remarksOf } from './said.ts';

const text = { ru: 'Экспертиза', en: 'Examination' };
const person = (position: string) => ({
  employee: `e-${position}`,
  position,
  name: 'Власова Мария Сергеевна',
  post: 'юрист',
  unit: 'ПО',
});
const remark = (id: string, position: string, over: Partial<RemarkRow> = {}): RemarkRow => ({
  id,
  no: 1,
  text: 'Исправить пеню',
  by: person(position),
  atMs: 5,
  stage: text,
  outcomeTitle: text,
  round: 1,
  version: 1,
  status: 'open',
  ...over,
});
const refusal = (position: string, words: string): VisaRow =>
  ({
    id: position,
    person: person(position),
    tone: 'return',
    text: words,
    round: 1,
    atMs: 5,
    replaced: false,
  }) as VisaRow;
const me = (employee: string, position: string) =>
  ({ employee: { employee }, posts: [{ position }] }) as unknown as SessionRow;

test('an approver who is asked again finds his remarks, by himself or by his post, answered ones too', () => {
  const remarks = [remark('a', 'law'), remark('b', 'law', { status: 'answered' }), remark('c', 'fin')];
  expect(remarksOf(remarks, me('e-law', 'other')).map(({ id }) => id)).toEqual(['a', 'b']);
  expect(remarksOf(remarks, me('e-other', 'fin')).map(({ id }) => id)).toEqual(['c']);
});

test('the general reason of a refusal is told beside its separate remarks, and once where it is the remark itself', () => {
  const apart = { remarks: [remark('a', 'law')], visas: [refusal('law', 'Договор не готов')] };
  expect(refusalsOf(apart, 1).map(({ reason }) => reason)).toEqual(['Договор не готов']);
  expect(reasonBeside(apart.remarks[0]!, apart)).toBe('Договор не готов');
  const same = { remarks: [remark('a', 'law')], visas: [refusal('law', 'Исправить пеню')] };
  expect(refusalsOf(same, 1)).toEqual([]);
  expect(reasonBeside(same.remarks[0]!, same)).toBe('');
});

test('a refusal of an earlier round is not the reason of this one', () => {
  expect(refusalsOf({ remarks: [], visas: [refusal('law', 'Договор не готов')] }, 2)).toEqual([]);
});
