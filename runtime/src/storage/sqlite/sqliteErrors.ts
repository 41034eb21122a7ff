import { StoreError, type StoreErrorCode } from '@reglament/storage';

/** Primary result codes of SQLite; the low byte of an extended one. */
const IOERR = 10;
const IOERR_FSYNC = IOERR | (4 << 8);
const CODES: Readonly<Record<number, StoreErrorCode>> = {
  13: 'STORE_FULL',
  8: 'STORE_IO', // READONLY
  [IOERR]: 'STORE_IO',
  11: 'STORE_IO', // CORRUPT
  14: 'STORE_IO', // CANTOPEN
  26: 'STORE_IO', // NOTADB
};

function resultCode(error: unknown): number | undefined {
  const { errcode } = error as { errcode?: unknown };
  return typeof errcode === 'number' ? errcode : undefined;
}

/** The store's error for one of SQLite, when the disk is to blame; anything else comes back as it is. */
export function storeErrorOf(error: unknown): unknown {
  const code = resultCode(error);
  const ours = code === undefined ? undefined : CODES[code & 0xff];
  return ours ? new StoreError(ours, (error as Error).message, { sqlite: code as number }) : error;
}

export const isBusy = (error: unknown) => ((resultCode(error) ?? 0) & 0xff) === 5;

/**
 * Whether all frames of the commit had been written when it failed, so that a crash now could still bring it back. After
 * any other error the frame that makes a commit of them was not written.
 */
export const isFsyncError = (error: unknown) => resultCode(error) === IOERR_FSYNC;
