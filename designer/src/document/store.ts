import {
  type Change,
  type EditLabel,
  edit,
  emptyHistory,
  type History,
  type Operation,
  record,
  redo,
  undo,
} from '@reglament/editing';
import { type Regulation, type RuleValue, type Slug, stageOf } from '@reglament/regulation';
import { createContext, useContext, useMemo } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Way } from '../canvas/wayUnder.ts';
import type { Chooser } from '../choosing/chooser.ts';
import type { PanelViewId } from '../panel/views.ts';
import type { PlacedProblem } from '../text/readText.ts';
import type { Samples } from '../trying/trying.ts';
import { isThere, noteKey } from './keys.ts';
import { kept, nothing, type Selection, stages } from './selection.ts';
import { labelOf } from './subject.ts';

/** Why a gesture changed nothing: worded by `designer.refused.<code>`. */
export interface Refusal {
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** What stands in a text and is no regulation yet. The drawing shows the last text that was one, and waits. */
export interface TextLock {
  /** The rule whose own text it is; of the whole document without it. */
  readonly rule?: Slug;
  /** Why it is none, each where it stands; null until the text was read. */
  readonly problems: readonly PlacedProblem[] | null;
  /** What stood there when the view was closed, to go on from. */
  readonly text?: string;
}

/** The open document: the regulation as it stands, how it came to be, and what the person looks at. */
export interface Editor {
  readonly regulation: Regulation;
  readonly history: History;
  /** Changes since what the server has, in order: they are saved, kept on this computer and replayed after a reload. */
  readonly unsaved: readonly Change[];
  /** It is only read: a version, or somebody else has the lock. */
  readonly reading: boolean;
  readonly textLock: TextLock | null;
  /** Nothing may be edited now: it is only read, or its text is half written. */
  readonly readOnly: boolean;
  readonly selection: Selection;
  /** Where the keyboard stands on the canvas: a stage, or a note by its key. */
  readonly current: string | null;
  /** The note whose words are being written on the drawing. */
  readonly writing: Slug | null;
  /** The way out over which a stage is held: let go there, it is put between the two. */
  readonly over: Way | null;
  /** What is being chosen in a list over the canvas. */
  readonly chooser: Chooser | null;
  readonly refusal: Refusal | null;
  /** Said to a screen reader. */
  readonly said: string;
  /** A stage or a note to bring before the eyes; `times` makes the same one twice two wishes. */
  readonly wished: {
    readonly stage: string | 'everything';
    readonly times: number;
    /** Moved no farther than needed, at the same zoom; else to the middle, large enough to read. */
    readonly barely?: boolean;
  } | null;
  /** What the right side shows. */
  readonly panel: PanelViewId;
  /** The numbers of the clauses that word the stages, while they are read beside the drawing. */
  readonly clauses: ReadonlyMap<Slug, string> | null;
  /** Whether rules are being tried, and the values of facts they are tried on. Never part of the document. */
  readonly trying: boolean;
  readonly samples: Samples;

