import type { AnswerOf } from '@reglament/api';

export type VersionRow = AnswerOf<'regulations.show'>['versions'][number];

/** How a version stands on a day. `until`: the last day on which it was in force. */
export type VersionState =
  | { readonly is: 'inForce' | 'scheduled' | 'withdrawn' | 'pilot' | 'pilotOver' | 'retired' }
  | { readonly is: 'past'; readonly until: string };

/**
 * How each version stands today: the last one for everybody whose day has come is in force, those before it were; a pilot is
 * beside them until its last day. Pure.
 *
 * @param today - a plain date in the organisation's zone
 */
export function versionStates(
  versions: readonly VersionRow[],
  today: string,
  isRetired: boolean,
): ReadonlyMap<number, VersionState> {
  const general = versions.filter(
    (row) => row.withdrawnAtMs === undefined && !row.pilot && row.inForceFrom <= today,
  );
  const now = general.at(-1);
  const stateOf = (row: VersionRow): VersionState => {
    if (row.withdrawnAtMs !== undefined) return { is: 'withdrawn' };
    if (row.inForceFrom > today) return { is: 'scheduled' };
    if (row.pilot) return { is: today <= row.pilot.until ? 'pilot' : 'pilotOver' };
    if (row === now) return { is: isRetired ? 'retired' : 'inForce' };
    const next = general[general.indexOf(row) + 1];
    return { is: 'past', until: dayBefore(next?.inForceFrom ?? today) };
  };
  return new Map(versions.map((row) => [row.version, stateOf(row)]));
}

function dayBefore(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
