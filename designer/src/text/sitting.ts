import type { Regulation } from '@reglament/regulation';
import type { EditorStore } from '../document/store.ts';
import type { TextSource } from './source.ts';
import { type TextEdit, textEdits } from './textEdits.ts';

/** What holds the text: an editor. */
export interface TextHost {
  text(): string;
  /** Changes the text by nobody's hand: the cursor keeps its place, and `typed` is not called. */
  apply(edits: readonly TextEdit[]): void;
}

/** A person before a text of the open document. */
export interface Sitting {
  /** Somebody changed the text. */
  typed(): void;
  /** Nobody waits for more: the text is read at once. */
  settle(): void;
  /** The cursor left the text. */
  left(): void;
  /** Takes the last edit back, wherever it was made; false when it is the text's own, which is half written. */
  undo(): boolean;
  redo(): boolean;
  /** The view goes; what is half written waits in the store. */
  close(): void;
}

/** So long after the last key the text is read. */
const QUIET_MS = 300;
/** After such a pause typing is another thought and another entry of undo. */
const PAUSE_MS = 20_000;

/**
 * Keeps the document and a text of it in step, with one undo for both.
 *
 * States: even (the text says what the document says, if perhaps in other lines), typed (a key was pressed; nothing else
 * may edit), broken (it was read and cannot be taken; the same, and the store knows why). `typed` enters the second;
 * reading goes from there to the first with one operation, or to the third. The drawing given free from outside (the
 * text is taken back, another document) writes the text anew. Edits made elsewhere come in as the fewest edits of text.
 */
export function openSitting(store: EditorStore, host: TextHost, source: TextSource): Sitting {
  let unread = false;
  let mine = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let typedAtMs = 0;
  let entry = entryName();

  const of = source.rule === undefined ? {} : { rule: source.rule };
  const show = (regulation: Regulation) => {
    const text = source.print(regulation);
    if (text !== null) host.apply(textEdits(host.text(), text));
  };
  const own = (run: () => void) => {
    mine = true;
    run();
    mine = false;
  };

  const settle = () => {
    clearTimeout(timer);
    if (!unread) return;
    unread = false;
    const editor = store.getState();
    const reading = source.read(host.text(), editor.regulation);
    own(() => {
      if (!reading.ok) editor.lockForText({ ...of, problems: reading.problems });
      else if (!editor.takeText(reading.operation, entry)) editor.lockForText({ ...of, problems: [] });
    });
  };

  const stop = store.subscribe((now, before) => {
    if (mine) return;
    const freed = before.textLock !== null && now.textLock === null;
    if (now.regulation === before.regulation && !freed) return;
    clearTimeout(timer);
    unread = false;
    entry = entryName();
    show(now.regulation);
  });

  const step = (way: 'undo' | 'redo') => {
    settle();
    if (store.getState().textLock !== null) return false;
    store.getState()[way]();
    return true;
  };

  return {
    typed() {
      const editor = store.getState();
      if (editor.reading) return;
      const nowMs = Date.now();
      if (editor.textLock === null && nowMs - typedAtMs > PAUSE_MS) entry = entryName();
      typedAtMs = nowMs;
      unread = true;
      if (editor.textLock === null) own(() => editor.lockForText({ ...of, problems: null }));
      clearTimeout(timer);
      timer = setTimeout(settle, QUIET_MS);
    },
    settle,
    left() {
      settle();
      entry = entryName();
      if (store.getState().textLock === null) show(store.getState().regulation);
    },
    undo: () => step('undo'),
    redo: () => step('redo'),
    close() {
      settle();
      stop();
      const { textLock, lockForText } = store.getState();
      if (textLock !== null && textLock.rule === source.rule) lockForText({ ...textLock, text: host.text() });
    },
  };
}

let named = 0;

/** Not met again after a reload: the history is kept, and yesterday's typing is not today's. */
function entryName(): string {
  named += 1;
  return `text ${Date.now()} ${named}`;
}
