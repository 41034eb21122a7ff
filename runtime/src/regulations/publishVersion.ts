import { fileHash, isPlainDate } from '@reglament/regulation';
import type { Beside, Deps } from '../deps.ts';
import { all } from '../directory/directoryService.ts';
import {
  type ApprovingAct,
  type Pilot,
  type RegulationVersionRow,
  registers,
} from '../storage/collections.ts';
import { gapName, gapsOf, startingUnits } from './gaps.ts';
import { type Checked, checkRegulation, publicationOf } from './publish.ts';

export interface VersionRequest {
  readonly text: string;
  readonly scenarios: readonly string[];
  readonly organisation: string;
  /** Plain date; today in the organisation's zone when absent. */
  readonly from?: string;
  readonly comment: string;
  /** A name; empty for the owner's command line. */
  readonly publishedBy: string;
  readonly act?: ApprovingAct;
  readonly pilot?: Pilot;
  /** The version that it goes on from, null for the first; whatever is there when absent. */
  readonly base?: number | null;
  /** Rows of the same commit, once the number is known; read anew at each attempt. */
  readonly beside?: (version: number, from: string) => Promise<Beside>;
}

export type VersionPublished =
  | { readonly ok: true; readonly version: number; readonly from: string; readonly checked: Checked }
  | {
      readonly ok: false;
      readonly reason:
        | 'checkFailed'
        | 'publishUnchanged'
        | 'fromInPast'
        | 'baseOutdated'
        | 'pilotInvalid'
        /** Somebody was faster each time. */
        | 'lostRace';
      readonly params: Readonly<Record<string, string | number>>;
      readonly checked?: Checked;
    };

/** Checks the very text that it stores, then publishes the next version in one commit. Documents on their way stay on theirs. */
export async function publishVersion(
  request: VersionRequest,
  deps: Pick<Deps, 'store' | 'clock' | 'directory' | 'regulations'>,
): Promise<VersionPublished> {
  const { store, clock, directory, regulations } = deps;
  const { organisation, pilot } = request;
  const checked = await checkRegulation(request.text, request.scenarios);
  if (!checked.passed || !checked.regulation)
    return { ok: false, reason: 'checkFailed', params: {}, checked };
  const { regulation } = checked;
  const staff = directory.current();
  const today = staff.organisationCalendar(organisation).dayOf(clock.now());
  const from = request.from ?? today;
  if (!isPlainDate(from) || from < today) return { ok: false, reason: 'fromInPast', params: { from, today } };
  const foreign = pilot?.units.find((unit) => staff.unit(unit)?.organisation !== organisation);
  if (pilot && (foreign !== undefined || !isPlainDate(pilot.until) || pilot.until < from))
    return { ok: false, reason: 'pilotInvalid', params: { unit: foreign ?? '', until: pilot.until } };

  for (let attempt = 0; attempt < 8; attempt++) {
    const versions = regulations.versions(organisation, regulation.id);
    const latest = versions.at(-1)?.version ?? null;
    if (request.base !== undefined && request.base !== latest)
      return {
        ok: false,
        reason: 'baseOutdated',
        params: { base: request.base ?? 0, latest: latest ?? 0 },
        checked,
      };
    const last = versions.findLast((row) => row.withdrawnAtMs === undefined);
    if (last && last.hash === fileHash(regulation) && isForSame(last, pilot))
      return {
        ok: false,
        reason: 'publishUnchanged',
        params: { version: last.version, title: last.title.ru },
        checked,
      };
    const { version, changes, feed } = publicationOf({
      regulation,
      organisation,
      versions,
      registers: (await all(store, registers)).filter((row) => row.organisation === organisation),
      comment: request.comment,
      publishedAtMs: clock.now(),
      publishedBy: request.publishedBy,
      inForceFrom: from,
      scenarios: request.scenarios,
      gaps: gapsOf(regulation, organisation, startingUnits(organisation, staff), staff).map(gapName),
      ...(request.act ? { act: request.act } : {}),
      ...(pilot ? { pilot } : {}),
    });
    const beside = (await request.beside?.(version, from)) ?? { changes: [] };
    const done = await store.commit([...changes, ...beside.changes], [...feed, ...(beside.feed ?? [])]);
    await regulations.reload();
    if (done.ok) return { ok: true, version, from, checked };
    // Somebody published the same number meanwhile, or made the same register: once more from what is there now.
  }
  return { ok: false, reason: 'lostRace', params: {}, checked };
}

/** Whether a version already says the same to whom it would be published for: to everybody, or to the same pilot. Pure. */
function isForSame(last: RegulationVersionRow, pilot: Pilot | undefined): boolean {
  if (!last.pilot) return true;
  return (
    pilot !== undefined &&
    pilot.until === last.pilot.until &&
    [...pilot.units].sort().join('\n') === [...last.pilot.units].sort().join('\n')
  );
}
