import { isDeepStrictEqual } from 'node:util';
import { type Change, type FeedRow, insert, put, touch } from '@reglament/storage';
import type { NewDocument } from '../../deps.ts';
import { type DocumentRow, documents, type FileEntry } from '../../storage/collections.ts';
import { stemsOf } from '../stems.ts';
import type { Given } from './given.ts';
import { innOf, type Shown } from './shown.ts';

/** The document as it was stored, as it is brought in, or as it is sent again after a withdrawal. */
export function documentOf(stored: DocumentRow | null, { newDocument, newFiles }: Given): NewDocument | null {
  if (!stored) return newDocument;
  const files = [...(newDocument?.files ?? []), ...newFiles];
  const known = new Set(stored.files.map(nameAndDigest));
  const all = [...stored.files, ...files.filter((file) => !known.has(nameAndDigest(file)))];
  if (!newDocument) return files.length === 0 ? stored : { ...stored, files: all };
  const { endedAtMs, plannedMs, ...again } = stored;
  const { sentAtMs } = newDocument;
  return {
    ...again,
    sentAtMs,
    files: all,
    ...(newDocument.plannedMs === undefined ? {} : { plannedMs: newDocument.plannedMs }),
  };
}

const nameAndDigest = ({ name, digest }: FileEntry) => `${digest}/${name}`;

/** Without a stored row the document is new. */
export function documentChange(
  { result, compiled }: Given,
  row: NewDocument,
  stored: DocumentRow | undefined,
  shown: Shown,
  feed: FeedRow[],
): Change {
  const { instance, effects } = result;
  const added = effects.flatMap((effect) =>
    effect.type === 'reader' && !row.readers.includes(effect.principal) ? [effect.principal] : [],
  );
  const readers = added.length === 0 ? row.readers : [...row.readers, ...new Set(added)];
  const state = instance.status === 'running' ? 'running' : (instance.ending?.as ?? 'completed');
  const { urgent, number, ...card } = shown;
  const next = {
    ...row,
    ...card,
    instance: instance.id,
    regulation: { id: instance.regulation.id, version: instance.regulation.version },
    state,
    readers,
    ...(instance.registration ? { registrationNumber: instance.registration.number } : {}),
    ...(instance.ending ? { endedAtMs: instance.ending.atMs } : {}),
  } satisfies NewDocument;
  feed.push({
    org: instance.organisation,
    type: 'document',
    id: row.id,
    rev: (stored?.rev ?? 0) + 1,
    to: readers,
  });
  const [now, was] = [instance.versions.at(-1)?.card, instance.versions.at(-2)?.card];
  const inn = innOf(compiled, now);
  const found = [number, row.projectNumber, card.title, card.counterparty ?? '', inn];
  if (!stored) return insert(documents, next, { stems: stemsOf(found) });
  // Most commits change nothing by which the document is found: its stems stay as they are.
  const before = [
    row.registrationNumber ?? row.projectNumber,
    row.projectNumber,
    row.title,
    row.counterparty ?? '',
    was ? innOf(compiled, was) : inn,
  ];
  const same = found.every((words, index) => words === before[index]);
  // Most commits move the document on and change nothing of its own.
  if (same && isDeepStrictEqual(next, stored)) return touch(documents, stored.id, stored.rev);
  return same
    ? put(documents, next, stored.rev)
    : put(documents, next, stored.rev, { stems: stemsOf(found) });
}
