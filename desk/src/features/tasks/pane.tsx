import type { TaskDetail } from '@reglament/api';
import { formatDue, formatSize, shortName } from '@reglament/i18n';
import { Kbd, Skeleton, StageIcon, useI18n, useToast } from '@reglament/ui';
import { PageProblem, ProblemLine, useConnection } from '@reglament/web';
import { IconFileText } from '@tabler/icons-react';
import { useEffect } from 'react';
import { Link } from 'wouter';
import { useWhen } from '../../app/clock.ts';
import { links } from '../../app/links.ts';
import { useSession } from '../../app/session.tsx';
import { AfterAWhile } from '../../app/skeleton.tsx';
import { useDoneWords } from '../../decision/choiceWords.ts';
import { DecisionButtons } from '../../decision/decisionButtons.tsx';
import { DecisionForm } from '../../decision/decisionForm.tsx';
import { DocumentChanged } from '../../decision/documentChanged.tsx';
import { OfflineTurn } from '../../decision/offlineTurn.tsx';
import { refusalsOf, remarksOf } from '../../decision/said.ts';
import { SharedActs } from '../../decision/sharedActs.tsx';
import { TaskWhen } from '../../decision/taskWhen.tsx';
import { useDecision } from '../../decision/useDecision.ts';
import { isRework, useTask } from '../../decision/useTask.ts';
import { leftWords } from '../../decision/words.ts';
import { CardFacts } from '../../shared/cardFacts.tsx';
import { Changes, hasChanges } from '../../shared/changes.tsx';
import { fileAddress, fileShape } from '../../shared/fileAddress.ts';
import { Remarks } from '../../shared/remarks.tsx';
import { useSay } from '../../shared/text.ts';
import { Visas } from '../../shared/visas.tsx';

export interface Asked {
  choice: string;
  /** grows with every press, so that the same choice may be asked again */
  no: number;
}

/** The current task beside the list: enough to decide without leaving. */
export function Pane({ id, asked }: { id: string; asked: Asked | null }) {
  const { t } = useI18n();
  const task = useTask(id);
  if (task.error && !task.detail)
    return (
      <aside className="pane" aria-label={t('tasks.pane')}>
        <PageProblem error={task.error} retry={() => void task.retry()} />
      </aside>
    );
  if (!task.detail) return <PaneSkeleton />;
  return <TaskPane key={id} task={task} detail={task.detail} asked={asked} />;
}

