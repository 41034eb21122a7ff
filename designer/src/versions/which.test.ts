import { expect, it } from 'vitest';
import { localMoment, readWhich } from './which.ts';

// Seen failing with a pattern that was not anchored at its end.
it('an address names a version, the working copy or a local copy, and nothing else', () => {
  expect(['3', 'copy', 'local-1764547200000'].map(readWhich)).toEqual([3, 'copy', 'local-1764547200000']);
  for (const text of [null, '', '0', '-1', '1.5', 'Copy', 'local-', 'local-1x', 'local--1', '1234567'])
    expect(readWhich(text)).toBeNull();
  expect([localMoment('local-12'), localMoment('copy'), localMoment(12)]).toEqual([12, undefined, undefined]);
});
