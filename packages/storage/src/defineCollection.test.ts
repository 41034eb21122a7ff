import { expect, test } from 'vitest';
import { defineCollection } from './defineCollection.ts';

interface Note {
  id: string;
  rev: number;
  org: string;
  readers: string[];
}

test('an index may not name a field that the collection does not declare', () => {
  expect(() => defineCollection<Note>({ name: 'notes', indexes: [{ fields: ['org'] }] })).toThrow(
    expect.objectContaining({ code: 'STORE_DECLARATION' }),
  );
});

test('a list is found by its elements and is no scalar of an index', () => {
  const fields = { org: 'text', readers: 'list' } as const;
  expect(() => defineCollection<Note>({ name: 'notes', fields, indexes: [{ fields: ['readers'] }] })).toThrow(
    expect.objectContaining({ code: 'STORE_DECLARATION' }),
  );
  expect(
    defineCollection<Note>({ name: 'notes', fields, indexes: [{ each: 'readers', fields: ['org'] }] })
      .indexes,
  ).toEqual([{ each: 'readers', fields: ['org'] }]);
});

test('a name that could not be a table is refused', () => {
  expect(() => defineCollection<Note>({ name: 'no"tes' })).toThrow(
    expect.objectContaining({ code: 'STORE_DECLARATION' }),
  );
});
