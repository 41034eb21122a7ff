import { stageOf } from '@reglament/regulation';
import { useI18n } from '@reglament/ui';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useSay } from '../app/say.ts';
import { noteKey } from '../document/keys.ts';
import { isChosen, stages } from '../document/selection.ts';
import { useEditor, useEditorStore } from '../document/store.ts';
import { useProblemsOf } from '../problems/problems.ts';
import { ProblemIcon } from '../problems/problemWords.tsx';
import { Glyph, NoteGlyph } from '../stages/glyph.tsx';
import { isFound } from './found.ts';
import { MoveButtons } from './moveButtons.tsx';
import { type OutlineRow, outlineRows } from './outlineRows.ts';
import { changeStages } from './stageChange.ts';
import { endsOf } from './stageOrder.ts';
import { useMoveStage } from './useMoveStage.ts';

const nothingShut: ReadonlySet<string> = new Set();

/**
 * The regulation as a tree of sentences, on the same commands as the canvas: what the drawing shows, for those who do not
 * see it, and the keyboard's way through it.
 */
export function Outline({ words, onFind }: { words: string; onFind: () => void }) {
  const i18n = useI18n();
  const { t, locale } = i18n;
  const say = useSay();
  const store = useEditorStore();
  const regulation = useEditor((editor) => editor.regulation);
  const selection = useEditor((editor) => editor.selection);
  const readOnly = useEditor((editor) => editor.readOnly);
  const chooser = useEditor((editor) => editor.chooser);
  const [shut, setShut] = useState(nothingShut);
  const [at, setAt] = useState<string | null>(null);
  const [renaming, setRenaming] = useState<string | null>(null);
  const tree = useRef<HTMLUListElement>(null);
  /** The line that takes the focus when the tree is drawn again. */
  const wanted = useRef<string | null>(null);

  const all = useMemo(() => outlineRows(regulation, i18n, say), [regulation, i18n, say]);
  const rows = useMemo(() => {
    if (words.trim() !== '') return all.filter((row) => isFound(row.said, words));
    const hidden = new Set<string>();
    return all.filter((row) => {
      const out = row.holder !== null && (hidden.has(row.holder) || shut.has(row.holder));
      if (out) hidden.add(row.key);
      return !out;
    });
  }, [all, words, shut]);
  const holders = useMemo(() => new Set(all.map(({ holder }) => holder)), [all]);
  const ends = useMemo(() => endsOf(rows), [rows]);
  const moveStage = useMoveStage();
  const current = rows.find(({ key }) => key === at) ?? rows[0];

  // A stage made or chosen elsewhere is where the tree stands next.
  const only = selection.of === 'stages' && selection.ids.length === 1 ? selection.ids[0] : undefined;
  const inTree = useRef(false);
  useEffect(() => {
    if (only === undefined) return;
    setAt((now) => (now !== null && (now === only || now.startsWith(`${only} `)) ? now : only));
    if (inTree.current) wanted.current = only;
  }, [only]);
  useEffect(() => {
    const key = wanted.current;
    if (key === null || chooser !== null || renaming !== null) return;
    const line = lineOf(key);
    if (!line) return;
    wanted.current = null;
    line.focus();
  });

  const lineOf = (key: string) =>
    tree.current?.querySelector<HTMLElement>(`[data-line="${CSS.escape(key)}"]`) ?? null;
  const go = (row: OutlineRow | undefined) => {
    if (row) lineOf(row.key)?.focus();
  };
  const look = (row: OutlineRow) => {
    setAt(row.key);
    const editor = store.getState();
    if (row.of === 'branch') editor.select({ of: 'branch', block: row.block, branch: row.branch });
    else if (row.of === 'way' && row.transition !== undefined && row.alternative !== undefined)
      editor.select({ of: 'way', transition: row.transition, alternative: row.alternative });
    else if ((row.of === 'stage' || row.of === 'note') && !isChosen(editor.selection, row.key))
      editor.select(stages(row.key));
    editor.show(row.of === 'branch' ? row.block : row.of === 'note' ? noteKey(row.id) : row.id);
  };
  const setOpen = (row: OutlineRow, open: boolean) => {
    const next = new Set(shut);
    if (open) next.delete(row.key);
    else next.add(row.key);
    setShut(next);
  };

  const move = (row: OutlineRow, by: -1 | 1) => {
    if (row.of === 'stage' && moveStage(rows, row.id, by)) wanted.current = row.key;
  };
  const remove = (row: OutlineRow) => {
    const editor = store.getState();
    const index = rows.indexOf(row);
    const beside = rows.slice(index + 1).find(({ level }) => level <= row.level) ?? rows[index - 1];
    wanted.current = beside?.key ?? null;
    if (row.of === 'stage') {
      if (editor.dispatch({ do: 'removeStages', ids: [row.id] }))
        editor.say(t('designer.stagesRemoved', { titles: row.head }));
    } else if (row.of === 'note') editor.dispatch({ do: 'removeNotes', ids: [row.id] });
    else if (row.of === 'branch')
      editor.dispatch({ do: 'removeBranch', block: row.block, branch: row.branch });
    else if (row.transition !== undefined && row.alternative !== undefined) {
      if (
        editor.dispatch({ do: 'removeAlternative', transition: row.transition, alternative: row.alternative })
      )
        editor.say(t('designer.wayRemoved'));
    }
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (!current || (event.target as HTMLElement).dataset['line'] === undefined) return;
    const editor = store.getState();
    const index = rows.indexOf(current);
    const ctrl = event.ctrlKey || event.metaKey;
    const done = () => event.preventDefault();
    const id = current.of === 'branch' ? current.block : current.id;
    const isOpen = !shut.has(current.key) || words.trim() !== '';
    const holds = holders.has(current.key);

    if (ctrl && event.code === 'KeyZ') {
      done();
      if (event.shiftKey) editor.redo();
      else editor.undo();
    } else if (ctrl && event.code === 'KeyY') {
      done();
      editor.redo();
    } else if (ctrl && event.code === 'KeyK') {
      done();
      editor.choose({ ask: 'command' });
    } else if (event.altKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      done();
      move(current, event.key === 'ArrowDown' ? 1 : -1);
    } else if (ctrl || event.altKey) {
      return;
    } else if (event.key === 'ArrowDown') {
      done();
      go(rows[index + 1]);
    } else if (event.key === 'ArrowUp') {
      done();
      go(rows[index - 1]);
    } else if (event.key === 'Home') {
      done();
      go(rows[0]);
    } else if (event.key === 'End') {
      done();
      go(rows.at(-1));
    } else if (event.key === 'ArrowRight') {
      done();
      if (holds && !isOpen) setOpen(current, true);
      else if (holds) go(rows[index + 1]);
    } else if (event.key === 'ArrowLeft') {
      done();
      if (holds && isOpen && words.trim() === '') setOpen(current, false);
      else go(rows.find(({ key }) => key === current.holder));
    } else if (event.code === 'Slash') {
      done();
      onFind();
    } else if (readOnly) {
      return;
    } else if (event.key === 'Enter' || event.key === 'F2') {
      done();
      if (current.of === 'stage') setRenaming(current.key);
      else if (current.of === 'way') target(current);
      else document.querySelector<HTMLElement>('.insp :is(input, textarea)')?.focus();
    } else if (event.code === 'KeyC') {
      done();
      if (current.of === 'way') target(current);
      else if (current.of === 'stage') editor.choose({ ask: 'outcome', from: id, purpose: 'connect' });
    } else if (event.code === 'KeyA') {
      done();
      if (current.of === 'way' && current.transition === undefined)
        editor.choose({ ask: 'append', from: id, outcome: current.outcome });
      else if (current.of === 'way' && current.transition !== undefined && current.alternative !== undefined)
        editor.choose({ ask: 'insert', transition: current.transition, alternative: current.alternative });
      else if (current.of === 'stage') editor.choose({ ask: 'outcome', from: id, purpose: 'append' });
    } else if (event.code === 'KeyR' && current.of === 'stage') {
      done();
      editor.choose({ ask: 'replace', stage: id });
    } else if (event.code === 'Delete' || event.code === 'Backspace') {
      done();
      remove(current);
    }
  };
  const target = (row: Extract<OutlineRow, { of: 'way' }>) =>
    store.getState().choose({ ask: 'target', from: row.id, outcome: row.outcome });

  return (
    <>
      <p id="outline-keys" hidden>
        {t(readOnly ? 'designer.out.keysRead' : 'designer.out.keys')}
      </p>
      <ul
        ref={tree}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a tree of lines that are edited in place
        role="tree"
        className="tree"
        aria-label={t('designer.out.label')}
        aria-describedby="outline-keys"
        onKeyDown={onKeyDown}
        onFocus={() => {
          inTree.current = true;
        }}
        onBlur={(event) => {
          inTree.current =
            event.currentTarget.contains(event.relatedTarget) || store.getState().chooser !== null;
        }}
      >
        {rows.map((row) => (
          <Line
            key={row.key}
            row={row}
            open={holders.has(row.key) ? !shut.has(row.key) || words.trim() !== '' : null}
            current={row === current}
            kind={row.of === 'stage' ? stageOf(regulation, row.id)?.kind : undefined}
            renaming={renaming === row.key}
            onFocus={() => look(row)}
            onOpen={(open) => setOpen(row, open)}
            moves={
              row.of === 'stage' &&
              !readOnly && (
                <MoveButtons
                  title={row.head}
                  isFirst={ends.first.has(row.id)}
                  isLast={ends.last.has(row.id)}
                  onMove={(by) => move(row, by)}
                />
              )
            }
            onGo={() => {
              if (row.of === 'way' && !readOnly) target(row);
              else if (row.of === 'stage' && !readOnly) setRenaming(row.key);
              else if (row.of === 'note' && !readOnly) store.getState().write(row.id);
            }}
            onRename={(title) => {
              setRenaming(null);
              wanted.current = row.key;
              if (title === null || row.of !== 'stage') return;
              store.getState().dispatchAll(changeStages(regulation, [row.id], { of: 'name', title, locale }));
            }}
          />
        ))}
      </ul>
    </>
  );
}

