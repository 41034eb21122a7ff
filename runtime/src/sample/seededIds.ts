import { createHash } from 'node:crypto';
import type { NewId } from '../ids.ts';

/** Ids that are the same at each loading: a hash of the seed and a count, as long as the usual ones. */
export function seededIds(seed: string): NewId {
  let count = 0;
  return () => {
    count++;
    const digest = createHash('sha256').update(`${seed}/${count}`).digest();
    return BigInt(`0x${digest.toString('hex')}`)
      .toString(36)
      .padStart(16, '0')
      .slice(-16);
  };
}
