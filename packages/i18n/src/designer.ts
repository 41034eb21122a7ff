import { addCatalogues } from './i18n.ts';

/** Adds the words of the designer, which the desk need not load. Before the first `loadLocale`. */
export function addDesignerWords(): void {
  addCatalogues(async (locale) => ({
    designer:
      locale === 'ru'
        ? (await import('./catalogues/designer.ru.ts')).designer
        : (await import('./catalogues/designer.en.ts')).designer,
  }));
}
