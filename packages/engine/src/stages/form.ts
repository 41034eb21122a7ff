import type { CardValue, Field } from '@reglament/regulation';

/** The first field of a form that is unknown, missing though required, or of another type than declared; else `null`. */
export function wrongFormField(
  fields: Readonly<Record<string, Field>>,
  form: Readonly<Record<string, CardValue>>,
): string | null {
  for (const [id, value] of Object.entries(form)) {
    const field = Object.hasOwn(fields, id) ? fields[id] : undefined;
    if (field === undefined || !fits(field, value)) return id;
  }
  for (const [id, field] of Object.entries(fields)) {
    if (field.required === true && !Object.hasOwn(form, id)) return id;
  }
  return null;
}

function fits(field: Field, value: CardValue): boolean {
  switch (field.type) {
    case 'text':
    case 'longText':
      return typeof value === 'string' && value.trim() !== '';
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'flag':
      return typeof value === 'boolean';
    case 'date':
      return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
    case 'link':
      return typeof value === 'string' && value.startsWith('https://');
    case 'choice':
      return typeof value === 'string' && Object.hasOwn(field.options ?? {}, value);
    case 'money':
      return typeof value === 'object' && 'amount' in value && Number.isSafeInteger(value.amount);
    case 'party':
      return typeof value === 'object' && 'inn' in value && typeof value.inn === 'string';
    case 'posts':
      return Array.isArray(value);
  }
}
