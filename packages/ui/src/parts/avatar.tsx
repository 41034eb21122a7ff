import { initials } from '@reglament/i18n';

/** A person's letters; the name stands beside it, so it is silent to a screen reader and not part of a button's words. */
export function Avatar({ name, small = false }: { name: string; small?: boolean }) {
  return <span className={small ? 'who who--s' : 'who'} data-letters={initials(name)} aria-hidden="true" />;
}
