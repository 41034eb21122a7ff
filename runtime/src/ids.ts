import { randomFillSync } from 'node:crypto';

/** Fresh ids: 18 letters and digits in lower case without meaning: 5 that follow the time, 13 by chance, about 65 bits. */
export type NewId = () => string;

/** In the order of their codes, so that later ids sort after earlier ones. */
const letters = '23456789abcdefghijkmnpqrstuvwxyz';
const chance = 13;

/** Random bytes are drawn for many ids at once: each call to the system costs as much as hundreds of bytes. */
const pool = Buffer.alloc(chance * 256);
let used = pool.length;

/** Half a minute in milliseconds, about: ids of one are in no order among themselves. */
const tick = 32_768;
const beginning = Date.UTC(2024, 0, 1);
let prefix = '';
let prefixTick = -1;

/**
 * Ids of one time lie side by side in every index: commits that share a flush then share the pages that they write, which by
 * chance alone they never do.
 */
export const randomId: NewId = () => {
  const now = Math.floor((Date.now() - beginning) / tick);
  if (now !== prefixTick) {
    prefixTick = now;
    prefix = '';
    for (let shift = 20; shift >= 0; shift -= 5) prefix += letters[(now >> shift) & 31];
  }
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  let id = prefix;
  for (const end = used + chance; used < end; used += 1) id += letters[(pool[used] as number) & 31];
  return id;
};
