import { describe, expect, it } from 'vitest';
import { localTime } from './local-time.ts';

describe('local time', () => {
  it.each([
    ['Europe/Moscow', '2026-11-16T10:00', '2026-11-16T07:00:00Z'],
    ['Asia/Kamchatka', '2026-01-01T00:30', '2025-12-31T12:30:00Z'],
    ['Europe/Kaliningrad', '2026-06-30T23:59', '2026-06-30T21:59:00Z'],
    // Summer time, which Russian zones no longer have: the hour that comes twice is taken the first time.
    ['Europe/Berlin', '2026-10-25T02:30', '2026-10-25T00:30:00Z'],
    ['Europe/Berlin', '2026-10-25T04:00', '2026-10-25T03:00:00Z'],
    ['America/New_York', '2026-03-08T03:00', '2026-03-08T07:00:00Z'],
  ])('in %s %s is %s', (zone, moment, instant) => {
    const time = localTime(zone);
    expect(time?.msOf(moment)).toBe(Date.parse(instant));
    expect(time?.momentOf(Date.parse(instant))).toBe(moment);
  });

  it('cuts seconds off', () => {
    expect(localTime('Europe/Moscow')?.momentOf(Date.parse('2026-11-16T20:59:59.999Z'))).toBe(
      '2026-11-16T23:59',
    );
  });

  it('knows no zone that does not exist', () => {
    expect(localTime('Europe/Nowhere')).toBeNull();
  });
});
