import { useEffect, useRef } from 'react';

/** `event.code` of the key, with `Shift+` before it when shift is held: `KeyJ`, `Digit1`, `Shift+Slash`. */
export type Hotkeys = Readonly<Record<string, () => void>>;

const TYPING =
  'input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable], [role=combobox]';
const PRESSES = 'a[href], button, summary, [role=menuitem], [role=tab], [role=option]';

/**
 * Listens for physical keys on the whole page, so that the Russian layout changes nothing. Silent while somebody
 * types, while a dialog or a menu is open, and with Ctrl, Alt or Meta; Enter
 * and Space on a button or a link stay theirs.
 */
export function useHotkeys(keys: Hotkeys, enabled = true): void {
  const now = useRef(keys);
  now.current = keys;
  useEffect(() => {
    if (!enabled) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const run = hotkeyFor(now.current, event);
      if (!run) return;
      event.preventDefault();
      run();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [enabled]);
}

function hotkeyFor(keys: Hotkeys, event: KeyboardEvent): (() => void) | undefined {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey)
    return undefined;
  const run = keys[`${event.shiftKey ? 'Shift+' : ''}${event.code}`];
  if (!run) return undefined;
  const target = event.target instanceof Element ? event.target : document.body;
  if (target.closest(TYPING)) return undefined;
  if ((event.code === 'Enter' || event.code === 'Space') && target.closest(PRESSES)) return undefined;
  if (document.querySelector('dialog[open], [role=menu]')) return undefined;
  return run;
}
