import type { Locale } from '@reglament/i18n';

export type MonacoKit = typeof import('./monaco.ts');

let loading: Promise<MonacoKit> | null = null;

/** The text editor, fetched when it is first wanted, with its own words in the reader's language. A failure may be tried again. */
export function loadMonaco(locale: Locale): Promise<MonacoKit> {
  loading ??= fetchMonaco(locale).catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function fetchMonaco(locale: Locale): Promise<MonacoKit> {
  // The words must lie ready before any module of the editor asks for them.
  if (locale === 'ru') await import('monaco-editor/nls/lang/ru');
  const [kit] = await Promise.all([import('./monaco.ts'), fonts()]);
  return kit;
}

/** Columns are measured once: the face has to be there before. A face that does not come is no reason to wait. */
async function fonts(): Promise<void> {
  await Promise.race([
    document.fonts.load('400 13px "JetBrains Mono Variable"', 'aЯ'),
    new Promise((resolve) => setTimeout(resolve, 2_000)),
  ]).catch(() => undefined);
}
