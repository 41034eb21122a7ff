import { type CompiledRegulation, compileForEngine, type Directory } from '@reglament/engine';
import { readRegulation } from '@reglament/regulation';
import type { Store } from '@reglament/storage';
import type { DirectoryService } from '../directory/directoryService.ts';
import { all } from '../directory/directoryService.ts';
import {
  type RegulationVersionRow,
  type RetiredRegulationRow,
  regulationVersions,
  retiredRegulations,
} from '../storage/collections.ts';

/** Published versions: which is in force for whom, and each made ready to run once. */
export interface RegulationService {
  /** Every published version of an organisation, withdrawn ones among them; few, kept in memory. */
  versions(organisation: string, regulation?: string): readonly RegulationVersionRow[];
  /**
   * The newest version whose date has come in the organisation's zone and that is for the unit: for everybody, or a pilot
   * of this unit or of one above it that is not over. Without a unit: for everybody. Null when there is none. Whether the
   * regulation is retired is not asked here.
   */
  inForce(
    organisation: string,
    regulation: string,
    nowMs: number,
    unit?: string,
  ): RegulationVersionRow | null;
  /** Versions by which somebody of the unit may start a document now. */
  startable(organisation: string, nowMs: number, unit?: string): readonly RegulationVersionRow[];
  /** Versions by which anybody may start a document now, pilots among them. */
  inUse(organisation: string, nowMs: number): readonly RegulationVersionRow[];
  /** Since when nothing new starts by it, and why; null while it is not retired. */
  retirement(organisation: string, regulation: string): RetiredRegulationRow | null;
  /** @throws Error when that version was never published: an instance is never without its version */
  compiled(organisation: string, regulation: string, version: number): CompiledRegulation;
  reload(): Promise<void>;
}

export async function openRegulations(store: Store, directory: DirectoryService): Promise<RegulationService> {
  let rows = await readRows(store);
  const ready = new Map<string, CompiledRegulation>();

  const versions = (organisation: string, regulation?: string): readonly RegulationVersionRow[] => {
    const own = rows.versions.get(organisation) ?? [];
    return regulation === undefined ? own : own.filter((row) => row.regulation === regulation);
  };
  const idsOf = (organisation: string) => new Set(versions(organisation).map((row) => row.regulation));
  const todayOf = (organisation: string, nowMs: number) =>
    directory.current().organisationCalendar(organisation).dayOf(nowMs);
  const retirement = (organisation: string, regulation: string) =>
    rows.retired.get(regulationId(organisation, regulation)) ?? null;

  const inForce = (organisation: string, regulation: string, nowMs: number, unit?: string) => {
    const today = todayOf(organisation, nowMs);
    const units = unit === undefined ? [] : unitAndAbove(directory.current(), unit);
    return (
      versions(organisation, regulation).findLast(
        (row) => hasBegun(row, today) && (!row.pilot || units.some((one) => row.pilot?.units.includes(one))),
      ) ?? null
    );
  };
  const notRetired = (organisation: string) =>
    [...idsOf(organisation)].filter((id) => !retirement(organisation, id));

  return {
    versions,
    inForce,
    retirement,
    startable: (organisation, nowMs, unit) =>
      notRetired(organisation).flatMap((id) => inForce(organisation, id, nowMs, unit) ?? []),
    inUse(organisation, nowMs) {
      const today = todayOf(organisation, nowMs);
      return notRetired(organisation).flatMap((id) => {
        const general = inForce(organisation, id, nowMs);
        const newer = versions(organisation, id).filter(
          (row) => row.pilot && hasBegun(row, today) && row.version > (general?.version ?? 0),
        );
        return general ? [general, ...newer] : newer;
      });
    },
    compiled(organisation, regulation, version) {
      const id = versionId(organisation, regulation, version);
      const known = ready.get(id);
      if (known) return known;
      const row = versions(organisation, regulation).find((one) => one.version === version);
      if (!row) throw new Error(`Regulation ${id} was never published here`);
      const reading = readRegulation(row.text);
      if (!reading.ok)
        throw new Error(
          `Regulation ${id} cannot be read: ${reading.problems.map((one) => one.code).join(', ')}`,
        );
      const compiled = compileForEngine(reading.regulation, version, row.hash);
      ready.set(id, compiled);
      return compiled;
    },
    async reload() {
      rows = await readRows(store);
    },
  };
}

/** Versions by organisation, in the order of regulation and number; retirements by id. */
async function readRows(store: Store) {
  const [published, retired] = await Promise.all([
    all(store, regulationVersions),
    all(store, retiredRegulations),
  ]);
  const versions = Map.groupBy(published, (row) => row.organisation);
  for (const own of versions.values())
    own.sort((a, b) =>
      a.regulation < b.regulation ? -1 : a.regulation > b.regulation ? 1 : a.version - b.version,
    );
  return { versions, retired: new Map(retired.map((row) => [row.id, row])) };
}

/** Its date has come, it was not withdrawn, and its pilot, if it is one, is not over. Pure. */
function hasBegun(row: RegulationVersionRow, today: string): boolean {
  return (
    row.withdrawnAtMs === undefined &&
    row.inForceFrom <= today &&
    (row.pilot === undefined || today <= row.pilot.until)
  );
}

/** The unit and those above it; a loop in the data ends the walk. Pure. */
export function unitAndAbove(directory: Directory, unit: string): readonly string[] {
  const way: string[] = [];
  for (let id: string | undefined = unit; id !== undefined && !way.includes(id); ) {
    way.push(id);
    id = directory.unit(id)?.parent;
  }
  return way;
}

export function regulationId(organisation: string, regulation: string): string {
  return `${organisation}/${regulation}`;
}

export function versionId(organisation: string, regulation: string, version: number): string {
  return `${regulationId(organisation, regulation)}/${version}`;
}
