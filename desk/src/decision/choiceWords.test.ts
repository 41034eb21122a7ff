import { createI18n } from '@reglament/i18n';
import { expect, test } from 'vitest';
import { doneWords } from './choiceWords.ts';
import { buildOutcome } from './testing.ts';

const i18n = createI18n('ru');
const words = (id: string, ru: string, number?: string) =>
  doneWords(
    { outcome: buildOutcome(id, 'forward', { title: { ru, en: ru } }) },
    number === undefined ? {} : { number },
    'Дороги',
    (text) => text.ru,
    i18n,
  );

test('after a decision the toast says what was done, not what the button ordered', () => {
  expect(words('approved', 'Согласовать')).toBe('Согласовано: Дороги');
  expect(words('approvedWithRemarks', 'С замечаниями')).toBe('Согласовано с замечаниями: Дороги');
  expect(words('signed', 'Подписать')).toBe('Подписано: Дороги');
});

test('an outcome that the regulation named itself is quoted', () => {
  expect(words('agreed', 'Контрагент согласен')).toBe('«Контрагент согласен»: Дороги');
});

test('a registration names the number that was given', () => {
  expect(words('registered', 'Зарегистрировать', 'Д-1/26')).toBe('Зарегистрировано под № Д-1/26: Дороги');
});
