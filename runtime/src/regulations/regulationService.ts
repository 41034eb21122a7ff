import { type CompiledRegulation, compileForEngine } from '@reglament/engine';
import { readRegulation } from '@reglament/regulation';
import type { Store } from '@reglament/storage';
import type { DirectoryService } from '../directory/directoryService.ts';
import { all } from '../directory/directoryService.ts';
import { type RegulationVersionRow, regulationVersions } from '../storage/collections.ts';

/** Published versions: which is in force, and each made ready to run once. */
export interface RegulationService {
  /** Every published version, of every organisation; few, kept in memory. */
  versions(organisation: string, regulation?: string): readonly RegulationVersionRow[];
  /** The newest version whose date has come in the organisation's zone, or null. */
  inForce(organisation: string, regulation: string, nowMs: number): RegulationVersionRow | null;
  /** Regulations of the organisation with a version in force. */
  startable(organisation: string, nowMs: number): readonly RegulationVersionRow[];
  /** @throws Error when that version was never published: an instance is never without its version */
  compiled(organisation: string, regulation: string, version: number): CompiledRegulation;
  reload(): Promise<void>;
}

export async function openRegulations(store: Store, directory: DirectoryService): Promise<RegulationService> {
  let rows = await all(store, regulationVersions);
  const ready = new Map<string, CompiledRegulation>();

  const ofRegulation = (organisation: string, regulation?: string) =>
    rows
      .filter(
        (row) =>
          row.organisation === organisation && (regulation === undefined || row.regulation === regulation),
      )
      .sort((a, b) =>
        a.regulation < b.regulation ? -1 : a.regulation > b.regulation ? 1 : a.version - b.version,
      );

  const inForce = (organisation: string, regulation: string, nowMs: number) => {
    const today = directory.current().organisationCalendar(organisation).dayOf(nowMs);
    return ofRegulation(organisation, regulation).findLast((row) => row.inForceFrom <= today) ?? null;
  };

  return {
    versions: ofRegulation,
    inForce,
    startable(organisation, nowMs) {
      const ids = new Set(ofRegulation(organisation).map((row) => row.regulation));
      return [...ids].flatMap((id) => inForce(organisation, id, nowMs) ?? []);
    },
    compiled(organisation, regulation, version) {
      const id = versionId(organisation, regulation, version);
      const known = ready.get(id);
      if (known) return known;
      const row = rows.find((one) => one.id === id);
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
      rows = await all(store, regulationVersions);
    },
  };
}

export function versionId(organisation: string, regulation: string, version: number): string {
  return `${organisation}/${regulation}/${version}`;
}
