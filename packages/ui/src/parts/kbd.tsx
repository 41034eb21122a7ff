import type { ReactNode } from 'react';

/** A key as it stands on the keyboard. Hidden from a screen reader: `aria-keyshortcuts` says it there. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <span aria-hidden="true">
      <kbd>{children}</kbd>
    </span>
  );
}

/** A line of the list of keys: what it does and which keys do it. */
export function KeyHint({ keys, children }: { keys: readonly string[]; children: ReactNode }) {
  return (
    <div className="key-hint">
      <dt>
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
