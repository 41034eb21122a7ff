export const people = {
  administrator: 'Администратор',
  methodologist: 'Методолог',
} as const;
