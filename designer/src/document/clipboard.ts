import { boundsWithNotes, type Placement } from '@reglament/drawing';
import { copyPiece, type Piece, readPiece } from '@reglament/editing';
import { allKeys, type Parted, parted, removing } from './keys.ts';
import { stages } from './selection.ts';
import type { EditorStore } from './store.ts';

/** The last piece copied in this tab: for browsers that do not let a page read the clipboard. */
let lastText: string | null = null;

/** Copies stages with what they name, and notes, as JSON text that another tab or a file may hold. Returns what was copied. */
export async function copyChosen(store: EditorStore, keys: readonly string[]): Promise<Parted> {
  const { stages: ids, notes } = parted(keys);
  const piece = copyPiece(store.getState().regulation, ids, notes);
  lastText = JSON.stringify(piece, null, 2);
  await navigator.clipboard?.writeText(lastText).catch(() => undefined);
  return { stages: Object.keys(piece.stages), notes };
}

export async function cutChosen(store: EditorStore, keys: readonly string[]): Promise<Parted> {
  const copied = await copyChosen(store, keys);
  store.getState().dispatchAll(removing(keys));
  return copied;
}

export type Pasted =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly code: 'empty' | 'refused' | 'clash';
      readonly params: Readonly<Record<string, string | number>>;
    };

/** Pastes what the clipboard holds when it is a piece of a regulation. Parts of the same id and another meaning come beside. */
export async function pasteText(store: EditorStore, placement: Placement, given?: string): Promise<Pasted> {
  const text = given ?? (await navigator.clipboard?.readText().catch(() => null)) ?? lastText;
  if (!text) return { ok: false, code: 'empty', params: {} };
  const reading = readPiece(text);
  if (!reading.ok) {
    // Something else was copied elsewhere meanwhile: the last piece of this tab is still what is meant here.
    if (given === undefined && lastText !== null && text !== lastText)
      return pasteText(store, placement, lastText);
    return { ok: false, code: 'refused', params: {} };
  }
  return paste(store, placement, reading.piece);
}

function paste(store: EditorStore, placement: Placement, piece: Piece): Pasted {
  const bounds = boundsWithNotes(store.getState().regulation, placement.bounds);
  const before = new Set(allKeys(store.getState().regulation));
  const at = { x: Math.round(bounds.x / 8) * 8, y: Math.round((bounds.y + bounds.height + 48) / 8) * 8 };
  const done = store.getState().dispatch({ do: 'pastePiece', piece, at, clash: 'both' });
  if (!done) return { ok: false, code: 'clash', params: {} };
  const added = allKeys(store.getState().regulation).filter((key) => !before.has(key));
  store.getState().select(stages(...added));
  const first = added[0];
  if (first !== undefined) store.getState().reveal(first);
  return { ok: true };
}

export function duplicateChosen(store: EditorStore, keys: readonly string[]): void {
  const before = new Set(allKeys(store.getState().regulation));
  const { stages: ids, notes } = parted(keys);
  if (!store.getState().dispatch({ do: 'duplicate', ids, notes, offset: { x: 32, y: 32 } })) return;
  const added = allKeys(store.getState().regulation).filter((key) => !before.has(key));
  store.getState().select(stages(...added));
  if (added[0] !== undefined) store.getState().reveal(added[0]);
}
