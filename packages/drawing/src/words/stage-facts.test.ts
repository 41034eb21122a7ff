import { readFileSync } from 'node:fs';
import { createI18n } from '@reglament/i18n';
import { parseRegulation, type Regulation } from '@reglament/regulation';
import { expect, test } from 'vitest';
import { deadlineIn, durationWords, lapseWords, stagesOf, waysOut } from './stage-facts.ts';

const i18n = createI18n('ru');
const say = (text: { ru: string }) => text.ru;
function shipped(id: string): Regulation {
  const text = readFileSync(
    new URL(`../../../../regulations/${id}/regulation.json`, import.meta.url),
    'utf8',
  );
  const reading = parseRegulation(JSON.parse(text));
  if (!reading.ok) throw new Error(id);
  return reading.regulation;
}
const contract = shipped('municipal-contract');
const act = shipped('municipal-act');

test('the curator of a contract has one working day, then an auto-visa', () => {
  const deadline = deadlineIn(contract, contract.stages['curator']!);
  expect(durationWords(deadline!.term, i18n)).toBe('1 раб. день');
  expect(lapseWords(deadline!, i18n).at(-1)).toBe('автовиза');
});

test('registration is due the same day', () => {
  const deadline = deadlineIn(contract, contract.stages['registration']!);
  expect(durationWords(deadline!.term, i18n)).toBe('в тот же день');
});

test('each way out says its outcome, rule and target; the last of several says «otherwise»', () => {
  const ways = waysOut(contract, 'curator-choice', say, i18n);
  expect(ways.map(({ rule, otherwise, toTitle }) => [rule, otherwise, toTitle])).toEqual([
    ['Малая закупка: п. 4 ч. 1 ст. 93, цена до 600 000 ₽', false, 'Согласование с контрагентом'],
    [null, true, 'Виза куратора'],
  ]);
  const registration = waysOut(contract, 'registration', say, i18n);
  expect(registration.map(({ tone, policy, toTitle }) => [tone, policy, toTitle])).toEqual([
    ['forward', null, 'Ознакомление'],
    ['return', 'R5', 'Доработка'],
  ]);
});

test('the way is read to its end before rework; a branch holds its own stages only', () => {
  expect(stagesOf(act).slice(-3)).toEqual(['done', 'rework', 'annulled']);
  expect(stagesOf(act)).not.toContain('finance');
  expect(stagesOf(act, { block: 'block', branch: 'publication' })).toEqual(['publication', 'examination']);
});
