import { createI18n } from '@reglament/i18n';
import { expect, test } from 'vitest';
import { cardErrors, isHalfTyped, isWrong } from './cardErrors.ts';

const i18n = createI18n('ru');
const card = (inn: string, name = 'ООО «Свет»') => ({ party: { name, inn } });
const lack = { field: 'party', reason: 'inn' };

test('a wrong taxpayer number is told at its own place, by its length or by its check digit', () => {
  expect(cardErrors([lack], card('7707083894'), i18n)).toEqual({
    'party.inn': 'ИНН: не сходится контрольное число, проверьте цифры',
  });
  expect(cardErrors([lack], card('77070'), i18n)['party.inn']).toMatch(/^ИНН: нужно 10 цифр .* введено 5$/);
  expect(cardErrors([lack], card(''), i18n)['party.inn']).toBe('Введите ИНН');
});

test('a number that is still being typed is not called wrong before sending', () => {
  expect(isHalfTyped(lack, card('77070'))).toBe(true);
  expect(isHalfTyped(lack, card('7707083894'))).toBe(false);
});

test('an empty name is to be filled, a wrong value to be mended', () => {
  const empty = { field: 'party', reason: 'length' };
  expect(isWrong(empty, card('7707083893', ' '))).toBe(false);
  expect(cardErrors([empty], card('7707083893', ' '), i18n)).toEqual({ party: i18n.error('FIELD_REQUIRED') });
  expect(isWrong(lack, card('77070'))).toBe(true);
});
