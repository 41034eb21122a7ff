import type { VisaRow } from '@reglament/api';
import { expect, test } from 'vitest';
import { buildDetail, buildOutcome, buildRow } from '../../decision/testing.ts';
import { needsLook, signingOutcome } from './signRow.ts';

const signing = (decide: string[], over = {}) =>
  buildDetail({
    row: buildRow({
      kind: 'signing',
      abilities: { decide, take: false, release: false, handOver: false },
      ...over,
    }),
    outcomes: [
      buildOutcome('signed', 'forward', { signature: true }),
      buildOutcome('returned', 'return', { textRequired: true }),
    ],
  });
const visa = (over: Partial<VisaRow>) => ({ replaced: false, otherVersion: false, ...over }) as VisaRow;

test('only what the reader may sign now is signed in a row', () => {
  expect(signingOutcome(signing(['signed', 'returned']))).toBe('signed');
  expect(signingOutcome(signing(['returned']))).toBeUndefined();
  expect(signingOutcome(signing(['signed'], { state: 'closed' }))).toBeUndefined();
});

test('an open remark or a standing visa on another version puts a document aside', () => {
  expect(needsLook(buildDetail())).toBe(false);
  expect(needsLook(buildDetail({ visas: [visa({ otherVersion: true })] }))).toBe(true);
  expect(needsLook(buildDetail({ visas: [visa({ otherVersion: true, replaced: true })] }))).toBe(false);
});
