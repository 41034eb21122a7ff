import { useId } from 'react';
import type { FieldWords } from './field.tsx';
import './field.css';

export interface FlagFieldProps extends Omit<FieldWords, 'required'> {
  value: boolean;
  onChange: (value: boolean) => void;
  disabled?: boolean;
}

/** Yes or no: the label stands after the box. */
export function FlagField({ label, hint, error, value, onChange, disabled = false }: FlagFieldProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className="flag">
      <input
        type="checkbox"
        id={id}
        checked={value}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
        {...(described && { 'aria-describedby': described })}
        {...(error && { 'aria-invalid': true })}
      />
      <label htmlFor={id}>{label}</label>
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}
