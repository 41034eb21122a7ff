import { IconChevronDown } from '../icons.ts';
import { Field, type FieldWords } from './field.tsx';

export interface SelectOption {
  value: string;
  label: string;
}

export interface SelectFieldProps extends FieldWords {
  /** the chosen option, or '' while nothing is chosen */
  value: string;
  options: readonly SelectOption[];
  onChange: (value: string) => void;
  /** words of the empty choice; without them there is none */
  placeholder?: string;
  disabled?: boolean;
}

/** One of a few, through the native list. */
export function SelectField(props: SelectFieldProps) {
  const { label, hint, error, required, value, options, onChange, placeholder, disabled = false } = props;
  return (
    <Field label={label} hint={hint} error={error} required={required}>
      {(wire) => (
        <span className="picked">
          <select
            {...wire}
            className="input"
            value={value}
            disabled={disabled}
            onChange={(event) => onChange(event.target.value)}
          >
            {placeholder !== undefined && <option value="">{placeholder}</option>}
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <IconChevronDown className="ic" aria-hidden="true" />
        </span>
      )}
    </Field>
  );
}
