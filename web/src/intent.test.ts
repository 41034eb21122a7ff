import { expect, test } from 'vitest';
import { createIntent } from './intent.ts';

const counting = () => {
  let no = 0;
  return createIntent(() => {
    no += 1;
    return `key-${no}`;
  });
};

// Seen red with the key made anew for every press: a decision whose answer was lost would be refused as a second one.
test('pressing again with the same words after no answer repeats the key', () => {
  const intent = counting();
  expect(intent.keyFor({ outcome: 'approved' })).toBe('key-1');
  expect(intent.keyFor({ outcome: 'approved' })).toBe('key-1');
});

test('other words are another intent', () => {
  const intent = counting();
  intent.keyFor({ outcome: 'approved' });
  expect(intent.keyFor({ outcome: 'refused' })).toBe('key-2');
});

test('after an answer the same words are a new intent', () => {
  const intent = counting();
  intent.keyFor({ outcome: 'approved' });
  intent.settle();
  expect(intent.keyFor({ outcome: 'approved' })).toBe('key-2');
});
