import { useHotkeys, useI18n } from '@reglament/ui';
import { IconBell } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useCounts } from '../../app/counts.ts';
import './bell.css';

const Panel = lazy(() => import('./panel.tsx'));

/** The bell of the top bar: words that need no decision. `b` opens and shuts it, Escape gives the focus back. */
export function Bell() {
  const { t } = useI18n();
  const [path] = useLocation();
  const [open, setOpen] = useState(false);
  const ring = useRef<HTMLButtonElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const unread = useCounts()?.notices ?? 0;
  const toggle = () => setOpen((now) => !now);
  useHotkeys({ ['KeyB']: toggle });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page shuts it
  useEffect(() => setOpen(false), [path]);
  useEffect(() => {
    if (!open) return;
    const onPointer = (event: PointerEvent) => {
      if (event.target instanceof Node && !place.current?.contains(event.target)) setOpen(false);
    };
    // On the whole page: what had the focus may have gone, as the button that marks all as read does.
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      // Before the page's own keys: what lies on top shuts first.
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
      ring.current?.focus();
    };
    document.addEventListener('pointerdown', onPointer);
    document.addEventListener('keydown', onKey, true);
    return () => {
      document.removeEventListener('pointerdown', onPointer);
      document.removeEventListener('keydown', onKey, true);
    };
  }, [open]);
  return (
    <div className="bell" ref={place}>
      <button
        type="button"
        ref={ring}
        className="ring"
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-keyshortcuts="b"
        aria-label={unread > 0 ? t('bell.unread', { count: unread }) : t('bell.title')}
        onClick={toggle}
      >
        <IconBell className="ic" aria-hidden="true" />
        {unread > 0 && (
          <span className="dot" aria-hidden="true">
            {unread > 99 ? '99+' : unread}
          </span>
        )}
      </button>
      {open && (
        <Suspense>
          <Panel />
        </Suspense>
      )}
    </div>
  );
}
