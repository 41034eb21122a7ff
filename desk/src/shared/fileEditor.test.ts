import { expect, test } from 'vitest';
import { placeFile } from './fileEditor.tsx';

const file = (name: string, digest = 'a') => ({
  name,
  digest: digest.repeat(64),
  size: 1,
  type: 'application/pdf',
});

test('a new file goes to the end', () => {
  expect(placeFile([file('1')], file('2')).map(({ name }) => name)).toEqual(['1', '2']);
});

test('a replacement stands in the place of the old one, under its own name', () => {
  expect(placeFile([file('1'), file('2')], file('new'), '1').map(({ name }) => name)).toEqual(['new', '2']);
});

test('the same name never stands twice', () => {
  expect(placeFile([file('1'), file('2')], file('2', 'b'), '1').map(({ name }) => name)).toEqual(['2']);
  expect(placeFile([file('1')], file('1', 'b'))).toEqual([file('1', 'b')]);
});
