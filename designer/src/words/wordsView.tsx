import { evidenceWords } from '@reglament/drawing';
import { type Slug, stageOf } from '@reglament/regulation';
import { Button, StageIcon, useI18n, useToast } from '@reglament/ui';
import {
  type Clause,
  clausesOf,
  paragraphsOf,
  typeset,
  type Wording,
  wordRegulation,
} from '@reglament/wording';
import { IconAlertCircle, IconFileTypeDocx, IconPrinter } from '@tabler/icons-react';
import { type MouseEvent, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useSay } from '../app/say.ts';
import { useStaffNames } from '../app/staff.ts';
import { onlyStage } from '../document/selection.ts';
import { useEditor, useEditorStore } from '../document/store.ts';
import { PanelTools } from '../panel/panel.tsx';
import { print } from './print.ts';
import { save } from './save.ts';
import './words.css';

/** The regulation as numbered clauses, made anew at each edit; the clause of the chosen stage is kept in sight. */
export default function WordsView() {
  const i18n = useI18n();
  const { t } = i18n;
  const store = useEditorStore();
  const now = useEditor((editor) => editor.regulation);
  // Words may come a moment after the drawing: typing goes first.
  const regulation = useDeferredValue(now);
  const staff = useStaffNames();
  const wording = useMemo(() => wordRegulation(regulation, i18n, staff), [regulation, i18n, staff]);
  const chosen = useEditor(({ selection }) => onlyStage(selection));
  useClauseNumbers(wording);
  const text = useRef<HTMLElement>(null);
  useEffect(() => {
    const clause = chosen === undefined ? null : document.getElementById(clauseId(chosen));
    if (text.current && clause) keepInSight(text.current, clause);
  }, [chosen]);
  return (
    <>
      <PanelTools>
        <WordsTools wording={wording} />
      </PanelTools>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls is reached by the keyboard */}
      <section ref={text} className="words-text" tabIndex={0} aria-label={t('designer.wordsText')}>
        <header>
          <p>
            {t('designer.annex')}
            <br />
            {t('designer.annexTo')}
          </p>
          <h2>{typeset(wording.title, i18n.locale)}</h2>
        </header>
        {wording.sections.map(({ id, number, title, clauses }) => (
          <section key={id}>
            <h3>
              <span>{number}</span>
              <span>{title}</span>
            </h3>
            <Clauses clauses={clauses} chosen={chosen} onChoose={(stage) => store.getState().goTo(stage)} />
          </section>
        ))}
      </section>
      <Unreached stages={wording.unreached} />
    </>
  );
}

/** Scrolls the text alone, never the page, and only as far as the clause needs; a clause that is too high shows its top. */
function keepInSight(text: HTMLElement, clause: HTMLElement): void {
  const [seen, wanted] = [text.getBoundingClientRect(), clause.getBoundingClientRect()];
  if (wanted.top < seen.top || wanted.height > seen.height) text.scrollTop += wanted.top - seen.top;
  else if (wanted.bottom > seen.bottom) text.scrollTop += wanted.bottom - seen.bottom;
}

const clauseId = (stage: Slug) => `clause-${stage}`;

/** Shows each stage's number on the drawing while the words are open. */
function useClauseNumbers(wording: Wording): void {
  const store = useEditorStore();
  useEffect(() => {
    const numbers = clausesOf(wording).flatMap(({ stage, number }): [Slug, string][] =>
      stage === undefined ? [] : [[stage, number]],
    );
    store.getState().noteClauses(new Map(numbers));
  }, [wording, store]);
  useEffect(() => () => store.getState().noteClauses(null), [store]);
}

function Clauses({
  clauses,
  chosen,
  onChoose,
}: {
  clauses: readonly Clause[];
  chosen: Slug | undefined;
  onChoose: (stage: Slug) => void;
}) {
  return (
    <ol>
      {clauses.map((clause) => (
        <li key={clause.id}>
          <ClauseText
            clause={clause}
            chosen={clause.stage !== undefined && clause.stage === chosen}
            onChoose={onChoose}
          />
          {clause.sub && <Clauses clauses={clause.sub} chosen={chosen} onChoose={onChoose} />}
        </li>
      ))}
    </ol>
  );
}

