import type { EmployeeId } from '../model/directory.ts';
import type { Staff } from './staff.ts';

/** A chain of substitutes longer than this leads to nobody. */
const longestChain = 8;

/**
 * Who works for an employee on a day: himself when present, else the first of his substitutes that leads to somebody
 * present. `null` when nobody does. Of several absences on one day any substitute counts, in the order of the data.
 */
export function presentFor(staff: Staff, employee: EmployeeId, day: string): EmployeeId | null {
  return follow(staff, employee, day, []);
}

function follow(
  staff: Staff,
  employee: EmployeeId,
  day: string,
  passed: readonly EmployeeId[],
): EmployeeId | null {
  if (passed.length > longestChain || passed.includes(employee)) return null;
  const today = absencesOn(staff, employee, day);
  if (today.length === 0) return employee;
  for (const { substitute } of today) {
    if (substitute === undefined) continue;
    const found = follow(staff, substitute, day, [...passed, employee]);
    if (found !== null) return found;
  }
  return null;
}

function absencesOn(staff: Staff, employee: EmployeeId, day: string) {
  return (staff.absencesOf.get(employee) ?? []).filter(({ from, to }) => from <= day && day <= to);
}

/** Employees whose absence on a day may make this one act, directly or through others. */
export function standsInFor(staff: Staff, employee: EmployeeId, day: string): readonly EmployeeId[] {
  const found: EmployeeId[] = [];
  const seen = new Set([employee]);
  const queue = [employee];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    for (const absence of staff.absencesTakenBy.get(next) ?? []) {
      if (seen.has(absence.employee) || day < absence.from || absence.to < day) continue;
      seen.add(absence.employee);
      queue.push(absence.employee);
      if (presentFor(staff, absence.employee, day) === employee) found.push(absence.employee);
    }
  }
  return found;
}

/**
 * Ranges of days on which an employee is absent and nobody acts for him. Who acts changes only where an absence of
 * somebody in the chain begins or ends, so one day of each stretch between such dates tells for all of it.
 */
export function uncoveredDays(staff: Staff, employee: EmployeeId): { from: string; to: string }[] {
  const chain = new Set([employee]);
  const starts = new Set<string>();
  for (const member of chain) {
    for (const { from, to, substitute } of staff.absencesOf.get(member) ?? []) {
      starts.add(from).add(dayAfter(to, 1));
      if (substitute !== undefined) chain.add(substitute);
    }
  }
  const days = [...starts].sort();
  const ranges: { from: string; to: string }[] = [];
  days.forEach((from, index) => {
    const next = days[index + 1];
    // After the last date nobody of the chain is absent.
    if (next !== undefined && presentFor(staff, employee, from) === null) {
      ranges.push({ from, to: dayAfter(next, -1) });
    }
  });
  return ranges;
}

function dayAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}
