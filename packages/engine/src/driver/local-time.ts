import type { LocalMoment } from '@reglament/regulation';

/** Wall clock of one zone, to the minute, as scenarios write it. */
export interface LocalTime {
  /** The instant of `YYYY-MM-DDTHH:MM`; of a time that the clock shows twice, the first. */
  msOf(moment: LocalMoment): number;
  /** What the clock shows at an instant; seconds are cut off. */
  momentOf(ms: number): LocalMoment;
}

/** @returns `null` for a zone that the host does not know */
export function localTime(zone: string): LocalTime | null {
  const format = formatOf(zone);
  if (format === null) return null;
  const momentOf = (ms: number): LocalMoment => {
    const parts = Object.fromEntries(format.formatToParts(ms).map(({ type, value }) => [type, value]));
    return `${parts['year']}-${parts['month']}-${parts['day']}T${parts['hour']}:${parts['minute']}`;
  };
  const offsetAt = (ms: number) => asUtc(momentOf(ms)) - Math.floor(ms / 60_000) * 60_000;
  return {
    momentOf,
    msOf(moment) {
      const wall = asUtc(moment);
      // The larger offset gives the earlier instant; the smaller is right when the larger shows another time.
      const offsets = [offsetAt(wall - 86_400_000), offsetAt(wall + 86_400_000)];
      const early = wall - Math.max(...offsets);
      return momentOf(early) === moment ? early : wall - Math.min(...offsets);
    },
  };
}

function asUtc(moment: LocalMoment): number {
  return Date.parse(`${moment}:00Z`);
}

function formatOf(zone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
  } catch {
    // RangeError is Intl's only way to say that it does not know the zone.
    return null;
  }
}
