/** Documents that stopped, and their repair. */
export const incidents = {
  section: 'Incidents',
  blind: 'An administrator does not see the titles of documents.',
  none: 'No incidents',
  noneWhy: 'A document that stopped because nobody can decide will be here.',
  'reason.vacant-participant': 'Nobody to decide',
  'reason.no-superior': 'Nobody to tell of the lapsed term',
  'reason.step-failed': 'A step failed',
  since: 'stopped since {{when}}, document',
  better: 'Appoint to the post itself, for the future too:',
  assign: 'Appoint who decides',
  assignDo: 'Appoint',
  assignWhy: 'For this document only, and with a reason that its history keeps.',
  retry: 'Look for the performer again',
  cleared: 'Repaired: the document goes on',
  stands: 'Not yet: there is still no performer',
} as const;
