import { addCatalogues } from './i18n.ts';

/** Adds the words of the designer, which the desk need not load. Before the first `loadLocale`. */
export function addDesignerWords(): void {
  addCatalogues(async (locale) => {
    const [{ designer }, { wording }, { versions }] =
      locale === 'ru'
        ? await Promise.all([
            import('./catalogues/designer.ru.ts'),
            import('./catalogues/wording.ru.ts'),
            import('./catalogues/versions.ru.ts'),
          ])
        : await Promise.all([
            import('./catalogues/designer.en.ts'),
            import('./catalogues/wording.en.ts'),
            import('./catalogues/versions.en.ts'),
          ]);
    return { designer, wording, versions };
  });
}
