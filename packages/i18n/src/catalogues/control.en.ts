/** Work of the people whom the reader leads. */
export const control = {
  section: 'Under control',
  short: 'Control',
  sum_one: '{{count}} task open, {{overdue}} overdue',
  sum_other: '{{count}} tasks open, {{overdue}} overdue',
  by: 'How to arrange',
  byTerm: 'By term',
  byPerson: 'By person',
  overdue: 'Overdue',
  open: 'In progress',
  common: 'common task',
  none: 'No open tasks',
  noneWhy: 'What your people have on their desks now, and what is overdue.',
} as const;
