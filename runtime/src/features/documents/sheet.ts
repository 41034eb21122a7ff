import type { SheetData } from '@reglament/api';
import { currentVersion, type Instance } from '@reglament/engine';
import type { Deps } from '../../deps.ts';
import { filesOf } from '../../documents/changes.ts';
import { presentPerson } from '../../documents/person.ts';
import { whoHasIt } from '../../documents/position.ts';
import { presentRemarks } from '../../documents/remarks.ts';
import { loadTexts } from '../../documents/texts.ts';
import { presentVisas } from '../../documents/visas.ts';
import type { DocumentRow } from '../../storage/collections.ts';

/** The approval sheet: generated from the decisions, never typed. */
export async function presentSheet(row: DocumentRow, instance: Instance, deps: Deps): Promise<SheetData> {
  const directory = deps.directory.current();
  const compiled = deps.regulations.compiled(row.organisation, row.regulation.id, row.regulation.version);
  const texts = await loadTexts(deps.store, instance.id);
  const signed = instance.versions.findLast(({ digest }) => digest === instance.signed?.digest);
  const version = signed ?? currentVersion(instance);
  const visas = presentVisas(instance, compiled, directory, texts);
  const calendar = directory.organisationCalendar(row.organisation);
  const nowMs = deps.clock.now();
  const lastMs = row.endedAtMs ?? nowMs;
  return {
    organisation: directory.organisation(row.organisation)?.title ?? '',
    kindTitle: compiled.regulation.documentKind.title,
    title: row.title,
    number: row.registrationNumber ?? row.projectNumber,
    registration: instance.registration
      ? { number: instance.registration.number, date: instance.registration.date }
      : null,
    author: presentPerson(row.authorPerson),
    version: version.no,
    digest: version.digest,
    files: filesOf(version, row.files),
    visas,
    remarks: presentRemarks(instance, compiled, texts),
    waiting: whoHasIt(instance, compiled, directory, nowMs).map(
      ({ person, stageTitle, sinceMs, dueAtMs }) => ({ person, stageTitle, sinceMs, dueAtMs }),
    ),
    totals: {
      workingMinutes: Math.max(0, calendar.workingMinutesBetween(row.sentAtMs, lastMs)),
      rounds: instance.round,
      automatic: visas.filter((visa) => visa.automatic !== undefined).length,
      late: visas.filter((visa) => visa.late).length,
    },
    sentAtMs: row.sentAtMs,
    madeAtMs: nowMs,
    zone: calendar.zone,
  };
}
