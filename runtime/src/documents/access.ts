import type { Deps } from '../deps.ts';
import { Refused } from '../http/refused.ts';
import type { Session } from '../http/session.ts';
import { type DocumentRow, documents, type InstanceRow, instances } from '../storage/collections.ts';

export function mayRead(readers: readonly string[], session: Session): boolean {
  const mine = new Set(session.principals);
  return readers.some((reader) => mine.has(reader));
}

/** Somebody else's document does not exist for the reader. @throws Refused NOT_FOUND */
export async function readableDocument(
  id: string,
  session: Session,
  deps: Pick<Deps, 'store'>,
): Promise<DocumentRow> {
  const row = await deps.store.get(documents, id);
  if (!row || !mayRead(row.readers, session)) throw new Refused('NOT_FOUND');
  return row;
}

/** The instance that a document moves by. @throws Refused NOT_FOUND */
export async function instanceOf(
  document: Pick<DocumentRow, 'instance'>,
  deps: Pick<Deps, 'store'>,
): Promise<InstanceRow> {
  const row = await deps.store.get(instances, document.instance);
  if (!row) throw new Refused('NOT_FOUND');
  return row;
}
