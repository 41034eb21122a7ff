import { createI18n } from '@reglament/i18n';
import { expect, test } from 'vitest';
import { newTitle } from '../canvas/gestures.ts';
import { firstWords, isUnnamed } from './firstWords.ts';

const i18n = createI18n('ru');

test('what the designer called a part itself is no name yet, in either language', () => {
  expect(isUnnamed(firstWords.participant, i18n)).toBe(true);
  expect(isUnnamed(newTitle('approval', i18n), i18n)).toBe(true);
});

// Otherwise a translation that somebody wrote would be lost with the next letter of the other language.
test('what somebody named or translated stays his', () => {
  expect(isUnnamed({ ru: 'Юрист', en: firstWords.participant.en }, i18n)).toBe(false);
  expect(isUnnamed({ ru: firstWords.participant.ru, en: 'Head of the unit' }, i18n)).toBe(false);
});
