/** Addresses of the designer's pages below `/designer`, and of the desk beside it. */
export const links = {
  library: '/',
  editor: (id: string) => `/${encodeURIComponent(id)}`,
} as const;

export const deskLinks = {
  tasks: '/',
  regulation: (id: string, version: number) => `/regulations/${encodeURIComponent(id)}/${version}`,
  people: '/people',
  signIn: (next: string) => `/sign-in?next=${encodeURIComponent(next)}`,
} as const;