function Line({
  row,
  open,
  current,
  kind,
  renaming,
  onFocus,
  moves,
  onOpen,
  onGo,
  onRename,
}: {
  row: OutlineRow;
  open: boolean | null;
  current: boolean;
  kind: Parameters<typeof Glyph>[0]['kind'] | undefined;
  renaming: boolean;
  moves: ReactNode;
  onFocus: () => void;
  onOpen: (open: boolean) => void;
  onGo: () => void;
  /** null leaves the name as it was */
  onRename: (title: string | null) => void;
}) {
  const { t } = useI18n();
  const name = kind
    ? `${t(`methodologist.kind.${kind}`)}: ${row.head}`
    : row.of === 'note'
      ? t('designer.noteSentence', { words: row.head })
      : row.head;
  const Chevron = open ? IconChevronDown : IconChevronRight;
  const lost = row.of === 'way' && row.to === undefined;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the tree's
    <li
      role="treeitem"
      aria-level={row.level}
      aria-expanded={open ?? undefined}
      aria-selected={current}
      aria-label={[name, row.tail].filter(Boolean).join(row.of === 'way' ? ': ' : '; ')}
      data-line={row.key}
      tabIndex={current && !renaming ? 0 : -1}
      className={row.of}
      style={{ paddingLeft: 16 + (row.level - 1) * 24 }}
      onFocus={(event) => event.target === event.currentTarget && onFocus()}
      onClick={(event) => event.currentTarget.focus()}
      onDoubleClick={onGo}
    >
      <span className="tn">
        {open !== null && (
          <Chevron
            className="ic chev"
            aria-hidden="true"
            onClick={(event) => {
              event.stopPropagation();
              onOpen(!open);
            }}
          />
        )}
        {kind && <Glyph kind={kind} />}
        {row.of === 'note' && <NoteGlyph />}
        {renaming ? <Rename value={row.head} onDone={onRename} /> : <span>{row.head}</span>}
        {row.of === 'stage' && <Trouble id={row.id} />}
        {moves}
      </span>
      {/* Parted for whoever reads the line as text; the grid draws no space. */}{' '}
      <span className={lost ? 'ts lost' : 'ts'}>{row.tail}</span>
    </li>
  );
}

function Trouble({ id }: { id: string }) {
  const problem = useProblemsOf(id);
  return (
    problem && (
      <span className={problem === 'error' ? 'err' : 'warn'}>
        <ProblemIcon severity={problem} />
      </span>
    )
  );
}

function Rename({ value, onDone }: { value: string; onDone: (title: string | null) => void }) {
  const { t } = useI18n();
  const [title, setTitle] = useState(value);
  const over = useRef(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  const finish = (next: string | null) => {
    if (over.current) return;
    over.current = true;
    onDone(next === null || next.trim() === '' || next.trim() === value ? null : next.trim());
  };
  return (
    <input
      ref={input}
      className="input input--small"
      aria-label={t('designer.stageTitle')}
      value={title}
      maxLength={300}
      onChange={(event) => setTitle(event.target.value)}
      onBlur={() => finish(title)}
      onDoubleClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter' || event.key === 'Escape') {
          event.preventDefault();
          finish(event.key === 'Enter' ? title : null);
        }
      }}
    />
  );
}
