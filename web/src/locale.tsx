import { createI18n, type I18n, LOCALES, type Locale, loadLocale } from '@reglament/i18n';
import { I18nProvider } from '@reglament/ui';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import { readLocal, writeLocal } from './theme.ts';

const KEY = 'reglament.locale';
const Context = createContext<(locale: Locale) => void>(() => undefined);

/** The language of this computer: the one chosen here before, else Russian. */
export function savedLocale(): Locale {
  const saved = readLocal(KEY);
  return LOCALES.find((locale) => locale === saved) ?? 'ru';
}

/** Words for the first paint; Russian when the chosen language cannot be fetched. */
export async function startLocale(): Promise<I18n> {
  const locale = savedLocale();
  try {
    await loadLocale(locale);
    return createI18n(locale);
  } catch {
    return createI18n('ru');
  }
}

/** Holds the words and lets the person change the language at any time, without a reload. */
export function LocaleProvider({ first, children }: { first: I18n; children: ReactNode }) {
  const [i18n, setI18n] = useState(first);
  const choose = useCallback(async (locale: Locale) => {
    await loadLocale(locale);
    writeLocal(KEY, locale);
    setI18n(createI18n(locale));
  }, []);
  useEffect(() => {
    document.documentElement.lang = i18n.locale;
  }, [i18n]);
  return (
    <Context value={choose}>
      <I18nProvider i18n={i18n}>{children}</I18nProvider>
    </Context>
  );
}

/** `choose(locale)`: changes the language of the screens. */
export function useChooseLocale(): (locale: Locale) => void {
  return useContext(Context);
}
