import type { TableColumn } from '@reglament/editing';
import type { Duration, TermUnit } from '@reglament/regulation';
import { Button, useI18n } from '@reglament/ui';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';

export interface Offered {
  readonly words: string;
  readonly chosen: boolean;
  readonly run: () => void;
}

const units: readonly TermUnit[] = ['workingDays', 'calendarDays', 'workingHours', 'months'];

/** What a cell may mean, over the table at its cell: digits and arrows choose, Escape leaves all as it was. */
export function CellChoice({
  anchor,
  title,
  why,
  offers,
  children,
  onClose,
}: {
  anchor: HTMLElement;
  title: string;
  why?: string | undefined;
  offers: readonly Offered[];
  /** what else can be said of the cell */
  children?: ReactNode;
  onClose: () => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const shut = useRef(onClose);
  shut.current = onClose;

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
      if ((event as ToggleEvent).newState === 'closed') shut.current();
    };
    element.addEventListener('toggle', left);
    return () => {
      element.removeEventListener('toggle', left);
      if (anchor.isConnected) anchor.focus();
    };
  }, [anchor]);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
    const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('.ft-offers button')];
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
      className="ft-why"
      onKeyDown={onKeyDown}
    >
      <h2 id={`${id}-title`}>{title}</h2>
      {why && <p>{why}</p>}
      {offers.length > 0 && (
        <ul className="ft-offers">
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

/** A term that is none of those offered. */
export function OwnTerm({ value, onChoose }: { value: Duration; onChoose: (value: Duration) => void }) {
  const { t, locale } = useI18n();
  const id = useId();
  const [amount, setAmount] = useState(
    new Intl.NumberFormat(locale, { useGrouping: false }).format(value.amount),
  );
  const [unit, setUnit] = useState<TermUnit>(value.unit);
  const number = Number(amount.replace(',', '.'));
  const whole = unit === 'calendarDays' || unit === 'months';
  const fits =
    amount.trim() !== '' &&
    number >= (unit === 'workingDays' ? 0 : 0.5) &&
    number <= 10_000 &&
    Number.isInteger(whole ? number : number * 2);
  return (
    <form
      className="ft-own-term"
      onSubmit={(event) => {
        event.preventDefault();
        if (fits) onChoose({ amount: number, unit });
      }}
    >
      <input
        className="num-in"
        inputMode="decimal"
        aria-label={t('designer.amountOf', { label: t('methodologist.term') })}
        aria-invalid={!fits || undefined}
        aria-describedby={fits ? undefined : id}
        value={amount}
        onChange={(event) => setAmount(event.target.value)}
      />
      <select
        className="pick"
        aria-label={t('designer.unitOf', { label: t('methodologist.term') })}
        value={unit}
        onChange={(event) => setUnit(event.target.value as TermUnit)}
      >
        {units.map((one) => (
          <option key={one} value={one}>
            {t(`designer.unit.${one}`, { count: Number.isFinite(number) ? Math.floor(number) : 2 })}
          </option>
        ))}
      </select>
      <Button size="small" type="submit" disabled={!fits}>
        {t('designer.ft.take')}
      </Button>
      {!fits && (
        <span className="field-error" id={id} role="alert">
          {t('designer.numberWrong', { min: 0, max: 10_000, step: whole ? 1 : 0.5 })}
        </span>
      )}
    </form>
  );
}

/** What a stage is called. */
export function OwnName({ value, onChoose }: { value: string; onChoose: (value: string) => void }) {
  const { t } = useI18n();
  const id = useId();
  const [name, setName] = useState(value);
  return (
    <form
      className="ft-own-name"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') onChoose(name.trim());
      }}
    >
      <label htmlFor={id}>{t('designer.stageTitle')}</label>
      <input
        id={id}
        className="input input--small"
        value={name}
        maxLength={200}
        onChange={(event) => setName(event.target.value)}
      />
      <Button size="small" type="submit" disabled={name.trim() === '' || name.trim() === value}>
        {t('designer.ft.take')}
      </Button>
    </form>
  );
}

export type OpenCell = {
  readonly row: number;
  readonly column: TableColumn;
  readonly anchor: HTMLElement;
};
