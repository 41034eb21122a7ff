import { Button, Menu, useI18n } from '@reglament/ui';
import { api, PageProblem, ProblemLine, refresh } from '@reglament/web';
import { IconDots } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { links } from '../../app/links.ts';
import { PageSkeleton } from '../../app/skeleton.tsx';
import { useChoiceWords, useDoneWords } from '../../decision/choiceWords.ts';
import { CopyEditor, CopyState } from '../../decision/copyEditor.tsx';
import { SavedHint } from '../../decision/decisionForm.tsx';
import { documentTabs } from '../../decision/documentTabs.tsx';
import { type Task, TaskFrame, useGoOn } from '../../decision/taskFrame.tsx';
import { useDecision } from '../../decision/useDecision.ts';
import { useWorkingCopy, useWorkingCopyQuery, type WorkingCopyRow } from '../../decision/useWorkingCopy.ts';
import { cardErrors } from '../../shared/cardErrors.ts';
import { Changes, hasChanges } from '../../shared/changes.tsx';
import { Ahead } from './ahead.tsx';
import { answersToSend, unanswered } from './answers.ts';
import { NextRound } from './nextRound.tsx';
import { type Missed, Summary } from './summary.tsx';
import './rework.css';

/** The author's task after a refusal: answer the remarks, change the document, send it forward. */
export default function ReworkTask({ task }: { task: Task }) {
  const copy = useWorkingCopyQuery(task.detail.row.id);
  if (copy.error && !copy.data)
    return (
      <div className="page">
        <PageProblem error={copy.error} retry={() => void copy.refetch()} />
      </div>
    );
  if (!copy.data) return <PageSkeleton />;
  return <Rework task={task} row={copy.data} />;
}

function Rework({ task, row }: { task: Task; row: WorkingCopyRow }) {
  const i18n = useI18n();
  const { t } = i18n;
  const word = useChoiceWords();
  const done = useDoneWords();
  const { detail } = task;
  const { id } = detail.row;
  const copy = useWorkingCopy(id, row);
  const goOn = useGoOn(id);
  const [, navigate] = useLocation();
  const [missed, setMissed] = useState<Missed | null>(null);
  const [unsaved, setUnsaved] = useState(false);
  const decision = useDecision(
    detail,
    (decided, choice) =>
      goOn(
        choice.outcome.tone === 'forward'
          ? t('rework.sent', { round: detail.round + 1, title: detail.documentTitle })
          : done(choice, decided, detail.documentTitle),
      ),
    async (choice) => {
      if (choice.outcome.tone !== 'forward') return {};
      const revision = await copy.flush();
      setUnsaved(revision === null);
      const answers = answersToSend(detail.remarks, decision.typed.answers);
      return revision === null ? null : { workingCopy: revision, ...(answers.length > 0 && { answers }) };
    },
  );
  const forward = decision.choices.find(({ outcome }) => outcome.tone === 'forward');
  const others = decision.choices.filter((choice) => choice !== forward);
  const left = unanswered(detail.remarks, decision.typed.answers);
  const sendWords = t('rework.send', { round: detail.round + 1 });
  const send = () => {
    if (!forward || decision.open) return;
    // The button says what is missing by going there; the remark says it too.
    if (left[0]) {
      navigate(`${links.task(id)}?tab=summary`, { replace: true });
      setMissed((was) => ({ remark: left[0]?.id ?? '', no: (was?.no ?? 0) + 1 }));
    } else void decision.sendNow(forward);
  };
  // Sending is this page's own button: a form of it that was opened elsewhere would have no answers in it.
  const { open, back } = decision;
  useEffect(() => {
    if (open && open === forward) back();
  });

  // What was saved decides whom the next round asks and until when.
  const { revision } = copy;
  const route = useQuery({
    queryKey: ['tasks.route', id, revision],
    queryFn: () => api.call('tasks.route', { params: { id }, body: { card: copy.content.card } }),
    placeholderData: (previous) => previous,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each saved revision
  useEffect(() => {
    void refresh('tasks.show');
  }, [revision]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !event.ctrlKey || event.defaultPrevented) return;
      if (event.target instanceof Element && event.target.closest('.reply, dialog')) return;
      event.preventDefault();
      send();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });

  const errors = cardErrors(route.data?.missing ?? [], copy.content.card, i18n);
  const changed = hasChanges(row.changes);
  const changeCount = row.changes.fields.length + row.changes.files.length;

  return (
    <div className="rework-page">
      <TaskFrame
        task={task}
        decision={decision}
        heading={t('rework.heading', { round: detail.round + 1 })}
        remarks={false}
        tabs={[
          {
            id: 'summary',
            title: t('rework.summary'),
            count: detail.remarks.length,
            view: () =>
              detail.remarks.length === 0 ? (
                <p className="soft">{t('rework.noRemarks')}</p>
              ) : (
                <Summary
                  remarks={detail.remarks}
                  visas={detail.visas}
                  missed={missed}
                  answers={decision.typed.answers}
                  saved={<SavedHint decision={decision} />}
                  onChange={(answers) => decision.change({ answers })}
                />
              ),
          },
          {
            id: 'edit',
            title: t('rework.cardAndFiles'),
            count: changeCount,
            view: () => (
              <section aria-labelledby="edit-title">
                <div className="bar">
                  <h2 id="edit-title">{t('rework.cardAndFiles')}</h2>
                  <span className="hint">{t('rework.becomes', { version: detail.version + 1 })}</span>
                  <CopyState copy={copy} />
                </div>
                <div className="card facts-card">
                  <CopyEditor detail={detail} copy={copy} errors={errors} />
                </div>
                <h2>{t('rework.changes')}</h2>
                <div className="card facts-card">
                  {changed ? (
                    <Changes changes={row.changes} fields={detail.fields} posts={detail.posts} />
                  ) : (
                    <p className="soft">{t('rework.sameVersion')}</p>
                  )}
                </div>
              </section>
            ),
          },
          // Card and attachments stand in the tab where they are edited.
          ...documentTabs(detail, i18n).filter(({ id: tab }) => tab !== 'card' && tab !== 'files'),
        ]}
        buttons={
          forward && (
            <>
              <Button
                variant="primary"
                keys="Ctrl ⏎"
                aria-keyshortcuts="Control+Enter"
                aria-describedby="left"
                busy={decision.busy}
                onClick={send}
              >
                {sendWords}
              </Button>
              <p id="left">
                {left[0] ? (
                  <button type="button" className="linkish" onClick={send}>
                    {t('rework.unanswered', { numbers: left.map(({ no }) => no).join(', ') })}
                  </button>
                ) : (
                  <span>{t('rework.allAnswered')}</span>
                )}
                {others.length > 0 && (
                  <Menu
                    label={t('common.more')}
                    items={others.map((choice) => ({
                      id: choice.id,
                      label: word(choice),
                      run: () => decision.choose(choice),
                    }))}
                  >
                    <IconDots className="ic" aria-hidden="true" />
                  </Menu>
                )}
              </p>
            </>
          )
        }
        beside={
          <>
            {unsaved && copy.error != null && (
              <section>
                <ProblemLine error={copy.error} />
              </section>
            )}
            {route.data && <Ahead route={route.data} />}
            {detail.nextRound && <NextRound round={detail.nextRound} />}
            <section>
              <Link href={links.sheet(detail.row.document)}>{t('rework.sheet')}</Link>
            </section>
          </>
        }
      />
    </div>
  );
}
