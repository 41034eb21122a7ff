import type { TableColumn } from '@reglament/editing';
import type { Duration, TermUnit } from '@reglament/regulation';
import { Button, useI18n } from '@reglament/ui';
import { useId, useState } from 'react';

const units: readonly TermUnit[] = ['workingDays', 'calendarDays', 'workingHours', 'months'];

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
