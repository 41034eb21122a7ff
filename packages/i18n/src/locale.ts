/** The languages of the screens. Russian is whole in the bundle, English is fetched when asked for. */
export const LOCALES = ['ru', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** The tag given to `Intl`: English as the rest of the world writes it (24 hours, day before month). */
export const INTL_TAG: Record<Locale, string> = { ru: 'ru-RU', en: 'en-GB' };
