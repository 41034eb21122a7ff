import type { DayHours, Weekday, WeekHours } from './types.ts';

/** Working stretches of a day as wall-clock minutes since midnight: `[from, to]`, in order, none empty. */
export type WallSpans = readonly (readonly [number, number])[];

const CLOCK = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** Minutes since midnight, or `null` when the text is not `HH:MM`. */
export function parseClock(text: string): number | null {
  const parts = CLOCK.exec(text);
  return parts === null ? null : Number(parts[1]) * 60 + Number(parts[2]);
}

/** `null` when opening, breaks and closing are malformed or not in order. */
export function parseHours(hours: DayHours): WallSpans | null {
  const closes = parseClock(hours.closes);
  let from = parseClock(hours.opens);
  if (from === null || closes === null) return null;
  const spans: [number, number][] = [];
  for (const pause of hours.breaks) {
    const start = parseClock(pause.from);
    const end = parseClock(pause.to);
    if (start === null || end === null || start <= from || end <= start) return null;
    spans.push([from, start]);
    from = end;
  }
  if (closes <= from) return null;
  spans.push([from, closes]);
  return spans;
}

/**
 * The hours of a short day. The law shortens the working time and not the attendance (ТК ст. 95), so when the last
 * stretch is shorter than the cut, the rest comes off before the break.
 */
export function shorten(spans: WallSpans, minutes: number): WallSpans {
  const left = spans.map(([from, to]): [number, number] => [from, to]);
  let rest = minutes;
  for (let last = left[left.length - 1]; rest > 0 && last !== undefined; last = left[left.length - 1]) {
    const cut = Math.min(rest, last[1] - last[0]);
    last[1] -= cut;
    rest -= cut;
    if (last[1] === last[0]) left.pop();
  }
  return left;
}

/**
 * The hours of a weekly day off that is worked. It takes the place of a day of the week's beginning: every working
 * Saturday of the decrees since 2021 was exchanged for a Monday or a Tuesday, none for the shorter Friday.
 */
export function hoursOfWorkedDayOff(week: WeekHours): DayHours | null {
  for (const weekday of [1, 2, 3, 4, 5, 6, 7] satisfies Weekday[]) {
    const hours = week[weekday];
    if (hours !== null) return hours;
  }
  return null;
}
