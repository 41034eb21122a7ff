import { type RefObject, useEffect } from 'react';

const focusable = 'input:not(:disabled), select:not(:disabled), textarea, button:not(:disabled), summary';

/**
 * Keeps the focus inside a panel when the control that had it goes away with what it removed: it passes to the nearest that
 * stands around it. Whoever points elsewhere has left.
 */
export function useKeptFocus(panel: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const box = panel.current;
    if (!box) return;
    /** The control that had the focus last, then what lies around it, to the panel. */
    let path: readonly Element[] = [];
    const onFocus = ({ target }: FocusEvent) => {
      const around: Element[] = [];
      for (let at = target as Element | null; at && box.contains(at); at = at.parentElement) around.push(at);
      path = around;
    };
    const onPointer = ({ target }: Event) => {
      if (!box.contains(target as Node)) path = [];
    };
    const observer = new MutationObserver(() => {
      const [last, ...around] = path;
      if (!last || last.isConnected || document.activeElement !== document.body) return;
      const next = around
        .filter((each) => each.isConnected)
        .map((each) => each.querySelector<HTMLElement>(focusable))
        .find((each) => each !== null);
      next?.focus();
    });
    observer.observe(box, { childList: true, subtree: true });
    box.addEventListener('focusin', onFocus);
    document.addEventListener('pointerdown', onPointer, true);
    return () => {
      observer.disconnect();
      box.removeEventListener('focusin', onFocus);
      document.removeEventListener('pointerdown', onPointer, true);
    };
  }, [panel]);
}
