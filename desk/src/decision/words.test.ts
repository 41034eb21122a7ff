import { createI18n } from '@reglament/i18n';
import { expect, test } from 'vitest';
import { choicesOf } from './choices.ts';
import { buildDetail } from './testing.ts';
import { becomesWords } from './words.ts';

const i18n = createI18n('ru');

test('an approval with remarks promises an answer only for the case of a rework, a refusal promises it', () => {
  const words = choicesOf(buildDetail()).map((choice) =>
    becomesWords(choice, 'Лебедев Кирилл Андреевич', i18n),
  );
  expect(words[0]).toBe('');
  expect(words[1]).toMatch(/^Ваша виза засчитана\..* только если документ попадёт на доработку\.$/);
  expect(words[2]).toMatch(/Лебедев.К\..А\., увидит причину и ответит на каждое замечание/);
});
