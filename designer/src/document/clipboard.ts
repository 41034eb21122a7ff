import type { Placement } from '@reglament/drawing';
import { copyPiece, type Piece, readPiece } from '@reglament/editing';
import type { Slug } from '@reglament/regulation';
import { stages } from './selection.ts';
import type { EditorStore } from './store.ts';

/** The last piece copied in this tab: for browsers that do not let a page read the clipboard. */
let lastText: string | null = null;

/** Copies stages with what they name, as JSON text that another tab or a file may hold. Returns how many stages. */
export async function copyChosen(store: EditorStore, ids: readonly Slug[]): Promise<number> {
  const piece = copyPiece(store.getState().regulation, ids);
  lastText = JSON.stringify(piece, null, 2);
  await navigator.clipboard?.writeText(lastText).catch(() => undefined);
  return Object.keys(piece.stages).length;
}

export async function cutChosen(store: EditorStore, ids: readonly Slug[]): Promise<number> {
  const count = await copyChosen(store, ids);
  store.getState().dispatch({ do: 'removeStages', ids });
  return count;
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
  const { bounds } = placement;
  const before = new Set(store.getState().regulation.stageOrder);
  const at = { x: Math.round(bounds.x / 8) * 8, y: Math.round((bounds.y + bounds.height + 48) / 8) * 8 };
  const done = store.getState().dispatch({ do: 'pastePiece', piece, at, clash: 'both' });
  if (!done) return { ok: false, code: 'clash', params: {} };
  const added = store.getState().regulation.stageOrder.filter((id) => !before.has(id));
  store.getState().select(stages(...added));
  const first = added[0];
  if (first !== undefined) store.getState().goTo(first);
  store.getState().select(stages(...added));
  return { ok: true };
}

export function duplicateChosen(store: EditorStore, ids: readonly Slug[]): void {
  const before = new Set(store.getState().regulation.stageOrder);
  if (!store.getState().dispatch({ do: 'duplicate', ids, offset: { x: 32, y: 32 } })) return;
  store.getState().select(stages(...store.getState().regulation.stageOrder.filter((id) => !before.has(id))));
}
