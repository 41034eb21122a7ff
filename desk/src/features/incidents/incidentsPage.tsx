import { formatMoment } from '@reglament/i18n';
import { Button, Dialog, EmptyState, PersonPicker, TextArea, useI18n, useToast } from '@reglament/ui';
import {
  PageProblem,
  ProblemLine,
  personOption,
  refresh,
  useApiPages,
  useCommand,
  usePosts,
} from '@reglament/web';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { useWhen } from '../../app/clock.ts';
import { links } from '../../app/links.ts';
import { usePageTitle } from '../../app/pageTitle.ts';
import { PageSkeleton } from '../../app/skeleton.tsx';
import { More } from '../../shared/more.tsx';
import { useSay } from '../../shared/text.ts';
import '../../shared/lines.css';
import './incidents.css';

type Incident = ReturnType<typeof useApiPages<'incidents.list'>>['rows'][number];

const changed = () => refresh('incidents.list', 'tasks.counts', 'people.list');

/** Documents that stopped and how to let them go on. Titles are not shown: the administrator keeps order, not papers. */
export default function IncidentsPage() {
  const { t } = useI18n();
  const list = useApiPages('incidents.list', { query: { limit: '50' } });
  const [assigning, setAssigning] = useState<Incident | null>(null);
  usePageTitle(t('incidents.section'));
  if (list.loading) return <PageSkeleton />;
  return (
    <div className="page incidents">
      <div className="lines-head">
        <h1>{t('incidents.section')}</h1>
        <p className="soft">{t('incidents.blind')}</p>
      </div>
      {list.error && list.rows.length === 0 ? (
        <PageProblem error={list.error} retry={list.retry} />
      ) : list.rows.length === 0 ? (
        <EmptyState icon={IconCircleCheck} title={t('incidents.none')}>
          {t('incidents.noneWhy')}
        </EmptyState>
      ) : (
        <ul className="lines">
          {list.rows.map((row) => (
            <Line key={row.id} row={row} assign={() => setAssigning(row)} />
          ))}
        </ul>
      )}
      <More list={list} />
      {assigning && <Assign row={assigning} close={() => setAssigning(null)} />}
    </div>
  );
}

function Line({ row, assign }: { row: Incident; assign: () => void }) {
  const i18n = useI18n();
  const { t } = i18n;
  const say = useSay();
  const when = useWhen();
  const toast = useToast();
  const retry = useCommand('incidents.retry');
  const again = async () => {
    const done = await retry.send({ params: { id: row.id }, body: { revision: row.revision } });
    if (!done) return;
    toast({ text: t(done.cleared ? 'incidents.cleared' : 'incidents.stands') });
    void changed();
  };
  return (
    <li>
      <div>
        <h2>
          {t(`incidents.reason.${row.reason}`)}
          {row.participantTitle && `: ${say(row.participantTitle)}`}
        </h2>
        <p className="meta">
          {[say(row.regulationTitle), say(row.stageTitle), row.unit].filter(Boolean).join(' · ')}
        </p>
        <p className="meta">
          {t('incidents.since', { when: formatMoment(row.raisedAtMs, when, i18n) })}{' '}
          <code>{row.opaqueDocument}</code>
        </p>
        {row.reason === 'vacant-participant' && (
          <p className="meta">
            {t('incidents.better')} <Link href={links.people}>{t('people.section')}</Link>
          </p>
        )}
        <ProblemLine error={retry.error} />
      </div>
      <div className="repairs">
        {row.repairs.includes('assign') && (
          <Button variant="primary" onClick={assign}>
            {t('incidents.assign')}
          </Button>
        )}
        {row.repairs.includes('retry') && (
          <Button busy={retry.busy} onClick={() => void again()}>
            {t('incidents.retry')}
          </Button>
        )}
      </div>
    </li>
  );
}

/** Who decides this once: a post and a reason that history keeps. */
function Assign({ row, close }: { row: Incident; close: () => void }) {
  const { t } = useI18n();
  const toast = useToast();
  const posts = usePosts(true);
  const command = useCommand('incidents.assign');
  const [to, setTo] = useState<string[]>([]);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const send = async () => {
    setTried(true);
    const [post] = to;
    if (!post || !reason.trim()) return;
    const done = await command.send({
      params: { id: row.id },
      body: { revision: row.revision, to: post, reason: reason.trim() },
    });
    if (!done) return;
    toast({ text: t(done.cleared ? 'incidents.cleared' : 'incidents.stands') });
    void changed();
    close();
  };
  return (
    <Dialog
      title={t('incidents.assign')}
      onClose={close}
      actions={
        <>
          <Button variant="primary" busy={command.busy} onClick={() => void send()}>
            {t('incidents.assignDo')}
          </Button>
          <Button variant="quiet" onClick={close}>
            {t('common.cancel')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p className="soft">{t('incidents.assignWhy')}</p>
        <PersonPicker
          label={t('people.who')}
          placeholder={t('desk.findPost')}
          options={posts.filter(({ name }) => name !== null).map(personOption)}
          value={to}
          onChange={setTo}
          max={1}
          {...(tried && to.length === 0 && { error: t('people.fill') })}
        />
        <TextArea
          label={t('task.reason')}
          value={reason}
          onChange={setReason}
          rows={2}
          required
          {...(tried && !reason.trim() && { error: t('task.reasonMissing') })}
        />
        <ProblemLine error={command.error} />
      </div>
    </Dialog>
  );
}
