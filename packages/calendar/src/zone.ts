import { Temporal } from 'temporal-polyfill';
import { DAY_MS, daysInYear, firstDayOf, yearOf } from './dates.ts';

/** A stretch of time over which the zone's distance from UTC does not change. */
interface Stretch {
  readonly fromMs: number;
  readonly toMs: number;
  readonly offsetMs: number;
}

/** Wall clock of one time zone. Pure: depends on the zone data of the host only. */
export interface Zone {
  /** Day number of the date at an instant. */
  dayAt(ms: number): number;
  /**
   * The instant at which the wall clock of a day shows `wallMs` after midnight. A time that summer time skips is the
   * moment of the skip, a time that comes twice is its first coming: both keep the order of wall times.
   */
  instantOf(day: number, wallMs: number): number;
  /** The last millisecond of a day. */
  endOfDay(day: number): number;
}

/**
 * Asking Intl or Temporal for an offset costs microseconds and allocates, and a due date needs several: the stretches
 * of a year are found once and kept.
 */
function makeZone(name: string): Zone {
  const years = new Map<number, readonly Stretch[]>();

  /** Stretches covering a UTC year with two days to spare on both sides, for wall times near its ends. */
  function stretchesOf(year: number): readonly Stretch[] {
    const known = years.get(year);
    if (known !== undefined) return known;
    const startMs = (firstDayOf(year) - 2) * DAY_MS;
    const endMs = (firstDayOf(year) + daysInYear(year) + 2) * DAY_MS;
    const found: Stretch[] = [];
    let at = Temporal.Instant.fromEpochMilliseconds(startMs).toZonedDateTimeISO(name);
    for (;;) {
      const fromMs = at.epochMilliseconds;
      const next = at.getTimeZoneTransition('next');
      const last = next === null || next.epochMilliseconds >= endMs;
      found.push({
        fromMs,
        toMs: last ? endMs : next.epochMilliseconds,
        offsetMs: at.offsetNanoseconds / 1e6,
      });
      if (last) break;
      at = next;
    }
    years.set(year, found);
    return found;
  }

  function offsetAt(ms: number): number {
    const stretches = stretchesOf(yearOf(Math.floor(ms / DAY_MS)));
    for (const stretch of stretches) if (ms < stretch.toMs) return stretch.offsetMs;
    return stretches[stretches.length - 1]!.offsetMs;
  }

  function instantOf(day: number, wallMs: number): number {
    const wall = day * DAY_MS + wallMs;
    const stretches = stretchesOf(yearOf(day));
    for (const stretch of stretches) {
      const ms = wall - stretch.offsetMs;
      if (ms < stretch.toMs) return Math.max(ms, stretch.fromMs);
    }
    return wall - stretches[stretches.length - 1]!.offsetMs;
  }

  stretchesOf(1970); // an unknown zone throws here and not at the first due date
  return {
    dayAt: (ms) => Math.floor((ms + offsetAt(ms)) / DAY_MS),
    instantOf,
    endOfDay: (day) => instantOf(day + 1, 0) - 1,
  };
}

const zones = new Map<string, Zone>();

/** @throws RangeError for a name that the host's zone data does not know */
export function zoneNamed(name: string): Zone {
  let zone = zones.get(name);
  if (zone === undefined) {
    zone = makeZone(name);
    zones.set(name, zone);
  }
  return zone;
}
