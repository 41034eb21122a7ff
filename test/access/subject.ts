import { currentVersion } from '@reglament/engine';
import type { Card } from '@reglament/regulation';
import { insert, put } from '@reglament/storage';
import { all } from '../../runtime/src/directory/directoryService.ts';
import {
  documents,
  drafts,
  incidents,
  instances,
  notices,
  regulationCopies,
  regulationLocks,
  regulationVersions,
  tasks,
} from '../../runtime/src/storage/collections.ts';
import { openSampleOffice, type SampleOffice } from '../../runtime/src/testing/sampleOffice.ts';

/** What the matrix is about: lebedev's contract at its legal examination, his draft, a common task, an incident. */
export interface Subject {
  readonly document: string;
  readonly task: string;
  readonly revision: number;
  readonly digest: string;
  readonly card: Card;
  readonly file: string;
  /** The procurement check that the former approver has made. */
  readonly decided: string;
  readonly draft: string;
  readonly draftRevision: number;
  readonly draftFile: string;
  readonly common: string;
  readonly commonRevision: number;
  readonly incident: string;
  /** The author's, unread. */
  readonly notice: string;
  /** Words of the contract that nobody outside may read. */
  readonly secrets: readonly string[];
}

/** A fresh sample office in which the author's draft has a file and a whole card: it could be sent. */
export async function openSubjectOffice(): Promise<SampleOffice> {
  const office = await openSampleOffice();
  const draft = (await all(office.store, drafts)).find(({ author }) => author === 'lebedev')!;
  const document = (await all(office.store, documents)).find(
    ({ author, regulation }) => author === 'lebedev' && regulation.id === draft.regulation,
  )!;
  const { card } = currentVersion((await office.store.get(instances, document.instance))!.state);
  await office.store.commit([put(drafts, { ...draft, card, files: document.files }, draft.rev)]);
  await drawAct(office);
  return office;
}

/** The tab in which the methodologist has the working copy of the act. */
export const drawingTab = 'tab-of-ryabova';

/** The methodologist draws the next version of the act, and has scheduled one of it. */
async function drawAct({ store, app }: SampleOffice): Promise<void> {
  const { rev, ...first } = (await store.get(regulationVersions, 'administration/municipal-act/1'))!;
  const id = 'administration/municipal-act';
  const copied = { organisation: first.organisation, regulation: first.regulation, title: first.title };
  await store.commit([
    insert(regulationVersions, { ...first, id: `${id}/2`, version: 2, inForceFrom: '2027-01-11' }),
    insert(regulationCopies, {
      id,
      ...copied,
      kindTitle: first.kindTitle,
      text: first.text.replace('"projectPrefix": "', '"projectPrefix": "Н'),
      scenarios: [],
      base: 2,
      savedAtMs: first.publishedAtMs,
      savedBy: 'Рябова Надежда Константиновна',
    }),
    insert(regulationLocks, {
      id,
      employee: 'ryabova',
      name: 'Рябова Надежда Константиновна',
      tab: drawingTab,
      sinceMs: Date.now(),
      beatMs: Date.now(),
      losers: [],
    }),
  ]);
  await app.deps.regulations.reload();
}

export async function findSubject({ store }: SampleOffice): Promise<Subject> {
  const rows = await all(store, tasks);
  const task = rows.find(
    ({ state, stage, author }) => state === 'open' && stage === 'legal' && author.employee === 'lebedev',
  )!;
  const document = (await store.get(documents, task.document))!;
  const { state } = (await store.get(instances, task.instance))!;
  const draft = (await all(store, drafts)).find(({ author }) => author === 'lebedev')!;
  const common = rows.find(({ state, stage }) => state === 'open' && stage === 'registration')!;
  const notice = (await all(store, notices)).find(
    ({ position, read }) => position === 'works-specialist-1' && !read,
  )!;
  return {
    document: document.id,
    task: task.id,
    revision: task.rev,
    digest: task.digest,
    card: currentVersion(state).card,
    file: document.files[0]!.digest,
    decided: rows.find(({ document: id, stage }) => id === document.id && stage === 'procurement')!.id,
    draft: draft.id,
    draftRevision: draft.rev,
    draftFile: draft.files[0]!.digest,
    common: common.id,
    commonRevision: common.rev,
    incident: (await all(store, incidents)).find(({ state }) => state === 'open')!.id,
    notice: notice.id,
    secrets: [document.id, document.title, document.projectNumber, document.files[0]!.name],
  };
}
