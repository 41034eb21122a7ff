import type { Which } from '../versions/which.ts';

/** Addresses of the designer's pages below `/designer`, and of the desk beside it. */
export const links = {
  library: '/',
  fromTable: '/new/table',
  /** A regulation of an organisation above, as it is offered. */
  offered: (organisation: string, id: string) =>
    `/offered/${encodeURIComponent(organisation)}/${encodeURIComponent(id)}`,
  editor: (id: string) => `/${encodeURIComponent(id)}`,
  versions: (id: string) => `/${encodeURIComponent(id)}/versions`,
  /** A published version, to read. */
  version: (id: string, version: number) => `/${encodeURIComponent(id)}/versions/${version}`,
  /** Two of a regulation side by side. `change`: the number of the one that is shown. */
  diff: (id: string, from: Which, to: Which, change?: number) =>
    `/${encodeURIComponent(id)}/diff?from=${from}&to=${to}${change === undefined ? '' : `&change=${change}`}`,
} as const;

export const deskLinks = {
  tasks: '/',
  regulation: (id: string, version: number) => `/regulations/${encodeURIComponent(id)}/${version}`,
  people: '/people',
  signIn: (next: string) => `/sign-in?next=${encodeURIComponent(next)}`,
} as const;
