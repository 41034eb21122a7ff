import type { Slug } from '@reglament/regulation';
import { onlyStage, stages } from '../document/selection.ts';
import type { EditorStore } from '../document/store.ts';
import type { MonacoKit } from './loadMonaco.ts';
import type { TextEdit } from './textEdits.ts';
import { mapText, type TextLines, type TextMap, type TextPath } from './textMap.ts';

type Monaco = MonacoKit['monaco'];
export type CodeEditor = ReturnType<Monaco['editor']['create']>;
export type CodeModel = ReturnType<Monaco['editor']['createModel']>;

/** An editor with its text, as the views use it. */
export interface Code {
  readonly kit: MonacoKit;
  readonly editor: CodeEditor;
  readonly model: CodeModel;
  /** Where the values lie in the text as it stands. */
  map(): TextMap;
  /** Changes the text by nobody's hand: the cursor and what is seen stay where they are. */
  apply(edits: readonly TextEdit[]): void;
  /** Whether the text is being changed by nobody's hand. */
  applying(): boolean;
}

export interface Cursor {
  readonly line: number;
  readonly column: number;
  readonly path: TextPath;
  /** Whether Tab moves the focus rather than indents. */
  readonly tabMoves: boolean;
}

export function codeOf(kit: MonacoKit, editor: CodeEditor, model: CodeModel): Code {
  let known: { readonly version: number; readonly map: TextMap } | null = null;
  let applying = false;
  return {
    kit,
    editor,
    model,
    map() {
      const version = model.getVersionId();
      if (known?.version !== version) known = { version, map: mapText(model.getValue()) };
      return known.map;
    },
    apply(edits) {
      if (edits.length === 0) return;
      const operations = edits.map(({ from, to, text }) => ({
        range: kit.monaco.Range.fromPositions(model.getPositionAt(from), model.getPositionAt(to)),
        text,
      }));
      applying = true;
      // An entry of its own in Monaco's list, so that its own undo of half written text never reaches into it.
      model.pushStackElement();
      model.pushEditOperations(null, operations, () => null);
      model.pushStackElement();
      applying = false;
    },
    applying: () => applying,
  };
}

/** Where stages lie in a text, both ways. */
export interface StagePlaces {
  linesOf(id: Slug): TextLines | null;
  stageAt(path: TextPath): Slug | null;
}

/**
 * Keeps the chosen stage and the cursor together: a stage chosen elsewhere is brought before the eyes and marked at the
 * edge, the cursor inside a stage chooses it. Neither moves the focus.
 *
 * @returns what undoes it
 */
export function linkSelection(code: Code, store: EditorStore, places: StagePlaces): () => void {
  const { editor, model, kit } = code;
  const mark = editor.createDecorationsCollection();
  let mine = false;
  const paint = () => {
    const id = onlyStage(store.getState().selection);
    const lines = id === undefined ? null : places.linesOf(id);
    mark.set(
      lines
        ? [
            {
              range: new kit.monaco.Range(lines.from, 1, lines.to, 1),
              options: { isWholeLine: true, marginClassName: 'code-chosen' },
            },
          ]
        : [],
    );
    return lines;
  };
  const reveal = () => {
    const lines = paint();
    if (lines)
      editor.revealLinesInCenterIfOutsideViewport(
        lines.from,
        Math.min(lines.to, lines.from + mostRevealed),
        kit.monaco.editor.ScrollType.Immediate,
      );
  };
  reveal();

  const stop = store.subscribe((now, before) => {
    if (now.selection === before.selection) return;
    if (mine) paint();
    else reveal();
  });
  const moved = editor.onDidChangeCursorPosition(() => {
    if (code.applying() || !editor.hasWidgetFocus()) return;
    const position = editor.getPosition();
    const id = position && places.stageAt(code.map().pathAt(model.getOffsetAt(position)));
    if (id == null || onlyStage(store.getState().selection) === id) return;
    mine = true;
    store.getState().select(stages(id));
    mine = false;
  });
  const changed = model.onDidChangeContent(() => void paint());
  return () => {
    stop();
    moved.dispose();
    changed.dispose();
    mark.clear();
  };
}

/** A longer stage is shown from its beginning. */
const mostRevealed = 24;
