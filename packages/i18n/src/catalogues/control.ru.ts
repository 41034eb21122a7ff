/** Work of the people whom the reader leads. */
export const control = {
  section: 'На контроле',
  short: 'Контроль',
  sum_one: '{{count}} задача в работе, просрочено {{overdue}}',
  sum_few: '{{count}} задачи в работе, просрочено {{overdue}}',
  sum_many: '{{count}} задач в работе, просрочено {{overdue}}',
  sum_other: '{{count}} задачи в работе, просрочено {{overdue}}',
  by: 'Как разложить',
  byTerm: 'По срокам',
  byPerson: 'По людям',
  overdue: 'Просрочено',
  open: 'В работе',
  common: 'общая задача',
  none: 'Открытых задач нет',
  noneWhy: 'Здесь видно, что сейчас у ваших подчинённых и что просрочено.',
} as const;
