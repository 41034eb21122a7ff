export const people = {
  administrator: 'Administrator',
  methodologist: 'Methodologist',
} as const;