function TaskPane({
  task,
  detail,
  asked,
}: {
  task: ReturnType<typeof useTask>;
  detail: TaskDetail;
  asked: Asked | null;
}) {
  const i18n = useI18n();
  const { t } = i18n;
  const say = useSay();
  const when = useWhen();
  const done = useDoneWords();
  const toast = useToast();
  const offline = useConnection() === 'offline';
  const { row } = detail;
  const decision = useDecision(detail, (decided, choice) =>
    toast({ text: done(choice, decided, detail.documentTitle) }),
  );
  const wanted = asked?.no;
  // biome-ignore lint/correctness/useExhaustiveDependencies: one press of a row's button is one choice
  useEffect(() => {
    const choice = decision.choices.find(({ id }) => id === asked?.choice);
    if (choice) decision.choose(choice);
  }, [wanted]);
  const { outdated } = decision;
  const { retry } = task;
  useEffect(() => {
    if (outdated) void retry();
  }, [outdated, retry]);

  const mine = remarksOf(detail.remarks, useSession());
  const open = detail.remarks.filter((remark) => remark.status === 'open' && !mine.includes(remark));
  // A returned document is answered on its page: the pane says why it came back and leads there.
  const returned = isRework(detail);
  const reasons = returned ? refusalsOf(detail, detail.round) : [];
  const since = detail.changedSinceMyVisa;
  return (
    <aside className="pane decision" aria-label={t('tasks.paneOf', { title: row.title })}>
      <div className="ask">
        <div className="kind">
          <StageIcon kind={row.kind} />
          <span>{say(row.ask)}</span>
          <Link className="btn btn--quiet btn--small" href={links.task(row.id)}>
            {t('common.open')}
            <Kbd>⏎</Kbd>
          </Link>
        </div>
        <h2>{detail.documentTitle}</h2>
        <p className="sub">
          {t('tasks.subtitle', {
            kind: say(detail.kindTitle),
            number: row.number,
            version: detail.version,
            stage: detail.stageNo,
            stages: detail.stageCount,
          })}
          {' · '}
          {[shortName(row.author.name), row.author.unit].filter(Boolean).join(', ')}
        </p>
        <TaskWhen detail={detail}>
          <dt>{t('task.term')}</dt>
          <dd>
            <strong>{formatDue(row.dueAtMs, when, i18n)}</strong>, {leftWords(row, i18n)}
          </dd>
        </TaskWhen>
        <SharedActs detail={detail} keys={false} />
        {task.fresh ? (
          <DocumentChanged shown={detail} fresh={task.fresh} open={task.open} />
        ) : returned ? (
          <section className="decide" aria-label={t('task.decision')}>
            <Link className="btn btn--primary" href={links.task(row.id)}>
              {t(open.length > 0 ? 'rework.answer' : 'rework.rework')}
            </Link>
          </section>
        ) : decision.open ? null : (
          row.state === 'open' && (
            <>
              {offline && decision.choices.length > 0 && <OfflineTurn />}
              <section className="decide" aria-label={t('task.decision')}>
                <DecisionButtons choices={decision.choices} choose={decision.choose} busy={decision.busy} />
              </section>
              <ProblemLine error={decision.outdated ? null : decision.error} />
            </>
          )
        )}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="scroll" tabIndex={0} aria-label={t('tasks.paneContent')}>
        {!task.fresh && !returned && decision.open && <DecisionForm detail={detail} decision={decision} />}
        {returned && open.length + reasons.length > 0 && (
          <>
            <h3>{t('rework.whyReturned')}</h3>
            {reasons.length > 0 && (
              <ul className="remark-list">
                {reasons.map(({ visa, reason }) => (
                  <li key={visa.id} className="remark-block">
                    <p>{t('rework.reason', { text: reason })}</p>
                    <p className="by">
                      {shortName(visa.person.name)}, {visa.person.post}
                    </p>
                  </li>
                ))}
              </ul>
            )}
            <Remarks remarks={open} version={detail.version} />
          </>
        )}
        {mine.length > 0 && (
          <>
            <h3>
              {t('task.myRemarks')} <span>{mine.length}</span>
            </h3>
            <Remarks remarks={mine} version={detail.version} states />
          </>
        )}
        {since && hasChanges(since) && (
          <>
            <h3>{t('task.changedSince', { version: since.fromVersion })}</h3>
            <Changes changes={since} fields={detail.fields} posts={detail.posts} />
          </>
        )}
        {!returned && open.length > 0 && (
          <>
            <h3>
              {t('task.openRemarks')} <span>{open.length}</span>
            </h3>
            <Remarks remarks={open} version={detail.version} />
          </>
        )}
        <h3>{t('task.card')}</h3>
        <CardFacts fields={detail.fields} card={detail.card} posts={detail.posts} />
        {detail.visas.length > 0 && (
          <>
            <h3>{t('task.alreadyDecided')}</h3>
            <Visas visas={detail.visas} />
          </>
        )}
        <h3>{t('task.files')}</h3>
        {detail.files.map((file) => (
          <a
            key={file.name}
            className="fileline"
            href={fileAddress({ kind: 'document', id: row.document }, file, fileShape(file) !== 'other')}
            target="_blank"
            rel="noreferrer"
          >
            <IconFileText className="ic" aria-hidden="true" />
            <span>
              {file.name} <small>{formatSize(file.size, i18n)}</small>
            </span>
          </a>
        ))}
        {detail.files.length === 0 && <p className="soft">{t('desk.noFiles')}</p>}
      </section>
    </aside>
  );
}

function PaneSkeleton() {
  const { t } = useI18n();
  return (
    <aside className="pane" aria-label={t('tasks.pane')} aria-busy="true">
      <AfterAWhile>
        <div className="ask stack">
          <Skeleton width="30%" />
          <Skeleton width="80%" height={26} />
          <Skeleton width="60%" />
          <Skeleton width="50%" height={40} />
        </div>
        <div className="scroll stack">
          <Skeleton width="40%" />
          <Skeleton height={80} />
          <Skeleton height={120} />
        </div>
      </AfterAWhile>
    </aside>
  );
}
