import type { FieldRow, PersonRow } from '@reglament/api';
import type { Directory } from '@reglament/engine';
import type { Card, Field, Regulation } from '@reglament/regulation';
import { presentPost } from './person.ts';

/** Fields of a card or a form in their order, as screens draw them. */
export function presentFields(fields: Readonly<Record<string, Field>>, order: readonly string[]): FieldRow[] {
  return order.flatMap((id) => {
    const field = fields[id];
    if (!field) return [];
    const options = (field.optionOrder ?? []).flatMap((option) => {
      const found = field.options?.[option];
      return found ? [{ id: option, title: found.title }] : [];
    });
    return [
      {
        id,
        type: field.type,
        title: field.title,
        ...(field.hint ? { hint: field.hint } : {}),
        required: field.required === true,
        ...(field.type === 'choice' ? { options } : {}),
      },
    ];
  });
}

/** The people behind the posts that a card or a list of chosen ones names, by position id. */
export function presentPosts(
  regulation: Regulation,
  card: Card,
  chosen: Readonly<Record<string, readonly string[]>>,
  directory: Directory,
  nowMs: number,
): Record<string, PersonRow> {
  const named = Object.entries(card).flatMap(([id, value]) =>
    regulation.fields[id]?.type === 'posts' && Array.isArray(value) ? (value as string[]) : [],
  );
  const posts = new Set([...named, ...Object.values(chosen).flat()]);
  return Object.fromEntries([...posts].map((id) => [id, presentPost(id, directory, nowMs)]));
}
