import type { RegisterRow } from '../storage/collections.ts';

/** Numbers of a register start again each calendar year of the organisation's zone. */
export function registerSeries(register: string, date: string): string {
  return `${register}/${date.slice(0, 4)}`;
}

/** Numbers of projects of one kind of document, «Д-214»: they do not start again. */
export function projectSeries(organisation: string, regulation: string): string {
  return `project/${organisation}/${regulation}`;
}

/** Fills a register's template: `{seq}`, `{seq:4}`, `{year}`, `{yy}`, `{month}`. */
export function writeNumber(template: RegisterRow['numberTemplate'], sequence: number, date: string): string {
  return template.replace(/\{(seq|year|yy|month)(?::(\d))?\}/g, (_, name: string, width?: string) => {
    switch (name) {
      case 'seq':
        return String(sequence).padStart(Number(width ?? 0), '0');
      case 'year':
        return date.slice(0, 4);
      case 'yy':
        return date.slice(2, 4);
      default:
        return date.slice(5, 7);
    }
  });
}
