/** My documents and search. */
export const documents = {
  mine: 'My documents',
  mineShort: 'Documents',
  search: 'Search',
  find: 'Number, title, counterparty',
  toFind: 'Find',
  none: 'No documents yet',
  noneWhy: 'Everything that you send for approval will be here.',
  nothing: 'Nothing found',
  nothingWhy:
    'Check the number or take one word of the title. Documents of others that you may not see are not searched.',
  allYouSee: 'All documents that you may see, the newest first.',
  found_one: '{{count}} document shown for “{{q}}”.',
  found_other: '{{count}} documents shown for “{{q}}”.',
  sentAt: 'sent {{when}}',
  round: 'round {{round}}',
  with: 'with {{name}}, since {{since}}',
  andOthers_one: 'and {{count}} more',
  andOthers_other: 'and {{count}} more',
  'state.completed': 'Completed',
  'state.annulled': 'Annulled',
  'state.withdrawn': 'Withdrawn',
} as const;
