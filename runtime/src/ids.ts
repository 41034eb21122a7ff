import { randomFillSync } from 'node:crypto';

/** Fresh ids: 16 letters and digits in lower case, no meaning, no order; about 82 bits. */
export type NewId = () => string;

const letters = 'abcdefghijkmnpqrstuvwxyz23456789';

/** Random bytes are drawn for many ids at once: each call to the system costs as much as hundreds of bytes. */
const pool = Buffer.alloc(16 * 256);
let used = pool.length;

export const randomId: NewId = () => {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  let id = '';
  for (const end = used + 16; used < end; used += 1) id += letters[(pool[used] as number) & 31];
  return id;
};
