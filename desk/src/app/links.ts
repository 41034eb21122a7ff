/** Addresses of the pages; every link is made here. */
export const links = {
  signIn: '/sign-in',
  setup: '/setup',
  tasks: '/',
  decided: '/decided',
  task: (id: string) => `/tasks/${encodeURIComponent(id)}`,
  control: '/control',
  documents: '/documents',
  document: (id: string, tab?: string) => `/documents/${encodeURIComponent(id)}${tab ? `?tab=${tab}` : ''}`,
  sheet: (id: string) => `/documents/${encodeURIComponent(id)}/sheet`,
  search: '/search',
  newDocument: '/new',
  draft: (id: string) => `/drafts/${encodeURIComponent(id)}`,
  register: '/register',
  people: '/people',
  incidents: '/incidents',
  notices: '/notices',
  regulations: '/regulations',
  regulation: (id: string, version: number | string) => `/regulations/${encodeURIComponent(id)}/${version}`,
  account: '/account',
  /** The methodologist's own app beside the desk: loaded anew, never by the desk's router. */
  designer: (id = '') => `/designer/${encodeURIComponent(id)}`,
} as const;
