import type { I18n } from '@reglament/i18n';
import { namedRoles, roleTitle, stageKinds, type Text } from '@reglament/regulation';
import { newTitle } from '../canvas/gestures.ts';
import { isTermTitle } from '../document/termTitle.ts';

/** What a new part is called until somebody names it. */
export const firstWords = {
  participant: { ru: 'Начальник отдела автора', en: 'Head of the author’s unit' },
  term: { ru: '2 рабочих дня', en: '2 working days' },
  rule: { ru: 'Новое условие', en: 'New condition' },
  register: { ru: 'Новый журнал', en: 'New register' },
  legalTerm: { ru: 'Новый срок', en: 'New term' },
  field: { ru: 'Новое поле', en: 'New field' },
  firstOption: { ru: 'Первый вариант', en: 'First option' },
  option: { ru: 'Новый вариант', en: 'New option' },
  outcome: { ru: 'Новый исход', en: 'New outcome' },
  note: { ru: 'Новая заметка', en: 'New note' },
} as const satisfies Readonly<Record<string, Text>>;

/** What the defaults of kinds and the operations call their parts. */
const given: readonly Text[] = [
  { ru: 'Автор', en: 'Author' },
  { ru: 'Журнал регистрации', en: 'Register' },
  { ru: 'Выполнено', en: 'Done' },
  { ru: 'Куратор отдела автора', en: 'Curator of the author’s unit' },
  { ru: 'Кого выберет автор', en: 'Whom the author chooses' },
  ...namedRoles.flatMap((role) => roleTitle(role) ?? []),
];

/** Whether nobody has named it yet, in either language. Pure. */
export function isUnnamed(text: Text, i18n: I18n): boolean {
  const same = (one: Text) => one.ru === text.ru && one.en === text.en;
  return (
    Object.values(firstWords).some(same) ||
    given.some(same) ||
    isTermTitle(text) ||
    stageKinds.some((kind) => same(newTitle(kind, i18n)))
  );
}

/** A text with new words in one language; the other follows while nobody translated it. Pure. */
export function reworded(text: Text, words: string, i18n: I18n): Text {
  const follows = text.ru === text.en || isUnnamed(text, i18n);
  return follows ? { ru: words, en: words } : ({ ...text, [i18n.locale]: words } as unknown as Text);
}
