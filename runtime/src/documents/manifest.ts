import { hash } from 'node:crypto';
import type { NewVersion } from '@reglament/engine';
import { type Card, canonicalJson } from '@reglament/regulation';
import type { FileEntry } from '../storage/collections.ts';

/** A version of a document: the card and the ordered files by digest. Its own digest is what people decide on. */
export function versionOf(card: Card, files: readonly Pick<FileEntry, 'name' | 'digest'>[]): NewVersion {
  const manifest = files.map(({ name, digest }) => ({ name, digest }));
  return { digest: hash('sha256', canonicalJson({ card, files: manifest }), 'hex'), card, files: manifest };
}
