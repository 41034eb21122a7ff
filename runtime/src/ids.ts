import { randomBytes } from 'node:crypto';

/** Fresh ids: 16 letters and digits in lower case, no meaning, no order; about 82 bits. */
export type NewId = () => string;

const letters = 'abcdefghijkmnpqrstuvwxyz23456789';

export const randomId: NewId = () => {
  let id = '';
  for (const byte of randomBytes(16)) id += letters[byte & 31];
  return id;
};
