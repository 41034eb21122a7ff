import { type Change, insert, put, remove, type Store } from '@reglament/storage';
import { type OwnedRegulationRow, ownedRegulations } from '../storage/collections.ts';
import { regulationId } from './regulationService.ts';

/** What is kept of a regulation. */
export type Kept = Pick<OwnedRegulationRow, 'owner' | 'offer' | 'origin'>;

export function keptOf(row: OwnedRegulationRow | undefined): Kept {
  const { owner, offer, origin } = row ?? {};
  return { ...(owner && { owner }), ...(offer && { offer }), ...(origin && { origin }) };
}

export function ownedRow(
  organisation: string,
  regulation: string,
  store: Store,
): Promise<OwnedRegulationRow | undefined> {
  return store.get(ownedRegulations, regulationId(organisation, regulation));
}

/** Keeps `next` of the regulation, if its row is still as it was read: nobody's change is lost. */
export function keepOwned(
  organisation: string,
  regulation: string,
  before: OwnedRegulationRow | undefined,
  next: Kept,
): Change {
  const row = { id: regulationId(organisation, regulation), organisation, regulation, ...next };
  return before ? put(ownedRegulations, row, before.rev) : insert(ownedRegulations, row);
}

/** Nothing is left of a regulation that was never published when its working copy goes. */
export function dropOwned(before: OwnedRegulationRow | undefined): readonly Change[] {
  return before ? [remove(ownedRegulations, before.id, before.rev)] : [];
}

/** What is kept of every regulation of an organisation that has such a row. */
export async function ownedOf(
  organisation: string,
  store: Store,
): Promise<ReadonlyMap<string, OwnedRegulationRow>> {
  const rows = new Map<string, OwnedRegulationRow>();
  let after: string | undefined;
  do {
    const page = await store.find(ownedRegulations, {
      where: { organisation },
      limit: 1000,
      ...(after === undefined ? {} : { after }),
    });
    for (const row of page.rows) rows.set(row.regulation, row);
    after = page.next;
  } while (after !== undefined);
  return rows;
}
