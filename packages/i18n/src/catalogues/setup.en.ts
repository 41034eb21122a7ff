/** The first administrator of an empty deployment. */
export const setup = {
  title: 'First start',
  lead: 'Name your body and make the first administrator. The link works once.',
  noToken: 'Open the link that the server printed at its start: it carries a one-time key.',
  closed: 'There is an administrator already. Sign in with that login.',
  after: 'What comes next:',
  afterPeople: 'enter units, posts and people;',
  afterRegulation: 'publish a regulation on the server:',
  organisation: 'Title of the body',
  organisationHint: 'As on its letterhead.',
  zone: 'Time zone',
  loginHint: 'In Latin letters.',
  again: 'Password again',
  short: 'At least {{count}} characters',
  differs: 'The passwords differ',
  tokenHint: 'While there is no administrator the link is printed anew at each start: take the latest.',
  begin: 'Begin',
} as const;
