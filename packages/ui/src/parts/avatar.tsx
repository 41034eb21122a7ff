import { initials } from '@reglament/i18n';

/** A person's letters; the name stands beside it, so it is silent to a screen reader. */
export function Avatar({ name, small = false }: { name: string; small?: boolean }) {
  return (
    <span className={small ? 'who who--s' : 'who'} aria-hidden="true">
      {initials(name)}
    </span>
  );
}
