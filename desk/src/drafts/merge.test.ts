import type { FileRow } from '@reglament/api';
import { expect, test } from 'vitest';
import { type Content, mergeContent } from './merge.ts';

const file = (name: string): FileRow => ({ name, digest: 'a'.repeat(64), size: 1, type: 'text/plain' });
const content = (card: Content['card'], files: readonly FileRow[] = []): Content => ({ card, files });

test('fields that only one side changed are taken from that side', () => {
  const base = content({ subject: 'Дороги', price: 1, term: '2026-12-01' });
  const mine = content({ subject: 'Дороги зимой', price: 1, term: '2026-12-01' });
  const theirs = content({ subject: 'Дороги', price: 2, term: '2026-12-01' });
  expect(mergeContent(base, mine, theirs)).toEqual({
    merged: content({ subject: 'Дороги зимой', price: 2, term: '2026-12-01' }),
    clashes: [],
  });
});

// Seen red with theirs taken silently: what the person had typed was lost.
test('a field changed on both sides keeps what was typed here and is named', () => {
  const base = content({ subject: 'а' });
  const { merged, clashes } = mergeContent(base, content({ subject: 'моё' }), content({ subject: 'чужое' }));
  expect(merged.card).toEqual({ subject: 'моё' });
  expect(clashes).toEqual([{ of: 'field', id: 'subject' }]);
});

test('the same change on both sides is no clash', () => {
  const base = content({ subject: 'а' });
  expect(mergeContent(base, content({ subject: 'б' }), content({ subject: 'б' })).clashes).toEqual([]);
});

test('an emptied field stays empty', () => {
  const base = content({ subject: 'а', advance: 5 });
  expect(
    mergeContent(base, content({ subject: 'а' }), content({ subject: 'б', advance: 5 })).merged.card,
  ).toEqual({
    subject: 'б',
  });
});

test('files are one place: a file added here and a field changed there come together', () => {
  const base = content({ subject: 'а' }, [file('1.pdf')]);
  const mine = content({ subject: 'а' }, [file('1.pdf'), file('2.pdf')]);
  const { merged, clashes } = mergeContent(base, mine, content({ subject: 'б' }, [file('1.pdf')]));
  expect(clashes).toEqual([]);
  expect(merged).toEqual(content({ subject: 'б' }, [file('1.pdf'), file('2.pdf')]));
});

test('chosen people are joined by participant', () => {
  const base = { ...content({}), chosen: { units: ['a'] } };
  const mine = { ...content({}), chosen: { units: ['a', 'b'] } };
  const theirs = { ...content({}), chosen: { units: ['a', 'c'] } };
  expect(mergeContent(base, mine, theirs).clashes).toEqual([{ of: 'chosen', id: 'units' }]);
});
