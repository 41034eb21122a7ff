import type { TaskDetail } from '@reglament/api';
import { shortName } from '@reglament/i18n';
import { IconButton, type Tab, TabPanel, Tabs, useI18n, useToast } from '@reglament/ui';
import { ProblemLine, useConnection } from '@reglament/web';
import { IconArrowLeft, IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { links } from '../app/links.ts';
import { usePageTitle } from '../app/pageTitle.ts';
import { useSession } from '../app/session.tsx';
import { Remarks } from '../shared/remarks.tsx';
import { useSay } from '../shared/text.ts';
import { Visas } from '../shared/visas.tsx';
import { useChoiceWords } from './choiceWords.ts';
import { DecisionButtons } from './decisionButtons.tsx';
import { DecisionForm } from './decisionForm.tsx';
import { DocumentChanged } from './documentChanged.tsx';
import { OfflineTurn } from './offlineTurn.tsx';
import { remarksOf } from './said.ts';
import { SharedActs } from './sharedActs.tsx';
import { useTaskList } from './taskList.ts';
import { Deadline, TaskWhen } from './taskWhen.tsx';
import { TypedWords } from './typedWords.tsx';
import type { Decision } from './useDecision.ts';
import type { useTask } from './useTask.ts';
import { useTaskKeys } from './useTaskKeys.ts';
import './decision.css';
import './task.css';

export type Task = Omit<ReturnType<typeof useTask>, 'detail'> & { detail: TaskDetail };
export interface TaskTab extends Tab {
  view: () => ReactNode;
}

/** After a decision: says what was done (`doneWords`) and goes on to the next task, or to the list when there is none. */
export function useGoOn(id: string): (words: string) => void {
  const toast = useToast();
  const [, navigate] = useLocation();
  const { next, previous } = useNeighbours(id);
  return (words) => {
    toast({ text: words });
    const goes = next ?? previous;
    navigate(goes ? links.task(goes) : links.tasks);
  };
}

/** The tasks before and after this one in the list. */
export function useNeighbours(id: string) {
  const { rows } = useTaskList('todo');
  // The row leaves the list with its decision: its place is remembered.
  const [place, setPlace] = useState(-1);
  const now = rows.findIndex((row) => row.id === id);
  if (now >= 0 && now !== place) setPlace(now);
  const at = now >= 0 ? now : place;
  return {
    at: now,
    all: rows.length,
    previous: rows[at - 1]?.id,
    next: now >= 0 ? rows[at + 1]?.id : rows[at]?.id,
  };
}

/** The task page's frame: title and tabs on the left; what is asked, the decisions and who has decided on the right. */
export function TaskFrame({
  task,
  decision,
  tabs,
  heading,
  when,
  buttons,
  before,
  form,
  beside,
  remarks = true,
}: {
  task: Task;
  decision: Decision;
  tabs: readonly TaskTab[];
  /** instead of the stage's own words */
  heading?: string;
  /** more lines of «when» */
  when?: ReactNode;
  /** instead of the usual buttons */
  buttons?: ReactNode;
  /** what stands before the decisions */
  before?: ReactNode;
  /** more fields of the open form */
  form?: ReactNode;
  /** more sections of the right side, after the decisions */
  beside?: ReactNode;
  /** whether remarks of others stand on the right */
  remarks?: boolean;
}) {
  const { t } = useI18n();
  const say = useSay();
  const { detail, fresh, open } = task;
  const { row } = detail;
  const [, navigate] = useLocation();
  const asked = new URLSearchParams(useSearch());
  const tab = tabs.find(({ id }) => id === asked.get('tab')) ?? tabs[0];
  const offline = useConnection() === 'offline';
  const around = useNeighbours(row.id);
  const word = useChoiceWords();
  usePageTitle(`${say(row.ask)}: ${row.title}`);

  const { outdated } = decision;
  const { retry } = task;
  useEffect(() => {
    if (outdated) void retry();
  }, [outdated, retry]);
  // «?decide=» of the list's quick buttons opens the form once; it never sends.
  const wanted = asked.get('decide');
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each address
  useEffect(() => {
    const choice = decision.choices.find(({ id }) => id === wanted);
    if (choice && !choice.direct) decision.choose(choice);
  }, [wanted, row.id]);

  const closed = row.state !== 'open';
  const deciding = !closed && !fresh;
  const go = (id: string | undefined) => {
    if (id) navigate(links.task(id));
  };
  const press = (index: number) => {
    const choice = decision.choices[index];
    if (choice && deciding && !decision.open && buttons === undefined) decision.choose(choice);
  };
  useTaskKeys({
    press,
    next: () => go(around.next),
    previous: () => go(around.previous),
    back: () => {
      if (decision.open) decision.back();
      else navigate(links.tasks);
    },
  });

  const me = useSession();
  const mine = remarks ? remarksOf(detail.remarks, me) : [];
  const standing = detail.remarks.filter((remark) => remark.status === 'open' && !mine.includes(remark));
  const waits = deciding && (buttons !== undefined || decision.choices.length > 0);
  return (
    <div className="task-page">
      <header className="task-head">
        <Link className="back" href={links.tasks}>
          <IconArrowLeft className="ic" aria-hidden="true" />
          {t('tasks.section')}
        </Link>
        <h1>{detail.documentTitle}</h1>
        <p className="sub">
          <Link href={links.document(row.document)}>
            {t('task.subtitle', { kind: say(detail.kindTitle), number: row.number })}
          </Link>
          {' · '}
          {t('task.versionRound', { version: detail.version, round: detail.round })}
          {' · '}
          {[shortName(row.author.name), row.author.unit].filter(Boolean).join(', ')}
        </p>
      </header>
      <div className="doc">
        <Tabs
          group="task"
          label={t('task.parts')}
          tabs={tabs.map(({ id, title, count }) => ({ id, title, ...(count !== undefined && { count }) }))}
          value={tab?.id ?? ''}
          onChange={(id) => navigate(`${links.task(row.id)}?tab=${id}`, { replace: true })}
        />
        {tab && (
          <TabPanel group="task" id={tab.id}>
            {tab.view()}
          </TabPanel>
        )}
      </div>
      <aside className="panel decision" aria-label={t('task.yours')}>
        <section className="ask">
          <div className="nav">
            <span>{around.at >= 0 && t('task.nth', { no: around.at + 1, all: around.all })}</span>
            <IconButton
              icon={IconChevronUp}
              label={t('task.previous')}
              variant="quiet"
              size="small"
              aria-keyshortcuts="k"
              disabled={!around.previous}
              onClick={() => go(around.previous)}
            />
            <IconButton
              icon={IconChevronDown}
              label={t('task.next')}
              variant="quiet"
              size="small"
              aria-keyshortcuts="j"
              disabled={!around.next}
              onClick={() => go(around.next)}
            />
          </div>
          <h2>{heading ?? say(row.ask)}</h2>
          {!closed && <Deadline detail={detail} />}
          {closed ? (
            <p className="soft" role="status">
              {row.decided
                ? t(row.decided.automatic ? 'task.closedAuto' : 'task.closedDecided', {
                    outcome: say(row.decided.title),
                  })
                : t('task.closed')}
            </p>
          ) : (
            <TaskWhen detail={detail}>{when}</TaskWhen>
          )}
          <SharedActs detail={detail} />
        </section>
        {fresh && !closed && <DocumentChanged shown={detail} fresh={fresh} open={open} />}
        {(fresh || closed) && <TypedWords decision={decision} />}
        {before}
        {deciding && offline && <OfflineTurn />}
        {waits &&
          (decision.open ? (
            <DecisionForm detail={detail} decision={decision}>
              {form}
            </DecisionForm>
          ) : (
            <section className="decide" aria-label={t('task.decision')}>
              {buttons ?? (
                <DecisionButtons choices={decision.choices} choose={decision.choose} busy={decision.busy} />
              )}
            </section>
          ))}
        {waits && !decision.open && decision.error && !(outdated && fresh) && (
          <section>
            <ProblemLine error={decision.error}>
              {decision.choices[0]?.direct && (
                <p className="hint">{t('task.pressAgain', { what: word(decision.choices[0]) })}</p>
              )}
            </ProblemLine>
          </section>
        )}
        {beside}
        {mine.length > 0 && (
          <section className="remarks">
            <h3>
              {t('task.myRemarks')}
              <span>{mine.length}</span>
            </h3>
            <Remarks remarks={mine} version={detail.version} states />
          </section>
        )}
        {remarks && standing.length > 0 && (
          <section className="remarks">
            <h3>
              {t('task.openRemarks')}
              <span>{standing.length}</span>
            </h3>
            <Remarks remarks={standing} version={detail.version} />
          </section>
        )}
        {detail.visas.length > 0 && (
          <section className="decided">
            <h3>{t('task.alreadyDecided')}</h3>
            <Visas visas={detail.visas} />
          </section>
        )}
      </aside>
    </div>
  );
}
