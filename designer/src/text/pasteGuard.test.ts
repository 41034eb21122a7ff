import { describe, expect, it } from 'vitest';
import { refusedPaste } from './pasteGuard.ts';

describe('a pasted text', () => {
  it('is refused before the editor works on it when it is too large with what stands there, or far too deep', () => {
    expect(refusedPaste(' '.repeat(5 * 1024 * 1024), 0)?.code).toBe('too-large');
    expect(refusedPaste(' '.repeat(1024), 2 * 1024 * 1024)?.code).toBe('too-large');
    expect(refusedPaste('[{"a":'.repeat(50_000), 0)?.code).toBe('too-deep');
  });

  it('is taken with whatever else is wrong in it, so that its problems are shown', () => {
    expect(refusedPaste('['.repeat(100), 0)).toBeNull();
    expect(refusedPaste(`"${'['.repeat(5_000)}"`, 0)).toBeNull();
    expect(refusedPaste('{"a": 1}'.repeat(5_000), 60_000)).toBeNull();
  });
});
