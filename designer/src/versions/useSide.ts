import { parseRegulation, type Regulation } from '@reglament/regulation';
import { useApiQuery } from '@reglament/web';
import { useMemo } from 'react';

/** A version by its number, or the working copy as the server has it. */
export type Which = number | 'copy';

export interface Side {
  readonly which: Which;
  readonly regulation: Regulation | undefined;
  readonly error: Error | null;
  /** Of the working copy: who saved it. */
  readonly savedBy?: string;
}

/** One side of a comparison. A version never changes; the working copy is read anew each time. */
export function useSide(id: string, which: Which): Side {
  const version = useApiQuery(
    'regulations.version',
    { params: { id, version: String(which) } },
    { enabled: which !== 'copy', staleTime: Number.POSITIVE_INFINITY },
  );
  const copy = useApiQuery(
    'workingCopies.show',
    { params: { id } },
    { enabled: which === 'copy', staleTime: 0 },
  );
  const document = which === 'copy' ? copy.data?.regulation : version.data?.regulation;
  const regulation = useMemo(() => {
    if (document === undefined) return undefined;
    const reading = parseRegulation(document);
    return reading.ok ? reading.regulation : undefined;
  }, [document]);
  const savedBy = which === 'copy' ? copy.data?.savedBy : undefined;
  return {
    which,
    regulation,
    error: which === 'copy' ? copy.error : version.error,
    ...(savedBy === undefined ? {} : { savedBy }),
  };
}

/** `3` or `copy` of an address; null for anything else. Pure. */
export function readWhich(text: string | null): Which | null {
  if (text === 'copy') return 'copy';
  return text !== null && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null;
}
