import type { DocumentDetail } from '@reglament/api';
import { type CompiledRegulation, type Instance, isSigned } from '@reglament/engine';
import type { Deps } from '../../deps.ts';
import { filesOf } from '../../documents/changes.ts';
import { presentDocument } from '../../documents/documentRow.ts';
import { presentFields, presentPosts } from '../../documents/fields.ts';
import { presentPerson } from '../../documents/person.ts';
import { whoHasIt } from '../../documents/position.ts';
import { presentRemarks } from '../../documents/remarks.ts';
import { loadTexts } from '../../documents/texts.ts';
import { presentVisas } from '../../documents/visas.ts';
import type { Session } from '../../http/session.ts';
import { registerId } from '../../regulations/publish.ts';
import { type DocumentRow, drafts, registers } from '../../storage/collections.ts';

/** The document's page: what it is, where it lies, who said what, and what the reader may do. */
export async function presentDocumentDetail(
  row: DocumentRow,
  instance: Instance,
  session: Session,
  deps: Deps,
): Promise<DocumentDetail> {
  const directory = deps.directory.current();
  const nowMs = deps.clock.now();
  const compiled = deps.regulations.compiled(row.organisation, row.regulation.id, row.regulation.version);
  const { regulation } = compiled;
  const texts = await loadTexts(deps.store, instance.id);
  const titleOf = (stage: string) => regulation.stages[stage]?.title ?? { ru: stage, en: stage };
  const mine = session.employee === row.author;
  const stoppable = mine && row.state === 'running' && !isSigned(instance);
  const card = Object.assign({}, ...instance.versions.map((version) => version.card));
  const again =
    row.state === 'withdrawn' && mine
      ? (
          await deps.store.find(drafts, {
            where: { author: row.author },
            order: { by: 'savedAtMs', desc: true },
            limit: 200,
          })
        ).rows.find((one) => one.document === row.id)
      : undefined;
  const holders = whoHasIt(instance, compiled, directory, nowMs);
  return {
    row: presentDocument(row, instance, deps),
    kindTitle: regulation.documentKind.title,
    regulation: { id: row.regulation.id, version: row.regulation.version, title: regulation.title },
    fields: presentFields(regulation.fields, regulation.fieldOrder),
    versions: instance.versions.map((version) => ({
      no: version.no,
      digest: version.digest,
      madeAtMs: version.madeAtMs,
      madeBy: presentPerson(
        directory.personOf(version.madeBy.employee, version.madeBy.position),
        version.madeBy.position,
      ),
      ...(version.visit === undefined
        ? {}
        : { stageTitle: titleOf(instance.visits[version.visit]?.stage ?? '') }),
      files: filesOf(version, row.files),
      card: { ...version.card } as DocumentDetail['versions'][number]['card'],
    })),
    posts: presentPosts(regulation, card, instance.chosen, directory, nowMs),
    registration: await registrationOf(row, instance, deps),
    ending: endingOf(instance, texts),
    now: holders,
    approval: approvalOf(instance, compiled),
    incidents: Object.values(instance.incidents).map((incident) => {
      const participant =
        incident.participant === undefined ? undefined : regulation.participants[incident.participant];
      return {
        stageTitle: titleOf(incident.stage),
        reason: incident.reason,
        ...(participant ? { participant: participant.title } : {}),
      };
    }),
    remarks: presentRemarks(instance, compiled, texts),
    visas: presentVisas(instance, compiled, directory, texts),
    abilities: { withdraw: stoppable, annul: stoppable },
    myTask:
      Object.values(instance.tasks).find((task) =>
        (task.takenBy ? [task.takenBy.position] : task.positions).some((post) =>
          session.positions.includes(post),
        ),
      )?.id ?? null,
    draft: again?.id ?? null,
    nowMs,
  };
}

async function registrationOf(
  row: DocumentRow,
  instance: Instance,
  deps: Deps,
): Promise<DocumentDetail['registration']> {
  const { registration } = instance;
  if (!registration) return null;
  const register = await deps.store.get(registers, registerId(row.organisation, registration.register));
  const decision = instance.decisions.find(({ id }) => id === registration.decision);
  return {
    register: register?.title.ru ?? registration.register,
    number: registration.number,
    date: registration.date,
    by: presentPerson(decision?.person ?? instance.initiator.person),
  };
}

function endingOf(instance: Instance, texts: ReadonlyMap<string, string>): DocumentDetail['ending'] {
  const { ending } = instance;
  if (!ending) return null;
  const reason = ending.reason === undefined ? undefined : texts.get(ending.reason.id);
  return { as: ending.as, atMs: ending.atMs, ...(reason === undefined ? {} : { reason }) };
}

/** «Согласовано 3 из 5» of the approval that is being asked; null when none is or only one person is asked. */
function approvalOf(instance: Instance, { regulation }: CompiledRegulation): DocumentDetail['approval'] {
  const visits = Object.values(instance.visits).filter(
    (visit) => visit.status === 'open' && visit.kind === 'approval',
  );
  const visit = visits.sort((a, b) => b.slots.length - a.slots.length)[0];
  if (!visit || visit.slots.length < 2) return null;
  const decided = visit.slots.filter((id) =>
    ['decided', 'kept'].includes(instance.slots[id]?.status ?? ''),
  ).length;
  return {
    stageTitle: regulation.stages[visit.stage]?.title ?? { ru: visit.stage, en: visit.stage },
    decided,
    all: visit.slots.length,
  };
}
