import type { Text } from './regulation.ts';

/** Names of the roles that the product and its templates know, by the code that a regulation and a staff list hold. */
const titles: Readonly<Record<string, Text>> = {
  lawyer: { ru: 'Юрист', en: 'Lawyer' },
  regr: { ru: 'Регистратор', en: 'Registrar' },
  editor: { ru: 'Редактор', en: 'Editor' },
  fin: { ru: 'Финансист', en: 'Finance' },
  acct: { ru: 'Бухгалтер', en: 'Accountant' },
  proc: { ru: 'Контрактный управляющий', en: 'Contract manager' },
  mgr: { ru: 'Управляющий делами', en: 'Manager of affairs' },
  hr: { ru: 'Кадры', en: 'Personnel' },
  ctrl: { ru: 'Контролёр', en: 'Controller' },
  head: { ru: 'Глава', en: 'Head of the municipality' },
  methodologist: { ru: 'Методолог', en: 'Methodologist' },
  administrator: { ru: 'Администратор', en: 'Administrator' },
};

/** Codes of the roles that have a name of their own, in the order of the list. */
export const namedRoles: readonly string[] = Object.keys(titles);

/** What a role is called; undefined for a code that only one organisation knows. Pure. */
export function roleTitle(code: string): Text | undefined {
  return Object.hasOwn(titles, code) ? titles[code] : undefined;
}
