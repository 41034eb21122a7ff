/** What the server has: a version by its number, or the working copy. */
export type Stored = number | 'copy';

/** What is compared: also a local copy, called by its moment. */
export type Which = Stored | `local-${number}`;

/** `3`, `copy` or `local-1764547200000` of an address; null for anything else. Pure. */
export function readWhich(text: string | null): Which | null {
  if (text === 'copy') return 'copy';
  const moment = localMoment(text);
  if (moment !== undefined) return `local-${moment}`;
  return text !== null && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null;
}

/** When the local copy of that name was set aside; undefined for what is none. Pure. */
export function localMoment(which: Which | string | null): number | undefined {
  const found = /^local-(\d{1,15})$/.exec(String(which));
  return found ? Number(found[1]) : undefined;
}
