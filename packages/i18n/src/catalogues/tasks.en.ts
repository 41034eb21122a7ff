export const tasks = {
  section: 'My tasks',
  sectionShort: 'Tasks',
} as const;
