import type { CardValueRow, ChangesRow } from '@reglament/api';
import { type Card, canonicalJson, type Regulation } from '@reglament/regulation';

interface Version {
  readonly no: number;
  readonly card: Card;
  readonly files: readonly { readonly name: string; readonly digest: string }[];
}

/** What differs between two versions: card fields by value, files by name and digest. Pure. */
export function presentChanges(from: Version, to: Version, regulation: Regulation): ChangesRow {
  const fields = regulation.fieldOrder.flatMap((id) => {
    const field = regulation.fields[id];
    const before = from.card[id];
    const after = to.card[id];
    if (!field || sameValue(before, after)) return [];
    return [
      {
        id,
        title: field.title,
        type: field.type,
        before: (before ?? null) as CardValueRow | null,
        after: (after ?? null) as CardValueRow | null,
      },
    ];
  });
  const old = new Map(from.files.map((file) => [file.name, file.digest]));
  const now = new Map(to.files.map((file) => [file.name, file.digest]));
  const files = [
    ...[...now].flatMap(([name, digest]) => {
      const before = old.get(name);
      return before === digest
        ? []
        : [{ name, change: before === undefined ? ('added' as const) : ('changed' as const) }];
    }),
    ...[...old.keys()].filter((name) => !now.has(name)).map((name) => ({ name, change: 'removed' as const })),
  ];
  return { fromVersion: from.no, toVersion: to.no, fields, files };
}

function sameValue(a: Card[string] | undefined, b: Card[string] | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return canonicalJson(a as never) === canonicalJson(b as never);
}

/** The rows of a document's files for a version's list of names and digests. */
export function filesOf<T extends { readonly name: string; readonly digest: string }>(
  version: Pick<Version, 'files'>,
  known: readonly T[],
): T[] {
  return version.files.flatMap(({ name, digest }) => {
    const file =
      known.find((one) => one.digest === digest && one.name === name) ??
      known.find((one) => one.digest === digest);
    return file ? [{ ...file, name }] : [];
  });
}
