import { StoreError, type StoreErrorCode } from './errors.ts';

/** As many distinct stems a row may have. */
const MAX_STEMS = 2000;

/** Stems are folded by the caller: no space or control character parts them, and no capital waits for a store to fold it. */
const STEM = /^[^\s\p{C}A-Z]{1,64}$/u;

/** Checks what the caller made of a text or of what somebody typed. Pure. @throws `code` */
export function assertStems(stems: readonly string[], code: StoreErrorCode): void {
  if (stems.length > MAX_STEMS) throw new StoreError(code, `A row has at most ${MAX_STEMS} stems`);
  const bad = stems.find((stem) => typeof stem !== 'string' || !STEM.test(stem));
  if (bad !== undefined) throw new StoreError(code, `${JSON.stringify(bad)} cannot be a stem`);
}
