/** How many tests passed, failed and were skipped. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}
export const emptyTally: Tally;
export const oneFailure: Tally;
export function readReport(file: string): unknown;
export function vitestTally(report: unknown, exitCode: number): Tally;
export function playwrightTally(report: unknown, exitCode: number): Tally;
export function sum(tallies: readonly Tally[]): Tally;
export function closingLine(tally: Tally): string;
export function isGreen(tally: Tally): boolean;
