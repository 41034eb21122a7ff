import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import './cellChoice.css';

export interface Offered {
  readonly words: string;
  readonly chosen: boolean;
  readonly run: () => void;
}

/** What a cell may mean, over the table at its cell: digits and arrows choose, Escape leaves all as it was. */
export function CellChoice({
  anchor,
  title,
  why,
  offers,
  children,
  onClose,
  onLeave = onClose,
}: {
  anchor: HTMLElement;
  title: string;
  why?: string | undefined;
  offers: readonly Offered[];
  /** what else can be said of the cell */
  children?: ReactNode;
  /** nothing was chosen */
  onClose: () => void;
  /** a press elsewhere; as `onClose` when absent */
  onLeave?: () => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const leave = useRef(onLeave);
  leave.current = onLeave;

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    element.showPopover?.();
    place(element, anchor.getBoundingClientRect());
    (
      element.querySelector<HTMLElement>('[aria-pressed=true]') ??
      element.querySelector<HTMLElement>('button, input')
    )?.focus();
    const left = (event: Event) => {
      if ((event as ToggleEvent).newState === 'closed') leave.current();
    };
    element.addEventListener('toggle', left);
    return () => {
      element.removeEventListener('toggle', left);
      if (anchor.isConnected) anchor.focus();
    };
  }, [anchor]);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
    const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('.cell-offers button')];
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') {
      event.preventDefault();
      onClose();
    } else if (!typing && step !== undefined && buttons.length > 0) {
      event.preventDefault();
      buttons[(at + step + buttons.length) % buttons.length]?.focus();
    } else if (!typing && /^Digit[1-9]$/.test(event.code)) {
      const offer = offers[Number(event.code.slice(5)) - 1];
      if (!offer) return;
      event.preventDefault();
      offer.run();
    }
  };

  return (
    <div
      ref={box}
      popover="auto"
      role="dialog"
      aria-labelledby={`${id}-title`}
      className="cell-choice"
      onKeyDown={onKeyDown}
    >
      <h2 id={`${id}-title`}>{title}</h2>
      {why && <p>{why}</p>}
      {offers.length > 0 && (
        <ul className="cell-offers">
          {offers.map((offer, index) => (
            <li key={offer.words}>
              <button type="button" aria-pressed={offer.chosen} onClick={offer.run}>
                <span>{offer.words}</span>
                {index < 9 && (
                  <span aria-hidden="true">
                    <kbd>{index + 1}</kbd>
                  </span>
                )}
              </button>
            </li>
          ))}
        </ul>
      )}
      {children}
    </div>
  );
}

/** Below the cell, above it where there is no room, never off the page. */
function place(element: HTMLElement, cell: DOMRect): void {
  const { offsetWidth: width, offsetHeight: height } = element;
  const below = cell.bottom + 4;
  const top = below + height <= innerHeight - 8 ? below : Math.max(8, cell.top - height - 4);
  element.style.left = `${Math.max(8, Math.min(cell.left, innerWidth - width - 8))}px`;
  element.style.top = `${top}px`;
}
