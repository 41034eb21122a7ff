import { CalendarError } from './errors.ts';
import type { Weekday } from './types.ts';

/** Inside the package a date is a day number: days since 1970-01-01 in the proleptic Gregorian calendar. */
export const DAY_MS = 86_400_000;
export const MINUTE_MS = 60_000;
export const FIRST_YEAR = 1970;
export const LAST_YEAR = 2399;

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

const MONTH_STARTS = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];

export function daysInMonth(year: number, month: number): number {
  return MONTH_STARTS[month]! - MONTH_STARTS[month - 1]! + (month === 2 && isLeapYear(year) ? 1 : 0);
}

export function daysInYear(year: number): number {
  return isLeapYear(year) ? 366 : 365;
}

/** Day number of 1 January. */
export function firstDayOf(year: number): number {
  const before = year - 1;
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  return before * 365 + leapDays - 719_162; // 719162 = days from 0001-01-01 to the epoch
}

export function yearOf(day: number): number {
  let year = 1970 + Math.floor(day / 365.2425);
  if (day < firstDayOf(year)) year -= 1;
  else if (day >= firstDayOf(year) + daysInYear(year)) year += 1;
  return year;
}

export function dayNumber(year: number, month: number, dayOfMonth: number): number {
  const leap = month > 2 && isLeapYear(year) ? 1 : 0;
  return firstDayOf(year) + MONTH_STARTS[month - 1]! + leap + dayOfMonth - 1;
}

export function civilOf(day: number): { year: number; month: number; dayOfMonth: number } {
  const year = yearOf(day);
  let rest = day - firstDayOf(year);
  let month = 1;
  for (let length = daysInMonth(year, month); rest >= length; length = daysInMonth(year, month)) {
    rest -= length;
    month += 1;
  }
  return { year, month, dayOfMonth: rest + 1 };
}

/** 1970-01-01 was a Thursday. */
export function weekdayOf(day: number): Weekday {
  return (((((day + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** Keeps the day of the month, or takes the last one when the month is shorter. */
export function addMonths(day: number, months: number): number {
  const { year, month, dayOfMonth } = civilOf(day);
  const index = year * 12 + (month - 1) + months;
  const newYear = Math.floor(index / 12);
  const newMonth = (index % 12) + 1;
  return dayNumber(newYear, newMonth, Math.min(dayOfMonth, daysInMonth(newYear, newMonth)));
}

export function isoOf(day: number): string {
  const { year, month, dayOfMonth } = civilOf(day);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** `null` when the text is not an ISO date, does not exist, or lies outside the supported years. */
export function parseIso(date: string): number | null {
  const parts = ISO_DATE.exec(date);
  if (parts === null) return null;
  const [year, month, dayOfMonth] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return null;
  if (dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return null;
  return dayNumber(year, month, dayOfMonth);
}

/** @throws CAL_BAD_DATE */
export function requiredDay(date: string): number {
  const day = parseIso(date);
  if (day === null) throw new CalendarError('CAL_BAD_DATE', { date: String(date) });
  return day;
}
