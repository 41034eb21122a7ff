import { useSyncExternalStore } from 'react';

export type Theme = 'light' | 'dark' | 'system';
const KEY = 'reglament.theme';
const listeners = new Set<() => void>();
const dark = () => window.matchMedia?.('(prefers-color-scheme: dark)').matches ?? false;

/** What the person chose on this computer; the system's own theme until then. */
export function savedTheme(): Theme {
  const saved = readLocal(KEY);
  return saved === 'light' || saved === 'dark' ? saved : 'system';
}

/** Puts a theme on the page at once. */
export function applyTheme(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme === 'system' ? (dark() ? 'dark' : 'light') : theme;
}

/** Remembers a theme on this computer and puts it on the page. */
export function chooseTheme(theme: Theme): void {
  writeLocal(KEY, theme);
  applyTheme(theme);
  for (const listener of listeners) listener();
}

export function useTheme(): Theme {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, savedTheme);
}

/** localStorage may be shut (private mode, policy): then nothing is remembered and nothing breaks. */
export function readLocal(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function writeLocal(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Nothing to do: the choice holds until the page is closed.
  }
}
