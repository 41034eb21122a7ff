import { Field, type FieldWords } from './field.tsx';

export interface DateFieldProps extends FieldWords {
  /** a plain date `YYYY-MM-DD`, or '' */
  value: string;
  onChange: (value: string) => void;
  min?: string;
  max?: string;
  disabled?: boolean;
}

/** A plain date through the browser's own calendar. */
export function DateField({ label, hint, error, required, value, onChange, ...rest }: DateFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} required={required}>
      {(wire) => (
        <input
          {...rest}
          {...wire}
          type="date"
          className="input input--date num"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
