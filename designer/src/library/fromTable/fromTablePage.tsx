import {
  type Draft,
  matchTable,
  questionsOf,
  readTable,
  regulationOf,
  slugOf,
  type TableContext,
  tableBounds,
} from '@reglament/editing';
import { formatTime } from '@reglament/i18n';
import { type Regulation, stageOf } from '@reglament/regulation';
import { Button, useI18n } from '@reglament/ui';
import { ProblemLine, refresh, useApiQuery, useCommand } from '@reglament/web';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconArrowLeft,
  IconClipboard,
  IconHelpCircle,
  IconInfoCircle,
} from '@tabler/icons-react';
import { useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { links } from '../../app/links.ts';
import { Loading } from '../../app/loading.tsx';
import { usePageTitle } from '../../app/pageTitle.ts';
import { useSay } from '../../app/say.ts';
import { useSession } from '../../app/session.tsx';
import type { Staff } from '../../app/staff.ts';
import { MatchedTable } from './matchedTable.tsx';
import { PasteArea, pastedIn } from './pasteArea.tsx';
import { Preview } from './preview.tsx';
import { fromTable, nothingPasted, stepOf } from './state.ts';
import './fromTable.css';

const nobodyKnown: TableContext = { roles: [], positions: [], organisations: [] };

/** What cells may mean: roles that somebody holds, and positions that the staff list calls by a code. Pure. */
function tableContext({ roles, positions, organisations }: Staff): TableContext {
  return {
    roles: roles.filter(({ held, elsewhere }) => held > 0 || elsewhere).map(({ code }) => code),
    roleTitles: Object.fromEntries(roles.flatMap(({ code, title }) => (title ? [[code, title]] : []))),
    positions: positions.flatMap(({ code, title, unit }) =>
      code === undefined ? [] : [{ code, title, unit }],
    ),
    organisations,
  };
}

/** A regulation out of a table pasted from Word or Excel: what was understood, what is asked, what it makes. */
export default function FromTablePage() {
  const { t, locale } = useI18n();
  const { zone } = useSession().organisation;
  const [, navigate] = useLocation();
  const list = useApiQuery('library.list', {});
  const staff = useApiQuery('units.list', {}, { staleTime: 300_000 });
  const create = useCommand('workingCopies.create');
  const [state, dispatch] = useReducer(fromTable, nothingPasted);
  const [title, setTitle] = useState('');
  const [kind, setKind] = useState('');
  const [asked, setAsked] = useState(false);
  const [onlyQuestions, setOnlyQuestions] = useState(false);
  const name = useRef<HTMLInputElement>(null);
  const kindName = useRef<HTMLInputElement>(null);
  usePageTitle(t('designer.ft.title'));

  const { table } = state;
  const { columns, answers } = stepOf(state);
  const context = useMemo(
    () => (staff.data ? tableContext(staff.data) : staff.error ? nobodyKnown : null),
    [staff.data, staff.error],
  );
  const draft = useMemo(
    () => (table && context ? matchTable(table, context, columns, answers) : null),
    [table, context, columns, answers],
  );
  const regulation = useMemo(
    () => draft && regulationOf(draft, { id: slugOf(title), title: { ru: title || '—', en: title || '—' } }),
    [draft, title],
  );
  const questions = draft ? questionsOf(draft).length : 0;

  // Keys of undo, and a table pasted over the one that is there.
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.target instanceof HTMLInputElement) return;
      const back = event.code === 'KeyZ' && !event.shiftKey;
      const on = event.code === 'KeyY' || (event.code === 'KeyZ' && event.shiftKey);
      if (!back && !on) return;
      event.preventDefault();
      dispatch({ do: back ? 'undo' : 'redo' });
    };
    const onPaste = (event: ClipboardEvent) => {
      const pasted = table === null ? null : pastedIn(event);
      const next = pasted && readTable(pasted);
      if (next && next.rows.length > 1) dispatch({ do: 'paste', table: next, atMs: Date.now() });
    };
    document.addEventListener('keydown', onKey);
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('paste', onPaste);
    };
  }, [table]);

  const submit = async () => {
    setAsked(true);
    if (title.trim() === '') {
      name.current?.focus();
      return;
    }
    if (kind.trim() === '') {
      kindName.current?.focus();
      return;
    }
    if (!draft || draft.rows.length === 0 || !list.data) return;
    const taken = new Set(list.data.rows.map(({ id }) => id));
    const wished = slugOf(title.trim());
    let id = wished;
    for (let number = 2; taken.has(id); number += 1) id = `${wished}-${number}`;
    const drawn = regulationOf(draft, { id, title: both(title) });
    const documentKind = { ...drawn.documentKind, title: both(kind) };
    const made = await create.send({ body: { regulation: { ...drawn, documentKind }, base: null } });
    if (!made) return;
    void refresh('library.list');
    navigate(links.editor(made.id));
  };

  return (
    <div className={table ? 'ft' : 'ft ft--empty'}>
      <header className="ft-bar">
        <Link
          className="icbtn"
          href={links.library}
          aria-label={t('designer.toLibrary')}
          title={t('designer.toLibrary')}
        >
          <IconArrowLeft className="ic" aria-hidden="true" />
        </Link>
        <h1>{t('designer.ft.title')}</h1>
        {table && (
          <>
            <span className="meta">
              {t('designer.ft.pastedAt', { time: formatTime(state.pastedAtMs, zone, locale) })}
            </span>
            <span className="push" />
            <button
              type="button"
              className="icbtn"
              aria-label={t('designer.undo')}
              title={t('designer.undo')}
              disabled={state.at === 0}
              onClick={() => dispatch({ do: 'undo' })}
            >
              <IconArrowBackUp className="ic" aria-hidden="true" />
            </button>
            <button
              type="button"
              className="icbtn"
              aria-label={t('designer.redo')}
              title={t('designer.redo')}
              disabled={state.at === state.done.length - 1}
              onClick={() => dispatch({ do: 'redo' })}
            >
              <IconArrowForwardUp className="ic" aria-hidden="true" />
            </button>
            <i className="sep" />
            <Button size="small" icon={IconClipboard} onClick={() => dispatch({ do: 'again' })}>
              {t('designer.ft.pasteAgain')}
            </Button>
          </>
        )}
      </header>
      {!table ? (
        <PasteArea onTable={(next) => dispatch({ do: 'paste', table: next, atMs: Date.now() })} />
      ) : !draft || !regulation || !context ? (
        <Loading />
      ) : (
        <>
          <main className="ft-main">
            <div className="ft-head">
              <label className="ft-name">
                <span className="visually-hidden">{t('designer.regulationTitle')}</span>
                <input
                  ref={name}
                  className="input"
                  value={title}
                  maxLength={300}
                  placeholder={t('designer.regulationTitle')}
                  aria-required="true"
                  aria-invalid={(asked && title.trim() === '') || undefined}
                  aria-describedby={asked && title.trim() === '' ? 'ft-name-missing' : undefined}
                  onChange={(event) => setTitle(event.target.value)}
                />
                {asked && title.trim() === '' && (
                  <span className="field-error" id="ft-name-missing" role="alert">
                    {t('designer.new.nameMissing')}
                  </span>
                )}
              </label>
              <label className="ft-kind">
                {t('designer.ft.kind')}
                <input
                  ref={kindName}
                  className="input"
                  value={kind}
                  maxLength={300}
                  aria-required="true"
                  aria-invalid={(asked && kind.trim() === '') || undefined}
                  aria-describedby={asked && kind.trim() === '' ? 'ft-kind-missing' : undefined}
                  onChange={(event) => setKind(event.target.value)}
                />
                {asked && kind.trim() === '' && (
                  <span className="field-error" id="ft-kind-missing" role="alert">
                    {t('designer.ft.kindMissing')}
                  </span>
                )}
              </label>
              {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw its own frame */}
              <div className="ft-filters" role="group" aria-label={t('designer.show')}>
                <button type="button" aria-pressed={!onlyQuestions} onClick={() => setOnlyQuestions(false)}>
                  {t('designer.ft.allStages', { count: draft.rows.length })}
                </button>
                <button
                  type="button"
                  className="no"
                  aria-pressed={onlyQuestions}
                  onClick={() => setOnlyQuestions(true)}
                >
                  <IconHelpCircle className="ic" aria-hidden="true" />
                  {t('designer.ft.questionCount', { count: questions })}
                </button>
              </div>
              <p role="status">
                {draft.rows.length === 0
                  ? t('designer.ft.noRows')
                  : t('designer.ft.understood', {
                      count: draft.rows.length * 5 - questions,
                      all: draft.rows.length * 5,
                    })}
              </p>
            </div>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by the keyboard */}
            <section className="ft-wrap" tabIndex={0} aria-label={t('designer.ft.tableLabel')}>
              {onlyQuestions && questions === 0 ? (
                <p className="ft-own">{t('designer.ft.noQuestions')}</p>
              ) : (
                <MatchedTable
                  draft={draft}
                  context={context}
                  onlyQuestions={onlyQuestions}
                  dispatch={dispatch}
                />
              )}
              <Added draft={draft} regulation={regulation} left={table.left.rows} />
            </section>
          </main>
          <Preview regulation={regulation} draft={draft} />
          <footer className="ft-foot">
            <Link className="btn" href={links.library}>
              {t('designer.ft.leave')}
            </Link>
            <p>
              <ProblemLine error={create.error} />
              {questions > 0 && t('designer.ft.openQuestions', { count: questions })}
            </p>
            <Button
              variant="primary"
              busy={create.busy}
              disabled={draft.rows.length === 0}
              onClick={() => void submit()}
            >
              {t('designer.ft.create')}
            </Button>
          </footer>
        </>
      )}
    </div>
  );
}

/** What is written in one language stands in the other until somebody translates it. */
const both = (words: string) => ({ ru: words.trim(), en: words.trim() });

/** What the table does not have and the regulation gets all the same. */
function Added({ draft, regulation, left }: { draft: Draft; regulation: Regulation; left: number }) {
  const { t } = useI18n();
  const say = useSay();
  const added = regulation.stageOrder.slice(draft.rows.length).flatMap((id) => {
    const stage = stageOf(regulation, id);
    return stage ? [`«${say(stage.title)}»`] : [];
  });
  const missing = (['who', 'term', 'silence', 'refusal'] as const).filter(
    (column) => draft.columns[column] === null,
  );
  if (draft.rows.length === 0) return null;
  return (
    <div className="ft-own">
      <IconInfoCircle className="ic" aria-hidden="true" />
      <p>
        {t('designer.ft.added', { titles: added.join(', ') })}
        {missing.length > 0 && (
          <>
            {' '}
            {t('designer.ft.missing', {
              columns: missing.map((column) => `«${t(`designer.ft.column.${column}`)}»`).join(', '),
            })}
          </>
        )}
        {left > 0 && <> {t('designer.ft.left', { count: left, limit: tableBounds.rows })}</>}
      </p>
    </div>
  );
}
