import type { CardRow, FieldRow } from '@reglament/api';
import type { Choice } from './choices.ts';

/** A remark that is being written: bound to a place of the text, or to the whole document. */
export interface TypedRemark {
  key: string;
  place: string;
  text: string;
}

export interface TypedAnswer {
  disposition: 'accepted' | 'partly' | 'declined';
  text: string;
}

/** What a person has typed for a task and not sent yet. A password is never here. */
export interface Typed {
  /** the choice whose form is open */
  open: string | null;
  text: string;
  remarks: readonly TypedRemark[];
  form: CardRow;
  /** by remark id */
  answers: Readonly<Record<string, TypedAnswer>>;
}

export const nothingTyped: Typed = { open: null, text: '', remarks: [], form: {}, answers: {} };

/** Place in the drafts of what is typed for a task. */
export const typedPlace = (task: string): string => `task:${task}`;

/** Remarks that say something. */
export function writtenRemarks(typed: Typed): TypedRemark[] {
  return typed.remarks.filter(({ text, place }) => text.trim() !== '' || place.trim() !== '');
}

/** What a decision still lacks: the place to go to, in the order of the form. */
export type Missing =
  | { at: 'form'; field: string }
  | { at: 'text' }
  | { at: 'remarks' }
  | { at: 'remark'; key: string }
  | { at: 'password' };

/** What still lacks before this choice can be sent. Pure. */
export function missingFor(
  choice: Choice,
  typed: Typed,
  form: readonly FieldRow[],
  password: string,
): Missing[] {
  const missing: Missing[] = [];
  if (choice.outcome.tone === 'forward')
    for (const field of form) {
      const value = typed.form[field.id];
      if (field.required && (value === undefined || value === ''))
        missing.push({ at: 'form', field: field.id });
    }
  if (choice.outcome.textRequired && typed.text.trim() === '') missing.push({ at: 'text' });
  if (choice.remarks) {
    const written = writtenRemarks(typed);
    if (choice.withRemarks && written.length === 0) missing.push({ at: 'remarks' });
    for (const { key, text } of written) if (text.trim() === '') missing.push({ at: 'remark', key });
  }
  if (choice.outcome.signature && password === '') missing.push({ at: 'password' });
  return missing;
}