/** A clause of a stage is pressed anywhere with the mouse, by its number with the keyboard. */
function ClauseText({
  clause,
  chosen,
  onChoose,
}: {
  clause: Clause;
  chosen: boolean;
  onChoose: (stage: Slug) => void;
}) {
  const { t, locale } = useI18n();
  const kind = useEditor(({ regulation }) =>
    clause.stage === undefined ? undefined : stageOf(regulation, clause.stage)?.kind,
  );
  const { stage, heading, number } = clause;
  const depth = number.split('.').length;
  const text = (
    <div>
      {heading !== undefined && (
        <h4>
          {kind && <StageIcon kind={kind} />}
          {typeset(heading, locale)}
        </h4>
      )}
      {paragraphsOf(clause).map((paragraph, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no id, and their order is theirs
        <p key={index}>
          <Marked {...paragraph} />
        </p>
      ))}
      {chosen && stage !== undefined && <Basis stage={stage} />}
    </div>
  );
  if (stage === undefined)
    return (
      <div className="cl" data-depth={depth}>
        <span>{number}</span>
        {text}
      </div>
    );
  const choose = (event: MouseEvent) => {
    // Words that are being marked to be copied are no press.
    if (
      event.target instanceof Element &&
      !event.target.closest('button') &&
      window.getSelection()?.type === 'Range'
    )
      return;
    onChoose(stage);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: its number is the button
    <div
      id={clauseId(stage)}
      className="cl cl--stage"
      data-depth={depth}
      aria-current={chosen || undefined}
      onClick={choose}
    >
      <span>
        <button
          type="button"
          aria-label={`${t('designer.clause')} ${number}. ${t('designer.showStage', { title: heading ?? stage })}`}
        >
          {number}
        </button>
      </span>
      {text}
    </div>
  );
}

/** A paragraph with its terms and its auto-visa standing out. */
function Marked({ text, marks }: ReturnType<typeof paragraphsOf>[number]) {
  const { locale } = useI18n();
  const set = typeset(text, locale);
  const parts: React.ReactNode[] = [];
  let at = 0;
  for (const { from, to, as } of marks) {
    parts.push(set.slice(at, from));
    parts.push(
      <b key={from} className={as === 'auto' ? 'fact--auto' : undefined}>
        {set.slice(from, to)}
      </b>,
    );
    at = to;
  }
  return [...parts, set.slice(at)];
}

/** What the stage rests on: beside its clause on the screen, never on paper. */
function Basis({ stage }: { stage: Slug }) {
  const i18n = useI18n();
  const say = useSay();
  const evidence = useEditor(({ regulation }) => stageOf(regulation, stage)?.evidence);
  if (!evidence) return null;
  const { tag, basis } = evidenceWords(evidence, say, i18n);
  return (
    <p className="basis">
      {i18n.t('designer.wordsBasis', { basis: [basis, tag].filter(Boolean).join(' · ') })}
    </p>
  );
}

function WordsTools({ wording }: { wording: Wording }) {
  const { t, locale } = useI18n();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const download = async () => {
    setBusy(true);
    try {
      const { docxOf } = await import('./docx.ts');
      const annex = [t('designer.annex'), t('designer.annexTo')];
      save(await docxOf(wording, { locale, annex }), `${wording.title}.docx`);
    } catch {
      toast({ text: t('designer.docxFailed') });
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button variant="quiet" size="small" icon={IconPrinter} onClick={() => print(wording.title)}>
        {t('designer.print')}
      </Button>
      <Button size="small" icon={IconFileTypeDocx} busy={busy} onClick={() => void download()}>
        {t('designer.downloadDocx')}
      </Button>
    </>
  );
}

/** Stages whose clauses nobody will ever need. */
function Unreached({ stages }: { stages: readonly Slug[] }) {
  const { t } = useI18n();
  const say = useSay();
  const store = useEditorStore();
  const [first, ...more] = stages;
  const title = useEditor(({ regulation }) => {
    const stage = first === undefined ? undefined : stageOf(regulation, first);
    return stage && say(stage.title);
  });
  if (first === undefined || title === undefined) return null;
  return (
    <div className="out">
      <IconAlertCircle className="ic" aria-hidden="true" />
      <span>
        {[
          t('designer.unreached', { title }),
          ...(more.length > 0 ? [t('designer.unreachedMore', { count: more.length })] : []),
        ].join(' ')}
      </span>
      <button type="button" className="linkbtn" onClick={() => store.getState().goTo(first)}>
        {t('designer.showIt')}
      </button>
    </div>
  );
}
