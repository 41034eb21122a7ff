import type { TaskRow } from '@reglament/api';
import { useCallback, useEffect, useRef, useState } from 'react';
import { isDecidedHere } from '../../decision/decidedHere.ts';
import { nothingShown, type Shown, settle } from './arrivals.ts';

const TINT_MS = 2_000;

/** Rows on the screen while the latest come and go; `showAll()` lets the waiting ones in. */
export function useShown(latest: readonly TaskRow[], pages: number, ready: boolean) {
  const [shown, setShown] = useState<Shown>(nothingShown);
  const held = useRef({ pointer: false, focus: false });
  const seen = useRef({ first: true, pages: 0 });

  const settleNow = useCallback((rows: readonly TaskRow[], free: boolean, pageCount: number) => {
    const { first, pages: before } = seen.current;
    seen.current = { first: false, pages: pageCount };
    setShown((was) =>
      settle(was, rows, {
        held: !free && (held.current.pointer || held.current.focus),
        first,
        more: pageCount > before,
        gone: isDecidedHere,
      }),
    );
  }, []);
  useEffect(() => {
    if (ready) settleNow(latest, false, pages);
  }, [latest, pages, ready, settleNow]);
  useEffect(() => {
    if (shown.fresh.size === 0) return;
    const timer = setTimeout(() => setShown((was) => ({ ...was, fresh: new Set() })), TINT_MS);
    return () => clearTimeout(timer);
  }, [shown.fresh]);

  const hold = useCallback(
    (what: 'pointer' | 'focus', value: boolean) => {
      held.current[what] = value;
      if (!held.current.pointer && !held.current.focus && ready) settleNow(latest, true, seen.current.pages);
    },
    [latest, ready, settleNow],
  );
  const showAll = useCallback(() => settleNow(latest, true, seen.current.pages), [latest, settleNow]);
  const reset = useCallback(() => {
    seen.current = { first: true, pages: 0 };
    setShown(nothingShown);
  }, []);
  return { ...shown, hold, showAll, reset };
}
