import { againWords, summaryOf } from '@reglament/drawing';
import type { I18n } from '@reglament/i18n';
import {
  branchEnd,
  participantsOf,
  type Regulation,
  type Slug,
  stageOf,
  type Text,
} from '@reglament/regulation';
import { useI18n } from '@reglament/ui';
import { type KeyboardEvent, memo, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useSay } from '../app/say.ts';
import { isChosen, nothing, stages } from '../document/selection.ts';
import { useEditor, useEditorStore } from '../document/store.ts';
import { useProblemsOf } from '../problems/problems.ts';
import { ProblemIcon } from '../problems/problemWords.tsx';
import { Glyph } from '../stages/glyph.tsx';
import { CellEditor } from './cellEditor.tsx';
import { isFound } from './found.ts';
import { focusCell, gridKeys, useGridStop } from './gridKeys.ts';
import { MoveButtons } from './moveButtons.tsx';
import { cellOf, changeStages, type StageChange, type StageColumn, waysOf } from './stageChange.ts';
import { endsOf } from './stageOrder.ts';
import { keyOf, type StageRow, stageRows } from './stageRows.ts';
import { useMoveStage } from './useMoveStage.ts';

const columns: readonly StageColumn[] = [
  'name',
  'kind',
  'who',
  'term',
  'silence',
  'again',
  'forward',
  'return',
];

/** What the cells of a row say. */
interface RowWords {
  readonly cells: Readonly<Record<StageColumn, string>>;
  readonly auto: boolean;
}

