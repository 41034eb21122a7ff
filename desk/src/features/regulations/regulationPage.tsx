import type { AnswerOf } from '@reglament/api';
import { formatMoment, formatPlainDate } from '@reglament/i18n';
import type { Regulation } from '@reglament/regulation';
import { Chip, useI18n } from '@reglament/ui';
import { PageProblem, useApiQuery } from '@reglament/web';
import { Link, useParams } from 'wouter';
import { useWhen } from '../../app/clock.ts';
import { links } from '../../app/links.ts';
import { usePageTitle } from '../../app/pageTitle.ts';
import { useSession } from '../../app/session.tsx';
import { PageSkeleton } from '../../app/skeleton.tsx';
import { useSay } from '../../shared/text.ts';
import { CardFieldsTable, Facts } from './facts.tsx';
import { RoutePicture } from './routePicture.tsx';
import { StagesTable } from './stagesTable.tsx';
import './regulation.css';

/** A published regulation as its methodologist reads it: the picture, every stage with term and basis, rules, card, registers. */
export default function RegulationPage() {
  const { id, version } = useParams<{ id: string; version: string }>();
  const shown = useApiQuery('regulations.version', { params: { id, version } });
  const all = useApiQuery('regulations.show', { params: { id } });
  const error = shown.error ?? all.error;
  if (error && !(shown.data && all.data))
    return (
      <div className="page">
        <PageProblem error={error} retry={() => void Promise.all([shown.refetch(), all.refetch()])} />
      </div>
    );
  if (!shown.data || !all.data) return <PageSkeleton />;
  return (
    <Read
      // The server publishes nothing that its own reader would refuse.
      regulation={shown.data.regulation as unknown as Regulation}
      version={Number(version)}
      machine={shown.data.machine}
      all={all.data}
    />
  );
}

function Read({
  regulation,
  version,
  machine,
  all,
}: {
  regulation: Regulation;
  version: number;
  machine: string;
  all: AnswerOf<'regulations.show'>;
}) {
  const i18n = useI18n();
  const { t, locale } = i18n;
  const say = useSay();
  const when = useWhen();
  const session = useSession();
  const title = say(regulation.title);
  const mine = all.versions.find((one) => one.version === version);
  usePageTitle(title);
  return (
    <div className="page regulation">
      <p className="soft">
        <Link href={links.regulations}>{t('methodologist.section')}</Link>
        {session.abilities.drawRegulations && (
          <>
            {' · '}
            <a href={links.designer(regulation.id)}>{t('methodologist.inDesigner')}</a>
          </>
        )}
      </p>
      <h1>{title}</h1>
      <p className="soft">
        {mine && t('methodologist.inForce', { version, date: formatPlainDate(mine.inForceFrom, locale) })}
        {mine && ` · ${t('methodologist.running', { count: mine.running })}`}
      </p>
      <section aria-labelledby="picture-title">
        <h2 id="picture-title">{t('methodologist.route')}</h2>
        <div className="card picture-card">
          <RoutePicture regulation={regulation} />
        </div>
      </section>
      <section aria-labelledby="stages-title">
        <h2 id="stages-title">{t('methodologist.stages')}</h2>
        <StagesTable regulation={regulation} />
      </section>
      <Facts regulation={regulation} />
      <section aria-labelledby="card-title">
        <h2 id="card-title">{t('draft.card')}</h2>
        <CardFieldsTable regulation={regulation} />
      </section>
      <section aria-labelledby="versions-title">
        <h2 id="versions-title">{t('methodologist.versions')}</h2>
        <ul className="card versions-list">
          {all.versions.map((one) => (
            <li key={one.version}>
              <Link
                href={links.regulation(regulation.id, one.version)}
                aria-current={one.version === version ? 'page' : undefined}
              >
                {t('methodologist.inForce', {
                  version: one.version,
                  date: formatPlainDate(one.inForceFrom, locale),
                })}
              </Link>
              {one.version === all.row.version && <Chip status="approved">{t('methodologist.now')}</Chip>}
              <span>
                {t('methodologist.published', { when: formatMoment(one.publishedAtMs, when, i18n) })}
                {one.comment && `: ${one.comment}`}
              </span>
              <span>{t('methodologist.running', { count: one.running })}</span>
              <code title={one.hash}>{one.hash.slice(0, 12)}</code>
            </li>
          ))}
        </ul>
        <p className="soft">
          <a href={machine}>{t('methodologist.machine')}</a>
        </p>
      </section>
    </div>
  );
}
