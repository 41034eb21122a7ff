import { russianCalendarData } from '@reglament/calendar';
import { indexDirectory } from '@reglament/engine';
import { printTable, spread } from './lib/table.ts';

// A staff list of 20,000 people indexed, against parsing the same list from text.
const many = Array.from({ length: 20_000 }, (_, n) => n);
const staff = {
  revision: '1',
  organisations: [{ id: 'o1', code: 'adm', title: 'Администрация', calendar: 'ru' }],
  units: many.slice(0, 2_000).map((n) => ({
    id: `u${n}`,
    organisation: 'o1',
    title: 'Отдел',
    head: `p${n * 10}`,
    ...(n === 0 ? {} : { parent: `u${n >> 1}` }),
  })),
  positions: many.map((n) => ({
    id: `p${n}`,
    code: `c${n}`,
    unit: `u${Math.floor(n / 10)}`,
    title: 'Специалист',
    roles: n % 7 === 0 ? ['registrar', 'lawyer'] : [],
    holder: `e${n}`,
  })),
  employees: many.map((n) => ({ id: `e${n}`, name: `Имя ${n}` })),
  absences: many.slice(0, 2_000).map((n) => ({
    id: `a${n}`,
    employee: `e${n}`,
    from: '2026-11-20',
    to: '2026-12-10',
    substitute: `e${n + 1}`,
  })),
  calendars: [russianCalendarData({ id: 'ru', zone: 'Europe/Moscow' })],
};
const text = JSON.stringify(staff);

const msOf = (work: () => unknown): number => {
  const begun = performance.now();
  work();
  return performance.now() - begun;
};
indexDirectory(staff);
const rows: number[][] = [];
for (let run = 1; run <= 5; run += 1) {
  const [index, parse] = [msOf(() => indexDirectory(staff)), msOf(() => JSON.parse(text))];
  rows.push([run, index, parse, index / parse]);
}
printTable(
  '20,000 people, 2,000 units, 2,000 absences indexed; goal: within 200 ms',
  'run index,ms JSON.parse,ms ratio'.split(' '),
  rows,
);
process.stdout.write(`  index, ms, min / median / max: ${spread(rows.map((row) => row[1]!))}\n`);
