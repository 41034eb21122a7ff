import type { Deps } from '../../deps.ts';
import { Refused } from '../../http/refused.ts';
import type { Session } from '../../http/session.ts';
import { type DraftRow, drafts, type FileEntry, uploads } from '../../storage/collections.ts';

/** A draft is its author's alone. @throws Refused NOT_FOUND for everybody else's */
export async function ownDraft(id: string, session: Session, deps: Pick<Deps, 'store'>): Promise<DraftRow> {
  const row = await deps.store.get(drafts, id);
  if (row?.author !== session.employee) throw new Refused('NOT_FOUND');
  return row;
}

/**
 * Files that somebody attaches: those that were there, under any name, and those he brought in himself. What a client
 * says of a file's size and type is not believed.
 * @throws Refused FILE_MISSING
 */
export async function attachable(
  asked: readonly FileEntry[],
  there: readonly FileEntry[],
  session: Session,
  deps: Pick<Deps, 'store'>,
): Promise<FileEntry[]> {
  const known = new Map(there.map((file) => [file.digest, file]));
  const unknown = asked
    .filter((file) => !known.has(file.digest))
    .map((file) => `${file.digest}/${session.employee}`);
  for (const { file } of await deps.store.getMany(uploads, [...new Set(unknown)]))
    known.set(file.digest, file);
  return asked.map((file) => {
    const real = known.get(file.digest);
    if (!real) throw new Refused('FILE_MISSING', { name: file.name });
    return { ...real, name: cleanName(file.name) };
  });
}

/** A name as people gave it, without path, control characters and what only confuses a reader of it. */
export function cleanName(name: string): string {
  const base = name.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  const clean = base.replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').trim();
  return clean === '' || clean === '.' || clean === '..' ? 'file' : [...clean].slice(0, 200).join('');
}
