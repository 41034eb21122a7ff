import { expect, test } from 'vitest';
import { choicesOf } from './choices.ts';
import { buildDetail, buildOutcome, buildRow } from './testing.ts';
import { missingFor, nothingTyped } from './typed.ts';

const [approve, withRemarks, refuse] = choicesOf(buildDetail());
const remark = (text: string, place = '') => ({ key: 'r', place, text });

test('approving lacks nothing', () => {
  expect(missingFor(approve!, nothingTyped, [], '')).toEqual([]);
});

test('refusing asks for a reason that is more than spaces', () => {
  expect(missingFor(refuse!, { ...nothingTyped, text: '  ' }, [], '')).toEqual([{ at: 'text' }]);
  expect(missingFor(refuse!, { ...nothingTyped, text: 'Нет расчёта' }, [], '')).toEqual([]);
});

test('with remarks at least one is asked for, and an empty one with a place is named', () => {
  expect(missingFor(withRemarks!, { ...nothingTyped, remarks: [remark('')] }, [], '')).toEqual([
    { at: 'remarks' },
  ]);
  expect(missingFor(withRemarks!, { ...nothingTyped, remarks: [remark('', 'п. 1')] }, [], '')).toEqual([
    { at: 'remark', key: 'r' },
  ]);
  expect(missingFor(withRemarks!, { ...nothingTyped, remarks: [remark('Исправить')] }, [], '')).toEqual([]);
});

test('a signature asks for the password, a form for its required fields', () => {
  const [sign] = choicesOf(
    buildDetail({
      row: buildRow({ abilities: { decide: ['signed'], take: false, release: false, handOver: false } }),
      outcomes: [buildOutcome('signed', 'forward', { signature: true })],
    }),
  );
  const form = [{ id: 'link', type: 'link' as const, title: { ru: 'Ссылка', en: 'Link' }, required: true }];
  expect(missingFor(sign!, nothingTyped, form, '')).toEqual([
    { at: 'form', field: 'link' },
    { at: 'password' },
  ]);
  expect(missingFor(sign!, { ...nothingTyped, form: { link: 'https://x' } }, form, 'secret')).toEqual([]);
});
