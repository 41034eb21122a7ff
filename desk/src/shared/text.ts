import type { TextRow } from '@reglament/api';
import { useI18n } from '@reglament/ui';

/** `say(text)`: a text of a regulation in the reader's language. */
export function useSay(): (text: TextRow) => string {
  const { locale } = useI18n();
  return (text) => text[locale] || text.ru;
}