/** Every stage in a row: cells are changed in place, and what is changed in one chosen row is changed in all of them. */
export function StageTable({ words, onFind }: { words: string; onFind: () => void }) {
  const i18n = useI18n();
  const { t } = i18n;
  const say = useSay();
  const store = useEditorStore();
  const regulation = useEditor((editor) => editor.regulation);
  const selection = useEditor((editor) => editor.selection);
  const readOnly = useEditor((editor) => editor.readOnly);
  const [editing, setEditing] = useState<{ id: Slug; column: StageColumn } | null>(null);
  const grid = useRef<HTMLTableElement>(null);
  /** The cell that takes the focus when the table is drawn again. */
  const back = useRef<{ id: Slug; column: number } | null>(null);
  const moveStage = useMoveStage();

  const listed = useMemo(() => stageRows(regulation), [regulation]);
  const rows = useMemo(() => {
    if (words.trim() === '') return listed;
    return listed.filter(
      (row) =>
        row.of === 'stage' &&
        isFound(Object.values(wordsOf(regulation, row.id, i18n, say).cells).join(' '), words),
    );
  }, [listed, words, regulation, i18n, say]);
  const ids = useMemo(() => rows.flatMap((row) => (row.of === 'stage' ? [row.id] : [])), [rows]);
  const ends = useMemo(() => endsOf(rows), [rows]);
  const stop = useGridStop(ids.length);
  const chosen = selection.of === 'stages' ? selection.ids.filter((id) => ids.includes(id)) : none;

  useEffect(() => {
    if (editing || !back.current) return;
    const at = back.current;
    back.current = null;
    focusCell(grid.current, ids.indexOf(at.id), at.column);
  });

  const leave = useCallback((id: Slug, column: StageColumn) => {
    back.current = { id, column: columns.indexOf(column) + 1 };
    setEditing(null);
  }, []);
  const change = useCallback(
    (id: Slug, next: StageChange) => {
      const editor = store.getState();
      const { selection: now } = editor;
      const many = now.of === 'stages' && now.ids.length > 1 && now.ids.includes(id) && next.of !== 'name';
      const ids = many && now.of === 'stages' ? now.ids : [id];
      const operations = changeStages(editor.regulation, ids, next);
      leave(id, next.of);
      if (operations.length === 0) return;
      editor.dispatchAll(operations, { ...(many && { label: { operation: 'setStage' } }) });
      if (many) store.getState().say(t('designer.tbl.changed', { count: ids.length }));
    },
    [store, t, leave],
  );
  const edit = (id: Slug, column: StageColumn) => {
    if (readOnly) return;
    const how = cellOf(regulation, id, column);
    if (how === 'here') setEditing({ id, column });
    else if (how === 'elsewhere') {
      // More than a cell can say: its own place in the properties.
      const way = column === 'forward' || column === 'return' ? waysOf(regulation, id, column)[0] : undefined;
      const alternative = way?.transition?.order[0];
      if (way?.key !== undefined && alternative !== undefined)
        store.getState().select({ of: 'way', transition: way.key, alternative });
      else store.getState().goTo(id);
    }
  };
  const move = (id: Slug, by: -1 | 1, column = 1) => {
    if (moveStage(rows, id, by)) back.current = { id, column };
  };
  const toggle = (id: Slug) => {
    const now = store.getState().selection;
    const before = now.of === 'stages' ? now.ids : [];
    store
      .getState()
      .select(stages(...(before.includes(id) ? before.filter((one) => one !== id) : [...before, id])));
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const cell = event.target as HTMLElement;
    const id = cell.dataset['stage'];
    const column = cell.dataset['column'] as StageColumn | undefined;
    if (event.shiftKey && id !== undefined && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      // The next row is chosen with this one.
      event.preventDefault();
      const next = ids[ids.indexOf(id) + (event.key === 'ArrowDown' ? 1 : -1)];
      if (next === undefined) return;
      store.getState().select(stages(...new Set([...chosen, id, next])));
      focusCell(grid.current, ids.indexOf(next), stop.at.column);
      return;
    }
    if (event.altKey && id !== undefined && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      move(id, event.key === 'ArrowDown' ? 1 : -1, stop.at.column);
      return;
    }
    if (gridKeys(event, grid.current)) return;
    if (id === undefined || cell.dataset['cell'] === undefined) return;
    const ctrl = event.ctrlKey || event.metaKey;
    const done = () => event.preventDefault();
    if (event.key === 'Enter' || event.key === 'F2') {
      done();
      if (column) edit(id, column);
      else toggle(id);
    } else if (event.code === 'Space') {
      done();
      toggle(id);
    } else if (ctrl && event.code === 'KeyA') {
      done();
      store.getState().select(stages(...ids));
    } else if (ctrl && event.code === 'KeyZ') {
      done();
      if (event.shiftKey) store.getState().redo();
      else store.getState().undo();
    } else if (ctrl && event.code === 'KeyY') {
      done();
      store.getState().redo();
    } else if (ctrl && event.code === 'KeyK') {
      done();
      store.getState().choose({ ask: 'command' });
    } else if (!ctrl && event.code === 'Slash') {
      done();
      onFind();
    } else if (event.key === 'Escape' && chosen.length > 0) {
      done();
      store.getState().select(nothing);
    }
  };
  /** The stage of the cell in focus is chosen and seen; several that are chosen with it stay so. */
  const onCell = (id: Slug, column: StageColumn | undefined) => {
    const editor = store.getState();
    if (column !== undefined && !isChosen(editor.selection, id)) editor.select(stages(id));
    editor.show(id);
  };

  const all = ids.length > 0 && chosen.length === ids.length;
  return (
    <table
      ref={grid}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid of cells that are edited in place
      role="grid"
      className="stages"
      aria-label={t('designer.tbl.label')}
      aria-multiselectable="true"
      aria-readonly={readOnly || undefined}
      onKeyDown={onKeyDown}
      onFocus={stop.onFocus}
    >
      <colgroup>
        <col className="c-mark" />
        {columns.map((column) => (
          <col key={column} className={`c-${column}`} />
        ))}
      </colgroup>
      <thead>
        <tr>
          <th scope="col">
            <input
              type="checkbox"
              aria-label={t('designer.tbl.chooseAll')}
              checked={all}
              onChange={() => store.getState().select(all ? nothing : stages(...ids))}
            />
          </th>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`designer.tbl.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) =>
          row.of === 'branch' ? (
            <BranchRow key={keyOf(row)} row={row} />
          ) : (
            <Row
              key={row.id}
              id={row.id}
              depth={row.depth}
              at={ids.indexOf(row.id)}
              stop={
                stop.at.row === ids.indexOf(row.id) ||
                (ids.indexOf(row.id) === ids.length - 1 && stop.at.row >= ids.length)
                  ? stop.at.column
                  : null
              }
              chosen={chosen.includes(row.id)}
              isFirst={ends.first.has(row.id)}
              isLast={ends.last.has(row.id)}
              words={wordsOf(regulation, row.id, i18n, say)}
              editing={editing?.id === row.id ? editing.column : null}
              onEdit={edit}
              onCell={onCell}
              onToggle={toggle}
              onMove={readOnly ? null : move}
              onChange={change}
              onLeave={leave}
            />
          ),
        )}
      </tbody>
    </table>
  );
}

const none: readonly Slug[] = [];

function BranchRow({ row }: { row: Extract<StageRow, { of: 'branch' }> }) {
  const { t } = useI18n();
  const say = useSay();
  return (
    <tr className="blockrow">
      <td />
      <th scope="colgroup" colSpan={columns.length} style={{ paddingLeft: 10 + row.depth * 16 }}>
        {t('designer.out.branch', { title: say(row.title) })}
      </th>
    </tr>
  );
}

interface RowProps {
  readonly id: Slug;
  readonly depth: number;
  readonly at: number;
  /** the column that Tab reaches, when it is in this row */
  readonly stop: number | null;
  readonly chosen: boolean;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly words: RowWords;
  readonly editing: StageColumn | null;
  readonly onEdit: (id: Slug, column: StageColumn) => void;
  readonly onCell: (id: Slug, column: StageColumn | undefined) => void;
  readonly onToggle: (id: Slug) => void;
  /** null where nothing may be moved */
  readonly onMove: ((id: Slug, by: -1 | 1) => void) | null;
  readonly onChange: (id: Slug, change: StageChange) => void;
  readonly onLeave: (id: Slug, column: StageColumn) => void;
}

/** A row is drawn again only when what it says, or whether it is chosen or edited, has changed. */
const Row = memo(RowOf, (a, b) => {
  return (
    a.id === b.id &&
    a.depth === b.depth &&
    a.at === b.at &&
    a.stop === b.stop &&
    a.chosen === b.chosen &&
    a.isFirst === b.isFirst &&
    a.isLast === b.isLast &&
    (a.onMove === null) === (b.onMove === null) &&
    a.editing === b.editing &&
    a.editing === null &&
    a.words.auto === b.words.auto &&
    columns.every((column) => a.words.cells[column] === b.words.cells[column])
  );
});

function RowOf({
  id,
  depth,
  at,
  stop,
  chosen,
  isFirst,
  isLast,
  words,
  editing,
  onEdit,
  onCell,
  onToggle,
  onMove,
  onChange,
  onLeave,
}: RowProps) {
  const { t } = useI18n();
  const store = useEditorStore();
  const problem = useProblemsOf(id);
  const pressed = useRef<Element | null>(null);
  const { regulation } = store.getState();
  const stage = stageOf(regulation, id);
  if (!stage) return null;
  return (
    <tr className={chosen ? 'on' : undefined} aria-selected={chosen}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the grid's */}
      <td
        data-cell={`${at}:0`}
        data-stage={id}
        tabIndex={stop === 0 ? 0 : -1}
        aria-label={t('designer.tbl.choose', { title: words.cells.name })}
        className="mark"
        onFocus={() => onCell(id, undefined)}
        onClick={() => onToggle(id)}
      >
        <input type="checkbox" checked={chosen} readOnly tabIndex={-1} aria-hidden="true" />
      </td>
      {columns.map((column, index) => {
        const place = index + 1;
        const isEdited = editing === column;
        const how = cellOf(regulation, id, column);
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the grid's
          // biome-ignore lint/a11y/useAriaPropsSupportedByRole: a cell of a grid
          <td
            key={column}
            data-cell={isEdited ? undefined : `${at}:${place}`}
            data-stage={id}
            data-column={column}
            tabIndex={isEdited ? undefined : stop === place ? 0 : -1}
            aria-readonly={how === 'here' ? undefined : true}
            className={isEdited ? 'edited' : undefined}
            style={column === 'name' ? { paddingLeft: 10 + depth * 16 } : undefined}
            title={isEdited ? undefined : words.cells[column]}
            onPointerDown={(event) => {
              pressed.current = document.activeElement === event.currentTarget ? event.currentTarget : null;
            }}
            onFocus={(event) => event.target === event.currentTarget && onCell(id, column)}
            // A press on the cell in focus goes into it, as Enter does.
            onClick={(event) => pressed.current === event.currentTarget && onEdit(id, column)}
            onDoubleClick={() => !isEdited && onEdit(id, column)}
          >
            {isEdited ? (
              <CellEditor
                id={id}
                column={column}
                onDone={(change) => onChange(id, change)}
                onLeave={() => onLeave(id, column)}
              />
            ) : column === 'name' ? (
              <span className="named">
                <Glyph kind={stage.kind} />
                <span>{words.cells.name}</span>
                {problem && (
                  <span className={problem === 'error' ? 'err' : 'warn'}>
                    <ProblemIcon severity={problem} />
                    <span className="visually-hidden">{t(`designer.tbl.has.${problem}`)}</span>
                  </span>
                )}
                {onMove && (
                  <MoveButtons
                    title={words.cells.name}
                    isFirst={isFirst}
                    isLast={isLast}
                    onMove={(by) => onMove(id, by)}
                  />
                )}
              </span>
            ) : column === 'silence' && words.auto ? (
              <span className="auto">{words.cells.silence}</span>
            ) : (
              words.cells[column] || <span className="dash">—</span>
            )}
          </td>
        );
      })}
    </tr>
  );
}

/** What the cells of a stage's row say. Pure. */
function wordsOf(regulation: Regulation, id: Slug, i18n: I18n, say: (text: Text) => string): RowWords {
  const stage = stageOf(regulation, id);
  const summary = summaryOf(regulation, id, i18n);
  const nameOf = (to: Slug) => {
    const target = stageOf(regulation, to);
    return target ? say(target.title) : to === branchEnd ? i18n.t('methodologist.branchEnd') : to;
  };
  const targets = (tone: 'forward' | 'return') =>
    waysOf(regulation, id, tone)
      .flatMap(
        ({ transition }) => transition?.order.map((key) => transition.alternatives[key]?.to ?? '') ?? [],
      )
      .filter((to, index, list) => to !== '' && list.indexOf(to) === index)
      .map(nameOf)
      .join(', ');
  const people = stage ? participantsOf(stage) : [];
  return {
    auto: summary.silence.kind === 'autoVisa',
    cells: {
      name: summary.name,
      kind: stage ? i18n.t(`methodologist.kind.${stage.kind}`) : '',
      who: people
        .map((one) => {
          const participant = regulation.participants[one];
          return participant ? say(participant.title) : one;
        })
        .join(', '),
      term: summary.term,
      silence: summary.silence.words,
      again:
        (stage?.kind === 'wait'
          ? i18n.t(stage.settings.again === 'kept' ? 'designer.waitKept' : 'designer.waitAlways')
          : stage && againWords(stage, i18n)) ?? '',
      forward: targets('forward'),
      return: targets('return'),
    },
  };
}