  /** Does a gesture: one entry of undo. Entries with the same `merge` right after each other are one. */
  dispatch(
    operation: Operation,
    options?: { merge?: string; select?: Selection; by?: EditLabel['by'] },
  ): boolean;
  /** Several operations as one gesture; each sees what the one before made. */
  dispatchAll(
    operations: readonly Operation[],
    options?: { merge?: string; select?: Selection; label?: EditLabel },
  ): boolean;
  undo(): void;
  redo(): void;
  select(selection: Selection): void;
  choose(chooser: Chooser | null): void;
  /** Lights the way over which a stage is held. */
  holdOver(way: Way | null): void;
  say(words: string): void;
  /** Shows the whole drawing. */
  fit(): void;
  /** Chooses a stage or a note and brings it before the eyes. */
  goTo(key: string): void;
  /** Opens the words of a note on the drawing, which is chosen then; null closes them. */
  write(note: Slug | null): void;
  showPanel(panel: PanelViewId): void;
  noteClauses(clauses: ReadonlyMap<Slug, string> | null): void;
  showTrying(trying: boolean): void;
  /** Gives a fact a sample value, or takes it away. */
  sample(fact: string, value: RuleValue | undefined): void;
  clearSamples(): void;
  /** Brings a stage or a note before the eyes, whatever is chosen. */
  show(key: string): void;
  /** Brings what was just made into sight: the drawing moves no farther than needed, and keeps its zoom. */
  reveal(key: string): void;
  /** What the server has is what stood at that moment: the first `count` unsaved changes are safe. */
  noteSaved(count: number): void;
  setReadOnly(readOnly: boolean): void;
  /** Holds every other edit while the text is half written; null gives the drawing free. */
  lockForText(lock: TextLock | null): void;
  /** The text can be read again: one operation, one entry of undo with those of the same `merge` before it. */
  takeText(operation: Operation, merge: string): boolean;
  /** Another document altogether: a version restored, somebody else's newer copy. */
  replace(regulation: Regulation): void;
}

export type EditorStore = StoreApi<Editor>;

export interface Opened {
  readonly regulation: Regulation;
  readonly history?: History;
  readonly unsaved?: readonly Change[];
  readonly readOnly: boolean;
}

export function createEditor(opened: Opened): EditorStore {
  return createStore<Editor>((set, get) => {
    /** Puts a next document in place, with the changes that led to it. */
    const take = (
      regulation: Regulation,
      history: History,
      changes: readonly Change[],
      select?: Selection,
    ) => {
      const { selection, current, unsaved, writing } = get();
      const has = {
        stage: (key: string) => isThere(regulation, key),
        way: (transition: Slug, alternative: Slug) =>
          Object.hasOwn(regulation.transitions, transition) &&
          Object.hasOwn(regulation.transitions[transition]?.alternatives ?? {}, alternative),
        branch: (block: Slug, branch: Slug) => {
          const stage = stageOf(regulation, block);
          return stage?.kind === 'parallel' && Object.hasOwn(stage.settings.branches, branch);
        },
      };
      const next = kept(select ?? selection, has);
      set({
        regulation,
        history,
        unsaved: [...unsaved, ...changes],
        selection: next,
        current: currentOf(next, current, has.stage),
        writing: writing !== null && has.stage(noteKey(writing)) ? writing : null,
        refusal: null,
      });
    };

    return {
      regulation: opened.regulation,
      history: opened.history ?? emptyHistory,
      unsaved: opened.unsaved ?? [],
      reading: opened.readOnly,
      textLock: null,
      readOnly: opened.readOnly,
      selection: nothing,
      current: null,
      writing: null,
      over: null,
      chooser: null,
      refusal: null,
      said: '',
      wished: null,
      panel: 'properties',
      clauses: null,
      trying: false,
      samples: {},

      dispatch(operation, options = {}) {
        const { regulation, history, readOnly } = get();
        if (readOnly) return false;
        const done = edit(regulation, operation);
        if (!done.ok) {
          set({ refusal: { code: done.code, params: done.params } });
          return false;
        }
        if (done.changes.length === 0) {
          if (options.select) get().select(options.select);
          return true;
        }
        const entry = {
          label: {
            ...labelOf(operation, regulation, done.next),
            ...(options.by !== undefined && { by: options.by }),
          },
          changes: done.changes,
          inverse: done.inverse,
          ...(options.merge !== undefined && { merge: options.merge }),
        };
        take(done.next, record(history, entry), done.changes, options.select);
        return true;
      },
      dispatchAll(operations, options = {}) {
        const { regulation, history, readOnly } = get();
        if (readOnly) return false;
        let next = regulation;
        const changes: Change[] = [];
        const inverse: Change[] = [];
        for (const operation of operations) {
          const done = edit(next, operation);
          if (!done.ok) {
            set({ refusal: { code: done.code, params: done.params } });
            return false;
          }
          next = done.next;
          changes.push(...done.changes);
          inverse.unshift(...done.inverse);
        }
        const last = operations.at(-1);
        if (!last || changes.length === 0) return true;
        const label = options.label ?? labelOf(last, regulation, next);
        const entry = {
          label,
          changes,
          inverse,
          ...(options.merge !== undefined && { merge: options.merge }),
        };
        take(next, record(history, entry), changes, options.select);
        return true;
      },
      undo() {
        const { regulation, history, readOnly } = get();
        const done = readOnly ? null : undo(history, regulation);
        if (done) take(done.next, done.history, done.changes);
      },
      redo() {
        const { regulation, history, readOnly } = get();
        const done = readOnly ? null : redo(history, regulation);
        if (done) take(done.next, done.history, done.changes);
      },
      select(selection) {
        const only = selection.of === 'stages' ? (selection.ids.at(-1) ?? null) : get().current;
        set({ selection, current: only, refusal: null });
      },
      choose(chooser) {
        set({ chooser, refusal: null });
      },
      holdOver(over) {
        const before = get().over;
        if (before?.transition !== over?.transition || before?.alternative !== over?.alternative)
          set({ over });
      },
      say(said) {
        // The same words again are said again.
        set({ said: get().said === said ? `${said}\u200b` : said });
      },
      fit() {
        set({ wished: { stage: 'everything', times: (get().wished?.times ?? 0) + 1 } });
      },
      goTo(key) {
        get().select(stages(key));
        get().show(key);
      },
      write(note) {
        if (note !== null && get().readOnly) return;
        if (note !== null) get().select(stages(noteKey(note)));
        set({ writing: note });
      },
      show(stage) {
        set({ wished: { stage, times: (get().wished?.times ?? 0) + 1 } });
      },
      reveal(stage) {
        set({ wished: { stage, times: (get().wished?.times ?? 0) + 1, barely: true } });
      },
      showPanel(panel) {
        set({ panel });
      },
      noteClauses(clauses) {
        set({ clauses });
      },
      showTrying(trying) {
        set({ trying });
      },
      sample(fact, value) {
        const { [fact]: _, ...others } = get().samples;
        set({ samples: value === undefined ? others : { ...others, [fact]: value } });
      },
      clearSamples() {
        set({ samples: {} });
      },
      noteSaved(count) {
        set({ unsaved: get().unsaved.slice(count) });
      },
      setReadOnly(reading) {
        set({ reading, readOnly: reading || get().textLock !== null, chooser: null, writing: null });
      },
      lockForText(textLock) {
        const { reading, chooser } = get();
        set({
          textLock,
          readOnly: reading || textLock !== null,
          // What is being chosen or written would be refused.
          chooser: textLock === null ? chooser : null,
          writing: null,
        });
      },
      takeText(operation, merge) {
        const { reading, lockForText, dispatch } = get();
        if (reading) return false;
        lockForText(null);
        return dispatch(operation, { merge, by: 'text' });
      },
      replace(regulation) {
        set({
          regulation,
          history: emptyHistory,
          unsaved: [],
          textLock: null,
          readOnly: get().reading,
          selection: nothing,
          current: null,
          writing: null,
          refusal: null,
        });
      },
    };
  });
}

function currentOf(
  selection: Selection,
  current: string | null,
  has: (key: string) => boolean,
): string | null {
  if (selection.of === 'stages') return selection.ids.at(-1) ?? null;
  return current !== null && has(current) ? current : null;
}

const Context = createContext<EditorStore | null>(null);
export const EditorProvider = Context.Provider;

export function useEditorStore(): EditorStore {
  const store = useContext(Context);
  if (!store) throw new Error('useEditorStore needs an <EditorProvider> above');
  return store;
}

/** Reads a part of the open document; the component renders again only when that part changes. */
export function useEditor<T>(read: (editor: Editor) => T): T {
  return useStore(useEditorStore(), read);
}

/**
 * The open regulation as it stood when one of these parts of it changed last: for what reads those and nothing else, and
 * need not be drawn again when the rest changes.
 */
export function useRegulation(...parts: readonly (keyof Regulation)[]): Regulation {
  const store = useEditorStore();
  const read = useEditor(useShallow(({ regulation }) => parts.map((part) => regulation[part])));
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is what was read just now
  return useMemo(() => store.getState().regulation, [read, store]);
}

/** Chooses one stage. */
export const one = (id: Slug): Selection => stages(id);
