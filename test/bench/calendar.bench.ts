import { buildCalendar, russianCalendarData, type Term } from '@reglament/calendar';
import { printTable, spread } from './lib/table.ts';

// A due date in working time, against a look into a JS map.
const calendar = buildCalendar(russianCalendarData({ id: 'ru', zone: 'Europe/Moscow' }));
const terms: readonly Term[] = [
  { amount: 3, unit: 'workingDays' },
  { amount: 16, unit: 'workingHours' },
  { amount: 30, unit: 'calendarDays' },
  { amount: 1, unit: 'months' },
];
const start = Date.parse('2026-11-25T10:00:00+03:00');
const count = 4_000;
const map = new Map(Array.from({ length: count }, (_, n) => [`${start + n * 60_000}`, n]));

const usOf = (work: (n: number) => unknown): number => {
  const begun = performance.now();
  for (let n = 0; n < count; n += 1) work(n);
  return ((performance.now() - begun) * 1_000) / count;
};
const due = () => usOf((n) => calendar.due(start + n * 60_000, terms[n % terms.length]!));
due();
const rows: number[][] = [];
for (let run = 1; run <= 5; run += 1) {
  const [term, look] = [due(), usOf((n) => map.get(`${start + n * 60_000}`))];
  rows.push([run, term, look, term / look]);
}
printTable('A warm due date; goal: within 20 us', 'run due,us map,us ratio'.split(' '), rows);
process.stdout.write(`  due, us, min / median / max: ${spread(rows.map((row) => row[1]!))}\n`);
