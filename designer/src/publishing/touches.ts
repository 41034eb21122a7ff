import type { Touched } from '@reglament/api';
import type { Duration, Text } from '@reglament/regulation';

/** Somebody's term at a stage, before and after. `who`: a person's name, or a participant's title. */
export interface TermLine {
  readonly who: string | Text;
  readonly stage: Text;
  readonly before: Duration;
  readonly after: Duration;
}

/** Those whose time becomes shorter, or longer: how many, each stage of each a line. */
export interface TermLines {
  readonly change: 'shorter' | 'longer';
  readonly of: 'people' | 'participants';
  readonly count: number;
  readonly lines: readonly TermLine[];
}

export interface Touches {
  /** Documents on their way, by version. */
  readonly running: Touched['running'];
  /** How many are not sent yet and are of authors whom the version is for. */
  readonly drafts: number;
  readonly terms: readonly TermLines[];
}

/** Whom a version touches that is for everybody, or for a pilot in these units and those below them. Pure. */
export function touchesOf(touched: Touched, pilot: readonly string[] | null): Touches {
  const isConcerned = ({ units }: { readonly units: readonly string[] }) =>
    pilot === null || units.some((unit) => pilot.includes(unit));
  const drafts = touched.drafts.filter(isConcerned).reduce((sum, { count }) => sum + count, 0);
  const terms = (['shorter', 'longer'] as const).flatMap((change): TermLines[] => {
    const rows = touched.terms.filter((row) => row.change === change);
    const people = rows.flatMap((row) =>
      row.people.filter(isConcerned).map(({ employee, name }) => ({ id: employee, line: lineOf(row, name) })),
    );
    const participants = rows.flatMap((row) =>
      row.participants
        .filter(isConcerned)
        .map(({ participant, title }) => ({ id: participant, line: lineOf(row, title) })),
    );
    return [linesOf(change, 'people', people), linesOf(change, 'participants', participants)];
  });
  return { running: touched.running, drafts, terms: terms.filter(({ count }) => count > 0) };
}

function lineOf({ stageTitle, before, after }: Touched['terms'][number], who: string | Text): TermLine {
  return { who, stage: stageTitle, before, after };
}

function linesOf(
  change: TermLines['change'],
  of: TermLines['of'],
  found: readonly { readonly id: string; readonly line: TermLine }[],
): TermLines {
  return { change, of, count: new Set(found.map(({ id }) => id)).size, lines: found.map(({ line }) => line) };
}
