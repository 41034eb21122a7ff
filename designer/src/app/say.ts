import type { Text } from '@reglament/regulation';
import { useI18n } from '@reglament/ui';
import { useCallback } from 'react';

/** `say(text)`: a text of a regulation in the reader's language. */
export function useSay(): (text: Text) => string {
  const { locale } = useI18n();
  return useCallback((text: Text) => text[locale] || text.ru, [locale]);
}
