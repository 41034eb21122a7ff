import { describe, expect, it } from 'vitest';
import { createLockout } from './lockout.ts';

describe('guessing a password', () => {
  it('is slowed after five tries, twice as long each time, and forgiven by the right password', () => {
    let now = 1_000_000;
    const lockout = createLockout(() => now);
    for (let n = 0; n < 5; n++) {
      expect(lockout.waitMs('vlasova', '10.0.0.1')).toBe(0);
      lockout.failed('vlasova', '10.0.0.1');
    }
    expect(lockout.waitMs('vlasova', '10.0.0.1')).toBe(1000);
    now += 1000;
    lockout.failed('vlasova', '10.0.0.1');
    expect(lockout.waitMs('vlasova', '10.0.0.1')).toBe(2000);
    lockout.succeeded('vlasova', '10.0.0.1');
    expect(lockout.waitMs('vlasova', '10.0.0.1')).toBe(0);
  });

  it('from elsewhere does not lock the owner out', () => {
    const lockout = createLockout(() => 0);
    for (let n = 0; n < 40; n++) lockout.failed('vlasova', '10.0.0.66');
    expect(lockout.waitMs('vlasova', '10.0.0.66')).toBeGreaterThan(0);
    expect(lockout.waitMs('vlasova', '10.0.0.1')).toBe(0);
  });

  it('of many logins from one address is slowed too, and forgotten after a quarter of an hour', () => {
    let now = 0;
    const lockout = createLockout(() => now);
    for (let n = 0; n < 50; n++) lockout.failed(`user${n}`, '10.0.0.66');
    expect(lockout.waitMs('somebody', '10.0.0.66')).toBeGreaterThan(0);
    now += 15 * 60_000 + 1;
    expect(lockout.waitMs('somebody', '10.0.0.66')).toBe(0);
  });
});
