import { expect, test } from 'vitest';
import { buildCalendar } from './build-calendar.ts';
import { FIVE_BY_EIGHT, officeData } from './office.test-data.ts';

const fiveByEight = officeData({ week: FIVE_BY_EIGHT });
const { '2027': _, ...yearsBefore2027 } = fiveByEight.years;

/** Published tables of working time (40-hour week). 2027 base is the law alone, 2027 the preliminary data. */
const TABLES = [
  {
    name: '2025',
    data: fiveByEight,
    year: 2025,
    days: [17, 20, 21, 22, 18, 19, 23, 21, 22, 23, 19, 22],
    hours: [136, 160, 167, 175, 144, 151, 184, 168, 176, 184, 151, 176],
    total: [247, 1972],
    provisional: false,
  },
  {
    name: '2026',
    data: fiveByEight,
    year: 2026,
    days: [15, 19, 21, 22, 19, 21, 23, 21, 22, 22, 20, 22],
    hours: [120, 152, 168, 175, 151, 167, 184, 168, 176, 176, 159, 176],
    total: [247, 1972],
    provisional: false,
  },
  {
    // From the base row: 20 Feb worked and short, 22 Feb, 5 Nov and 31 Dec off, hence 22 Feb and 31 Dec not short.
    name: '2027, preliminary data',
    data: fiveByEight,
    year: 2027,
    days: [15, 19, 22, 22, 19, 21, 22, 22, 22, 21, 20, 22],
    hours: [120, 151, 176, 175, 152, 167, 176, 176, 176, 168, 159, 176],
    total: [247, 1972],
    provisional: false,
  },
  {
    name: '2027 base, the law without a decree',
    data: { ...fiveByEight, years: yearsBefore2027 },
    year: 2027,
    days: [15, 19, 22, 22, 19, 21, 22, 22, 22, 21, 21, 23],
    hours: [120, 151, 176, 175, 152, 167, 176, 176, 176, 168, 167, 183],
    total: [249, 1987],
    provisional: true,
  },
];

const ends = (year: number, month: number) => {
  const mm = String(month).padStart(2, '0');
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return { first: `${year}-${mm}-01`, last: `${year}-${mm}-${last}` };
};

test.each(TABLES)('working days and hours of $name agree with the table month by month', (table) => {
  const calendar = buildCalendar(table.data);
  const months = Array.from({ length: 12 }, (_, index) => {
    const { first, last } = ends(table.year, index + 1);
    const days = calendar.days(first, last);
    expect(days.every((day) => day.provisional === table.provisional)).toBe(true);
    const fromMs = Date.parse(`${first}T00:00:00+03:00`);
    const toMs = Date.parse(`${last}T23:59:59.999+03:00`);
    return {
      days: days.filter((day) => day.working).length,
      hours: calendar.workingMinutesBetween(fromMs, toMs) / 60,
    };
  });
  expect(months.map((month) => month.days)).toEqual(table.days);
  expect(months.map((month) => month.hours)).toEqual(table.hours);
  const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
  expect([sum(table.days), sum(table.hours)]).toEqual(table.total);
});

test.each([
  ['2021', 240],
  ['2022', 247],
  ['2023', 247],
  ['2024', 248],
  ['2025', 247],
  ['2026', 247],
  ['2027', 247],
])('%s has %i working days', (year, count) => {
  const days = buildCalendar(fiveByEight).days(`${year}-01-01`, `${year}-12-31`);
  expect(days.filter((day) => day.working).length).toBe(count);
});

test('only 2027 is preliminary, and every year names its source', () => {
  const years = Object.entries(officeData().years);
  expect(years.filter(([, year]) => year.status === 'preliminary').map(([year]) => year)).toEqual(['2027']);
  expect(years.every(([, year]) => year.source.length > 0)).toBe(true);
});

test('the law moves days off of 2027: 1 May to 3 May, 9 May to 10 May, 12 June to 14 June, none of January', () => {
  const calendar = buildCalendar({ ...fiveByEight, years: {} });
  for (const date of ['2027-05-03', '2027-05-10', '2027-06-14'])
    expect(calendar.isWorkingDay(date)).toBe(false);
  for (const date of ['2027-01-11', '2027-05-04', '2027-05-11', '2027-06-15']) {
    expect(calendar.isWorkingDay(date)).toBe(true);
  }
});
