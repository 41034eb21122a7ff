export const tasks = {
  section: 'Мои задачи',
  sectionShort: 'Задачи',
} as const;
