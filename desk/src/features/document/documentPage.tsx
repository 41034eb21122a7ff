import type { DocumentDetail } from '@reglament/api';
import type { I18n } from '@reglament/i18n';
import { endsOf, RouteRibbon, Skeleton, type Tab, TabPanel, Tabs, useI18n } from '@reglament/ui';
import { PageProblem, useApiQuery } from '@reglament/web';
import { Link, useLocation, useParams, useSearch } from 'wouter';
import { useWhen } from '../../app/clock.ts';
import { links } from '../../app/links.ts';
import { usePageTitle } from '../../app/pageTitle.ts';
import { useSession } from '../../app/session.tsx';
import { PageSkeleton } from '../../app/skeleton.tsx';
import { CardFacts } from '../../shared/cardFacts.tsx';
import { FileView } from '../../shared/fileView.tsx';
import { Remarks } from '../../shared/remarks.tsx';
import { useSay } from '../../shared/text.ts';
import { Visas } from '../../shared/visas.tsx';
import { DocumentActs } from './documentActs.tsx';
import { History } from './history.tsx';
import { Holders } from './holders.tsx';
import { stateWords } from './stateWords.ts';
import { Versions } from './versions.tsx';
import './document.css';

/** The document: its state first, who has it, the route with dates, and its parts in tabs. */
export default function DocumentPage() {
  const { id } = useParams<{ id: string }>();
  const shown = useApiQuery('documents.show', { params: { id } });
  if (shown.data) return <Shown key={id} detail={shown.data} />;
  if (shown.error)
    return (
      <div className="page">
        <PageProblem error={shown.error} retry={() => void shown.refetch()} />
      </div>
    );
  return <PageSkeleton />;
}

function Shown({ detail }: { detail: DocumentDetail }) {
  const i18n = useI18n();
  const { t } = i18n;
  const say = useSay();
  const when = useWhen();
  const { abilities } = useSession();
  const { row, regulation } = detail;
  const route = useApiQuery('documents.route', { params: { id: row.id } });
  usePageTitle(`${row.number} ${row.title}`);
  const regulationWords = t('document.regulation', {
    title: say(regulation.title),
    version: regulation.version,
  });
  return (
    <div className="doc-page">
      <header className="doc-head">
        <p className="doc-id">
          {t('task.subtitle', { kind: say(detail.kindTitle), number: row.number })}
          {detail.registration === null && row.state === 'running' && (
            <span>{t('document.numberLater')}</span>
          )}
        </p>
        <h1>{row.title}</h1>
        <p className="doc-state" role="status">
          {stateWords(detail, route.data ? endsOf(route.data) : null, say, when, i18n)}
        </p>
        <DocumentActs detail={detail} />
      </header>
      {detail.ending?.reason && <p className="doc-reason">{detail.ending.reason}</p>}
      {detail.incidents.map(({ stageTitle, reason, participant }) => (
        <p key={`${stageTitle.ru} ${reason}`} className="doc-incident" role="status">
          {t('document.incident', {
            stage: say(stageTitle),
            why: incidentWords(reason, participant ? say(participant) : '', i18n),
          })}
        </p>
      ))}
      <Holders holders={detail.now} />
      <section className="card route" aria-labelledby="route-h">
        <div className="route-head">
          <h2 id="route-h">{t('document.route')}</h2>
          {abilities.readRegulations ? (
            <Link href={links.regulation(regulation.id, regulation.version)}>{regulationWords}</Link>
          ) : (
            <span>{regulationWords}</span>
          )}
          <Legend />
        </div>
        {route.data ? (
          <RouteRibbon plan={route.data} />
        ) : route.error ? (
          <PageProblem error={route.error} retry={() => void route.refetch()} />
        ) : (
          <Skeleton height={260} />
        )}
      </section>
      <Parts detail={detail} />
    </div>
  );
}

function incidentWords(reason: string, participant: string, i18n: I18n): string {
  const key = `history.incidentRaised.${reason}`;
  return i18n.has(key) ? i18n.t(key, { participant }) : reason;
}

function Legend() {
  const { t } = useI18n();
  return (
    <ul className="legend" aria-hidden="true">
      <li>
        <i className="k k--spent" />
        {t('route.legend.spent')}
      </li>
      <li>
        <i className="k" />
        {t('route.legend.planned')}
      </li>
      <li>
        <i className="k k--off" />
        {t('route.legend.off')}
      </li>
      <li>
        <i className="k k--ring" />
        {t('route.legend.left')}
      </li>
    </ul>
  );
}

type Part = 'document' | 'card' | 'visas' | 'history';

/** The parts in tabs; the chosen one is in the address. Versions and files stay beside all of them. */
function Parts({ detail }: { detail: DocumentDetail }) {
  const { t } = useI18n();
  const [, navigate] = useLocation();
  const asked = new URLSearchParams(useSearch()).get('tab');
  const { row } = detail;
  const version = detail.versions.at(-1);
  const owner = { kind: 'document' as const, id: row.id };
  const tabs: Tab<Part>[] = [
    { id: 'document', title: t('task.document') },
    { id: 'card', title: t('task.card') },
    { id: 'visas', title: t('document.visas'), count: detail.visas.length },
    { id: 'history', title: t('document.history') },
  ];
  const chosen = tabs.find(({ id }) => id === asked)?.id ?? 'history';
  const main = version?.files[0];
  return (
    <>
      <div className="doc-tabs">
        <Tabs
          group="doc"
          label={t('task.parts')}
          tabs={tabs}
          value={chosen}
          onChange={(id) => navigate(links.document(row.id, id), { replace: true })}
        />
      </div>
      <div className="doc-body">
        <TabPanel group="doc" id={chosen}>
          {chosen === 'document' &&
            (main ? <FileView owner={owner} file={main} /> : <p className="soft">{t('desk.noFiles')}</p>)}
          {chosen === 'card' && version && (
            <CardFacts fields={detail.fields} card={version.card} posts={detail.posts} all />
          )}
          {chosen === 'visas' && <Said detail={detail} />}
          {chosen === 'history' && <History id={row.id} />}
        </TabPanel>
        <Versions detail={detail} />
      </div>
    </>
  );
}

function Said({ detail }: { detail: DocumentDetail }) {
  const { t } = useI18n();
  return (
    <div className="stack">
      {detail.visas.length === 0 && <p className="soft">{t('document.noVisas')}</p>}
      <Visas visas={detail.visas} />
      {detail.remarks.length > 0 && (
        <>
          <h2>{t('task.remarks')}</h2>
          <Remarks remarks={detail.remarks} version={detail.row.version} states />
        </>
      )}
    </div>
  );
}
