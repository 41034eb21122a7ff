import { parseRegulation, type Regulation, readRegulation } from '@reglament/regulation';
import { useApiQuery } from '@reglament/web';
import { useMemo } from 'react';
import { type LocalCopy, useLocalCopies } from '../saving/localCopies.ts';
import { localMoment, type Which } from './which.ts';

export interface Side {
  readonly which: Which;
  readonly regulation: Regulation | undefined;
  readonly error: Error | null;
  /** Of the working copy: who saved it. */
  readonly savedBy?: string;
  /** Of a local copy: itself; null when this computer does not have it or it cannot be read. */
  readonly local?: LocalCopy | null;
}

/** One side of a comparison. A version never changes; the working copy is read anew each time; a local copy lies here. */
export function useSide(id: string, which: Which): Side {
  const moment = localMoment(which);
  const version = useApiQuery(
    'regulations.version',
    { params: { id, version: String(which) } },
    { enabled: typeof which === 'number', staleTime: Number.POSITIVE_INFINITY },
  );
  const copy = useApiQuery(
    'workingCopies.show',
    { params: { id } },
    { enabled: which === 'copy', staleTime: 0 },
  );
  const local = useLocalCopies(id).find(({ atMs }) => atMs === moment);
  const document = which === 'copy' ? copy.data?.regulation : version.data?.regulation;
  const regulation = useMemo(() => {
    if (document === undefined && !local) return undefined;
    const reading = local ? readRegulation(local.text) : parseRegulation(document);
    return reading.ok ? reading.regulation : undefined;
  }, [document, local]);
  const savedBy = which === 'copy' ? copy.data?.savedBy : undefined;
  return {
    which,
    regulation,
    error: which === 'copy' ? copy.error : typeof which === 'number' ? version.error : null,
    ...(savedBy === undefined ? {} : { savedBy }),
    ...(moment === undefined ? {} : { local: (regulation && local) ?? null }),
  };
}
