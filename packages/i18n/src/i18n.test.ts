import { expect, test } from 'vitest';
import { createI18n, loadLocale } from './i18n.ts';

test('a locale that was not fetched is refused in words', async () => {
  expect(() => createI18n('en')).toThrow(/not loaded/);
  await loadLocale('en');
  expect(createI18n('en').t('common.close')).toBe('Close');
});

test('Russian plurals follow one, few and many', () => {
  const { t } = createI18n('ru');
  expect([1, 2, 5, 11, 21, 104].map((count) => t('common.span.days', { count }))).toEqual([
    '1 раб. день',
    '2 раб. дня',
    '5 раб. дней',
    '11 раб. дней',
    '21 раб. день',
    '104 раб. дня',
  ]);
});

test('a place is filled with the text as it is, without HTML escapes', () => {
  expect(createI18n('ru').t('common.personRemove', { name: 'ООО «Щит» & <К>' })).toBe(
    'Убрать: ООО «Щит» & <К>',
  );
});

test('an unknown error code gets the general sentence, never a code', () => {
  const i18n = createI18n('ru');
  expect(i18n.error('NO_SUCH_CODE')).toMatch(/^Действие не выполнено/);
  expect(i18n.error('NETWORK')).toMatch(/^Сервер не отвечает/);
  expect(i18n.has('errors.NO_SUCH_CODE')).toBe(false);
});

test('a date that ends with a full stop ends the sentence too', () => {
  const i18n = createI18n('ru');
  const words = i18n.t('document.registeredNow', {
    number: 'Д-1/26',
    date: '13 января 2027 г.',
    where: 'Ознакомление',
  });
  expect(words).toBe('Зарегистрировано № Д-1/26, 13 января 2027 г. Сейчас: Ознакомление');
  expect(i18n.t('task.closedDecided', { outcome: 'Подождите...' })).toBe('Решено: Подождите....');
});
