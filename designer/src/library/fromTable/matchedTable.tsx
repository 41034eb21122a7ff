import {
  type Draft,
  type DraftRow,
  type Meanings,
  type TableColumn,
  type TableContext,
  tableColumns,
} from '@reglament/editing';
import { useI18n } from '@reglament/ui';
import { IconChevronDown, IconHelpCircle } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useSay } from '../../app/say.ts';
import { ChooseList } from '../../choosing/list.tsx';
import { Glyph } from '../../stages/glyph.tsx';
import { CellChoice } from '../../tables/cellChoice.tsx';
import { gridKeys, useGridStop } from '../../tables/gridKeys.ts';
import { choicesOf, everybody } from './choices.ts';
import { type OpenCell, OwnName, OwnTerm } from './ownAnswers.tsx';
import type { Act } from './state.ts';
import { meaningWords, personWords } from './words.ts';

/** The pasted table with what was understood above each cell's own words; a cell is pressed to say otherwise. */
export function MatchedTable({
  draft,
  context,
  onlyQuestions,
  dispatch,
}: {
  draft: Draft;
  context: TableContext;
  onlyQuestions: boolean;
  dispatch: (act: Act) => void;
}) {
  const i18n = useI18n();
  const { t } = i18n;
  const say = useSay();
  const [open, setOpen] = useState<OpenCell | null>(null);
  const [everyone, setEveryone] = useState<{ row: number; anchor: HTMLElement } | null>(null);
  const rows = onlyQuestions
    ? draft.rows.filter((row) => tableColumns.some((column) => row[column].question))
    : draft.rows;
  const grid = useRef<HTMLTableElement>(null);
  const stop = useGridStop(rows.length);
  const known = { rows: draft.rows, context };
  const row = open && draft.rows.find((one) => one.row === open.row);

  const answer = <C extends TableColumn>(at: DraftRow, column: C, value: Meanings[C]) => {
    setOpen(null);
    dispatch({ do: 'answer', row: at.row, column, answer: value });
  };
  return (
    <>
      <table
        ref={grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid of cells that are edited in place
        role="grid"
        aria-label={t('designer.ft.tableLabel')}
        className="ft-table"
        onKeyDown={(event) => gridKeys(event, grid.current)}
        onFocus={stop.onFocus}
      >
        <colgroup>
          <col className="c-no" />
          <col className="c-stage" />
          <col className="c-who" />
          <col className="c-term" />
          <col className="c-silence" />
          <col className="c-refusal" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">№</th>
            {tableColumns.map((column) => (
              <th key={column} scope="col">
                <ColumnHead column={column} draft={draft} dispatch={dispatch} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((one, at) => (
            <tr key={one.row}>
              <td className="no">{draft.rows.indexOf(one) + 1}</td>
              {tableColumns.map((column, place) => cellOf(column, one, at, place))}
            </tr>
          ))}
        </tbody>
      </table>
      {open && row && (
        <CellChoice
          key={`${open.row} ${open.column}`}
          anchor={open.anchor}
          title={titleOf(row, open.column)}
          why={whyOf(row, open.column)}
          offers={choicesOf(open.column, row, draft, context).map((value) => ({
            words: offerWords(open.column, value as never),
            chosen: JSON.stringify(value) === JSON.stringify(row[open.column].value),
            run: () => answer(row, open.column, value as never),
          }))}
          onClose={() => setOpen(null)}
        >
          {open.column === 'stage' && (
            <OwnName
              value={row.name}
              onChoose={(name) => {
                setOpen(null);
                dispatch({ do: 'answer', row: row.row, column: 'name', answer: name });
              }}
            />
          )}
          {open.column === 'term' && (
            <OwnTerm value={row.term.value} onChoose={(value) => answer(row, 'term', value)} />
          )}
          {open.column === 'who' && (
            <button
              type="button"
              className="linkbtn ft-more"
              onClick={() => {
                setEveryone({ row: row.row, anchor: open.anchor });
                setOpen(null);
              }}
            >
              {t('designer.ft.otherPerson')}
            </button>
          )}
        </CellChoice>
      )}
      {everyone && (
        <ChooseList
          title={t('designer.ft.whoIs')}
          options={everybody(context).map((person, index) => ({
            id: `${index}`,
            label: personWords(person, i18n, say, context),
            group: t(
              `designer.ft.group.${person.by === 'role' || person.by === 'position' ? person.by : 'near'}`,
            ),
          }))}
          onClose={() => setEveryone(null)}
          onChoose={(index) => {
            const person = everybody(context)[Number(index)];
            const at = draft.rows.find((one) => one.row === everyone.row);
            setEveryone(null);
            if (person && at)
              dispatch({ do: 'answer', row: at.row, column: 'who', answer: { people: [person] } });
          }}
        />
      )}
    </>
  );

  function cellOf(column: TableColumn, at: DraftRow, line: number, place: number) {
    const { said, question, assumed } = at[column];
    const words = meaningWords(column, at[column].value as never, i18n, say, known);
    const top = column === 'stage' ? at.name : words;
    const isOpen = open?.row === at.row && open.column === column;
    const quoted =
      said === '' ? (assumed ? t('designer.ft.notSaid') : '') : `«${said.replaceAll('\n', ', ')}»`;
    return (
      <td
        key={column}
        className={question ? 'ask' : undefined}
        data-label={t(`designer.ft.column.${column}`)}
      >
        <button
          type="button"
          className="ft-cell"
          data-cell={`${line}:${place}`}
          tabIndex={stop.tabIndex(line, place)}
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          onClick={(event) => {
            setOpen(isOpen ? null : { row: at.row, column, anchor: event.currentTarget });
          }}
        >
          {column === 'stage' && <Glyph kind={at.stage.value.kind} />}
          <span>
            {question ? (
              <span className="q">
                <IconHelpCircle className="ic" aria-hidden="true" />
                {t(`designer.ft.ask.${question.code}`)}
                <IconChevronDown className="ic" aria-hidden="true" />
              </span>
            ) : (
              <span
                className={column === 'silence' && words === t('drawing.silence.autoVisa') ? 'v auto' : 'v'}
              >
                {top}
              </span>
            )}
            <small>{column === 'stage' ? (question ? top : words) : question ? quoted || '—' : quoted}</small>
          </span>
        </button>
      </td>
    );
  }

  function titleOf(at: DraftRow, column: TableColumn): string {
    const { question } = at[column];
    return question
      ? t(`designer.ft.ask.${question.code}`)
      : `${at.name}: ${t(`designer.ft.column.${column}`).toLowerCase()}`;
  }
  function whyOf(at: DraftRow, column: TableColumn): string | undefined {
    const { question, said } = at[column];
    if (question) {
      const about = question.about ?? said;
      return [about === '' ? '' : `«${about}».`, t(`designer.ft.why.${question.code}`)]
        .filter(Boolean)
        .join(' ');
    }
    return said === '' ? undefined : t('designer.ft.said', { said: said.replaceAll('\n', ', ') });
  }
  function offerWords(column: TableColumn, value: never): string {
    const words = meaningWords(column, value, i18n, say, known);
    return words === '—' ? t('designer.ft.nothing') : words;
  }
}

/** Which column of the pasted table tells this; another can be chosen. */
function ColumnHead({
  column,
  draft,
  dispatch,
}: {
  column: TableColumn;
  draft: Draft;
  dispatch: (act: Act) => void;
}) {
  const { t } = useI18n();
  const label = t(`designer.ft.column.${column}`);
  const place = draft.columns[column];
  return (
    <span className="ft-head-cell">
      <span>{label}</span>
      <select
        aria-label={t('designer.ft.columnFrom', { label })}
        value={place ?? ''}
        onChange={(event) =>
          dispatch({
            do: 'column',
            column,
            place: event.target.value === '' ? null : Number(event.target.value),
          })
        }
      >
        <option value="">{t('designer.ft.noColumn')}</option>
        {draft.headings.map((heading, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
          <option key={index} value={index}>
            {heading === '' ? t('designer.ft.columnNumber', { number: index + 1 }) : heading.slice(0, 60)}
          </option>
        ))}
      </select>
      <IconChevronDown className="ic" aria-hidden="true" />
    </span>
  );
}
