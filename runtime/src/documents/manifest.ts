import type { NewVersion } from '@reglament/engine';
import { type Card, canonicalJson, sha256Hex } from '@reglament/regulation';
import type { FileEntry } from '../storage/collections.ts';

/** A version of a document: the card and the ordered files by digest. Its own digest is what people decide on. */
export function versionOf(card: Card, files: readonly Pick<FileEntry, 'name' | 'digest'>[]): NewVersion {
  const manifest = files.map(({ name, digest }) => ({ name, digest }));
  return { digest: sha256Hex(canonicalJson({ card, files: manifest })), card, files: manifest };
}
