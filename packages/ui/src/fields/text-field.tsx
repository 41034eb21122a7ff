import type { ComponentProps } from 'react';
import { Field, type FieldWords } from './field.tsx';

export interface TextFieldProps
  extends FieldWords,
    Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'id' | 'required' | 'className'> {
  value: string;
  onChange: (value: string) => void;
}

/** One line of text. */
export function TextField({ label, hint, error, required, value, onChange, ...rest }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} required={required}>
      {(wire) => (
        <input
          type="text"
          {...rest}
          {...wire}
          className="input"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

export interface TextAreaProps
  extends FieldWords,
    Omit<ComponentProps<'textarea'>, 'value' | 'onChange' | 'id' | 'required' | 'className'> {
  value: string;
  onChange: (value: string) => void;
}

/** Several lines of text; grows with what is written where the browser can. */
export function TextArea({ label, hint, error, required, value, onChange, ...rest }: TextAreaProps) {
  return (
    <Field label={label} hint={hint} error={error} required={required}>
      {(wire) => (
        <textarea
          {...rest}
          {...wire}
          className="input"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
