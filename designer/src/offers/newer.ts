import type { LibraryRow } from '@reglament/api';
import { copyRegulation } from '@reglament/editing';
import { parseRegulation } from '@reglament/regulation';
import { api, sendCommand } from '@reglament/web';

/** A version that is offered now and is later than the one a regulation was taken from. */
export interface Newer {
  readonly organisation: string;
  readonly regulation: string;
  readonly version: number;
}

/** Pure. */
export function newerOf({ origin }: LibraryRow): Newer | null {
  if (origin?.inForce === undefined || origin.inForce <= origin.version) return null;
  return { organisation: origin.organisation.id, regulation: origin.regulation, version: origin.inForce };
}

/**
 * The next working copy of an own regulation becomes what is offered now, under its own name.
 * @throws ApiError as the server refuses
 */
export async function takeVersion(
  row: LibraryRow,
  { organisation, regulation, version }: Newer,
): Promise<void> {
  const offer = await api.call('offers.show', { params: { organisation, id: regulation } });
  const reading = parseRegulation(offer.regulation);
  if (!reading.ok) throw new Error(regulation);
  await sendCommand(
    'workingCopies.create',
    {
      body: {
        regulation: { ...copyRegulation(reading.regulation, { id: row.id, title: row.title }) },
        base: row.versions,
        origin: { organisation, regulation, version },
      },
    },
    crypto.randomUUID(),
  );
}
