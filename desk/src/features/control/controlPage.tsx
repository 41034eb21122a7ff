import type { TaskRow } from '@reglament/api';
import { formatDue, shortName } from '@reglament/i18n';
import { Chip, EmptyState, useI18n } from '@reglament/ui';
import { PageProblem } from '@reglament/web';
import { IconTargetArrow } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { useWhen } from '../../app/clock.ts';
import { useCounts } from '../../app/counts.ts';
import { links } from '../../app/links.ts';
import { usePageTitle } from '../../app/pageTitle.ts';
import { PageSkeleton } from '../../app/skeleton.tsx';
import { useTaskList } from '../../decision/taskList.ts';
import { leftWords, thenWords } from '../../decision/words.ts';
import { More } from '../../shared/more.tsx';
import { useSay } from '../../shared/text.ts';
import { byPerson, byTerm } from './groups.ts';
import '../../shared/lines.css';
import './control.css';

/** Open work of the people that the reader leads: what is overdue first, or person by person. */
export default function ControlPage() {
  const { t } = useI18n();
  const list = useTaskList('unit');
  const counts = useCounts();
  const [people, setPeople] = useState(false);
  usePageTitle(t('control.section'));
  if (list.loading) return <PageSkeleton />;
  const groups = people ? byPerson(list.rows, t('control.common')) : byTerm(list.rows, t);
  return (
    <div className="page control">
      <div className="lines-head">
        <h1>{t('control.section')}</h1>
        {counts?.unit && (
          <p className="soft" role="status">
            {t('control.sum', { count: counts.unit.all, overdue: counts.unit.overdue })}
          </p>
        )}
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw its own frame */}
        <div className="pills" role="group" aria-label={t('control.by')}>
          <button type="button" aria-pressed={!people} onClick={() => setPeople(false)}>
            {t('control.byTerm')}
          </button>
          <button type="button" aria-pressed={people} onClick={() => setPeople(true)}>
            {t('control.byPerson')}
          </button>
        </div>
      </div>
      {list.error && list.rows.length === 0 ? (
        <PageProblem error={list.error} retry={() => void list.retry()} />
      ) : list.rows.length === 0 ? (
        <EmptyState icon={IconTargetArrow} title={t('control.none')}>
          {t('control.noneWhy')}
        </EmptyState>
      ) : (
        groups.map(({ title, rows }) => (
          <section key={title} aria-label={title}>
            <h2 className="lines-group">
              {title} <span>{rows.length}</span>
            </h2>
            <ul className="lines">
              {rows.map((row) => (
                <Line key={row.id} row={row} />
              ))}
            </ul>
          </section>
        ))
      )}
      <More list={{ hasMore: list.hasMore, loadingMore: list.loadingMore, more: () => void list.more() }} />
    </div>
  );
}

function Line({ row }: { row: TaskRow }) {
  const i18n = useI18n();
  const { t } = i18n;
  const say = useSay();
  const when = useWhen();
  return (
    <li>
      <div>
        <Link href={links.document(row.document)}>{row.title}</Link>
        <p className="meta">
          <b>{row.desk?.name ? shortName(row.desk.name) : (row.desk?.post ?? t('control.common'))}</b>
          {' · '}
          {[say(row.stageTitle), t('tasks.number', { number: row.number }), row.counterparty]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <div className="stand">
        {row.overdue ? (
          <Chip status="overdue">{leftWords(row, i18n)}</Chip>
        ) : (
          <p>{formatDue(row.dueAtMs, when, i18n)}</p>
        )}
        <p>{thenWords(row.silence, when, i18n)}</p>
      </div>
    </li>
  );
}
