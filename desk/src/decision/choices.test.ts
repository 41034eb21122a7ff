import { expect, test } from 'vitest';
import { choicesOf } from './choices.ts';
import { buildDetail, buildOutcome, buildRow } from './testing.ts';

const ids = (detail: Parameters<typeof choicesOf>[0], withCopy = false) =>
  choicesOf(detail, withCopy).map(({ id, direct }) => `${id}${direct ? '' : '…'}`);

test('an approval is decided by 1 approve, 2 with remarks, 3 refuse', () => {
  expect(ids(buildDetail())).toEqual(['approved', 'approvedWithRemarks…', 'refused…']);
});

test('going forward stands first and annulling last, whatever the order of the regulation', () => {
  const detail = buildDetail({
    row: buildRow({
      abilities: { decide: ['annulled', 'returned', 'signed'], take: false, release: false, handOver: false },
    }),
    outcomes: [
      buildOutcome('annulled', 'annul', { textRequired: true }),
      buildOutcome('returned', 'return', { textRequired: true }),
      buildOutcome('signed', 'forward', { signature: true }),
    ],
  });
  expect(ids(detail)).toEqual(['signed…', 'returned…', 'annulled…']);
});

// Seen red with the outcomes of the stage instead of the reader's abilities.
test('only what the reader may do now becomes a button', () => {
  const row = buildRow({ abilities: { decide: ['approved'], take: false, release: false, handOver: false } });
  expect(ids(buildDetail({ row }))).toEqual(['approved']);
});

test('a form or an edited document stands between the press and the decision, unless the page sends the copy', () => {
  const outcomes = [buildOutcome('done', 'forward')];
  const row = buildRow({ abilities: { decide: ['done'], take: false, release: false, handOver: false } });
  const edits = { fields: [], files: true, rework: false };
  expect(ids(buildDetail({ row, outcomes, edits }))).toEqual(['done…']);
  expect(ids(buildDetail({ row, outcomes, edits }), true)).toEqual(['done']);
  const form = [{ id: 'link', type: 'link' as const, title: { ru: 'Ссылка', en: 'Link' }, required: true }];
  expect(ids(buildDetail({ row, outcomes, form }), true)).toEqual(['done…']);
});
