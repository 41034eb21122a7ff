import type { Icon } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import './menu.css';

export interface MenuItem {
  id: string;
  label: string;
  icon?: Icon;
  /** the keys that do the same */
  keys?: string;
  /** a choice out of several: whether it is the one in force */
  checked?: boolean;
  run: () => void;
}

/**
 * A button that opens a list of acts (a native popover). Arrows, Home and End move, Enter runs, Escape gives
 * focus back to the button.
 */
export function Menu({
  label,
  items,
  children,
  className = 'btn btn--quiet',
}: {
  /** name of the button and of the list */
  label: string;
  items: readonly MenuItem[];
  /** what the button shows */
  children: ReactNode;
  className?: string;
}) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();

  const shut = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {children}
      </button>
      {open && (
        <MenuList
          id={id}
          label={label}
          items={items}
          at={() => button.current?.getBoundingClientRect()}
          onShut={shut}
          onLeft={() => setOpen(false)}
        />
      )}
    </>
  );
}

/** What a menu stands beside: a button, or a point of the window. */
export type MenuPlace = Pick<DOMRect, 'left' | 'top' | 'bottom'>;

/** The list of a menu, open from the beginning: below its place, above it when there is no room below. */
export function MenuList({
  id,
  label,
  items,
  at,
  onShut,
  onLeft,
}: {
  id?: string;
  label: string;
  items: readonly MenuItem[];
  at: () => MenuPlace | undefined;
  /** Escape, Tab or a choice: whoever opened it gives the focus back; what was chosen runs after that */
  onShut: () => void;
  /** somebody pressed elsewhere */
  onLeft: () => void;
}) {
  const list = useRef<HTMLDivElement>(null);
  const now = useRef({ at, onLeft });
  now.current = { at, onLeft };
  useEffect(() => {
    const menu = list.current;
    const beside = now.current.at();
    if (!menu || !beside) return;
    menu.showPopover?.();
    place(menu, beside);
    menu.querySelector<HTMLElement>('[role^=menuitem]')?.focus();
    const left = (event: Event) => {
      if ((event as ToggleEvent).newState === 'closed') now.current.onLeft();
    };
    menu.addEventListener('toggle', left);
    return () => menu.removeEventListener('toggle', left);
  }, []);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[role^=menuitem]')];
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to: Record<string, number> = {
      ArrowDown: (at + 1) % all.length,
      ArrowUp: (at - 1 + all.length) % all.length,
      Home: 0,
      End: all.length - 1,
    };
    const next = to[event.key];
    if (next !== undefined) {
      event.preventDefault();
      all[next]?.focus();
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      event.stopPropagation();
      onShut();
    }
  };

  return (
    <div
      ref={list}
      id={id}
      className="menu"
      popover="auto"
      role="menu"
      aria-label={label}
      onKeyDown={onKeyDown}
    >
      {items.map(({ id: key, label: words, icon: Shape, keys, checked, run }) => (
        <button
          key={key}
          type="button"
          tabIndex={-1}
          role={checked === undefined ? 'menuitem' : 'menuitemradio'}
          {...(checked !== undefined && { 'aria-checked': checked })}
          onClick={() => {
            onShut();
            run();
          }}
        >
          {Shape && <Shape className="ic" aria-hidden="true" />}
          {words}
          {keys && <kbd>{keys}</kbd>}
        </button>
      ))}
    </div>
  );
}

/** Below the button, kept inside the window; above it when there is no room below. */
function place(menu: HTMLElement, button: MenuPlace): void {
  const { offsetWidth: width, offsetHeight: height } = menu;
  const below = button.bottom + 4;
  const top = below + height > window.innerHeight - 8 ? Math.max(8, button.top - 4 - height) : below;
  menu.style.left = `${Math.max(8, Math.min(button.left, window.innerWidth - width - 8))}px`;
  menu.style.top = `${top}px`;
}
