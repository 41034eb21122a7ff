import { type ReactNode, useId } from 'react';
import { useI18n } from '../i18n-context.tsx';
import './field.css';

/** What every field says about itself. */
export interface FieldWords {
  label: string;
  /** what to write, above the input */
  hint?: string | undefined;
  /** what is wrong and what to do, below the input */
  error?: string | undefined;
  required?: boolean | undefined;
}

/** What the input needs to be tied to its words; spread it on the native element. */
export interface FieldWire {
  id: string;
  required?: true;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
}

/** A label, a hint and an error around an input, tied to it for a screen reader. */
export function Field({
  label,
  hint,
  error,
  required,
  children,
}: FieldWords & { children: (wire: FieldWire) => ReactNode }) {
  const id = useId();
  const { t } = useI18n();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {required && (
          <span className="field-required" title={t('common.required')} aria-hidden="true">
            {' *'}
          </span>
        )}
      </label>
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {children({
        id,
        ...(required && { required }),
        ...(described && { 'aria-describedby': described }),
        ...(error && { 'aria-invalid': true }),
      })}
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}
