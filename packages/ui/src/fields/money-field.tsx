import { useState } from 'react';
import { useI18n } from '../i18n-context.tsx';
import { Field, type FieldWords } from './field.tsx';
import { parseMoney, writeMoney } from './money.ts';

export interface MoneyFieldProps extends FieldWords {
  /** kopecks, or null while empty */
  value: number | null;
  onChange: (minor: number | null) => void;
  disabled?: boolean;
}

/** An amount in roubles. What is typed stays as typed until the field is left; what is not an amount is said and not passed on. */
export function MoneyField(props: MoneyFieldProps) {
  const { label, hint, error, required, value, onChange, disabled = false } = props;
  const { t, locale } = useI18n();
  const [typed, setTyped] = useState<string | null>(null);
  const wrong = typed !== null && parseMoney(typed) === 'wrong';
  return (
    <Field label={label} hint={hint} error={wrong ? t('common.moneyWrong') : error} required={required}>
      {(wire) => (
        <span className="unit">
          <input
            {...wire}
            className="input num"
            inputMode="decimal"
            autoComplete="off"
            disabled={disabled}
            value={typed ?? (value === null ? '' : writeMoney(value, locale))}
            onChange={(event) => {
              setTyped(event.target.value);
              const minor = parseMoney(event.target.value);
              if (minor !== 'wrong') onChange(minor);
            }}
            onBlur={() => {
              if (!wrong) setTyped(null);
            }}
          />
          <i aria-hidden="true">₽</i>
        </span>
      )}
    </Field>
  );
}
