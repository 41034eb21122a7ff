import type { I18n } from '@reglament/i18n';
import { createContext, type ReactNode, useContext } from 'react';

const Context = createContext<I18n | null>(null);

/** Gives the words in the reader's language to everything below. */
export function I18nProvider({ i18n, children }: { i18n: I18n; children: ReactNode }) {
  return <Context value={i18n}>{children}</Context>;
}

/** The words in the reader's language. Throws when nobody provided them. */
export function useI18n(): I18n {
  const i18n = useContext(Context);
  if (!i18n) throw new Error('useI18n needs an <I18nProvider> above');
  return i18n;
}
