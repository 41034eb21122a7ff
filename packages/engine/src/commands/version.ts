import { type Card, canonicalJson, type Edits, type Regulation } from '@reglament/regulation';
import type { NewVersion } from '../model/command.ts';
import type { Actor, DocumentVersion } from '../model/instance.ts';
import { type Problem, problem } from '../stages/stage-reducer.ts';

type Changed = DocumentVersion['changed'];

/** The first field that is required and empty. */
export function missingField(regulation: Regulation, card: Card): Problem | null {
  const field = regulation.fieldOrder.find(
    (id) => regulation.fields[id]?.required === true && !Object.hasOwn(card, id),
  );
  return field === undefined ? null : problem('field-required', { field });
}

/** What differs between two versions: card fields by id, and whether the list of files does. */
export function changedBetween(before: DocumentVersion, after: NewVersion): Changed {
  const ids = new Set([...Object.keys(before.card), ...Object.keys(after.card)]);
  const fields = [...ids]
    .sort()
    .filter((id) => canonicalJson(before.card[id] ?? null) !== canonicalJson(after.card[id] ?? null));
  return { fields, files: canonicalJson(before.files) !== canonicalJson(after.files) };
}

/** Whether a stage may hand on this version: it declares what it changes, and what is required stays filled. */
export function wrongVersion(
  regulation: Regulation,
  edits: Edits | undefined,
  before: DocumentVersion,
  after: NewVersion,
): Problem | null {
  if (edits === undefined) return problem('version-not-allowed');
  const { fields, files } = changedBetween(before, after);
  if (files && !edits.files) return problem('version-not-allowed', { files: 1 });
  const strange = fields.find(
    (id) => !Object.hasOwn(regulation.fields, id) || (edits.card !== 'all' && !edits.card.includes(id)),
  );
  if (strange !== undefined) return problem('field-not-editable', { field: strange });
  return missingField(regulation, after.card);
}

export function nextVersion(
  before: DocumentVersion,
  after: NewVersion,
  edits: Edits,
  by: { readonly actor: Actor; readonly visit: string; readonly atMs: number },
): DocumentVersion {
  return {
    no: before.no + 1,
    digest: after.digest,
    card: after.card,
    files: after.files,
    madeAtMs: by.atMs,
    madeBy: by.actor,
    visit: by.visit,
    changed: changedBetween(before, after),
    ...(edits.visas === 'askedAgain' ? { asksAgain: true as const } : {}),
  };
}
