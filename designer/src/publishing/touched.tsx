import type { Touched } from '@reglament/api';
import { formatPlainDate, shortName } from '@reglament/i18n';
import { useI18n } from '@reglament/ui';
import { Fragment } from 'react';
import { useSay } from '../app/say.ts';
import { termPair } from '../versions/words/values.ts';
import { type TermLine, type TermLines, touchesOf } from './touches.ts';

const mostLines = 6;

/** Whom the version touches: documents that stay on theirs, drafts that start by it, people whose terms change. */
export function WhomItTouches({
  touched,
  version,
  from,
  pilot,
}: {
  touched: Touched;
  version: number;
  from: string;
  pilot: { readonly units: readonly string[]; readonly until: string } | null;
}) {
  const { t, locale } = useI18n();
  const { running, drafts, terms } = touchesOf(touched, pilot?.units ?? null);
  const date = formatPlainDate(from, locale);
  const draftsGo =
    pilot === null
      ? t('designer.pub.draftsGo', { date, version })
      : pilot.until === ''
        ? t('designer.pub.draftsGoPilot', { date, version })
        : t('designer.pub.draftsGoUntil', { date, version, until: formatPlainDate(pilot.until, locale) });
  return (
    <section className="touched" aria-labelledby="pub-whom">
      <h3 id="pub-whom">{t('designer.pub.whom')}</h3>
      {running.length + drafts + terms.length === 0 ? (
        <p>{t('designer.pub.whomNobody')}</p>
      ) : (
        <dl className="whom">
          {running.map(({ version: former, count }) => (
            <Fragment key={former}>
              <dt>{count}</dt>
              <dd>
                <b>{t('designer.pub.running', { count, version: former })}</b>
                {t('designer.pub.runningStay', { count })}
              </dd>
            </Fragment>
          ))}
          {drafts > 0 && (
            <>
              <dt>{drafts}</dt>
              <dd>
                <b>{t('designer.pub.drafts', { count: drafts })}</b>
                {draftsGo}
              </dd>
            </>
          )}
          {terms.map((one) => (
            <Terms key={`${one.change} ${one.of}`} terms={one} />
          ))}
        </dl>
      )}
    </section>
  );
}

function Terms({ terms: { change, of, count, lines } }: { terms: TermLines }) {
  const i18n = useI18n();
  const { t } = i18n;
  const say = useSay();
  const worded = ({ who, stage, before, after }: TermLine) => {
    const [was, will] = termPair(before, after, i18n);
    return t('designer.pub.termOf', {
      who: typeof who === 'string' ? shortName(who) : say(who),
      stage: say(stage),
      before: was,
      after: will,
    });
  };
  return (
    <>
      <dt>{count}</dt>
      <dd>
        <b>{t(`designer.pub.${of}.${change}`, { count })}</b>
        {lines.slice(0, mostLines).map((line) => {
          const words = worded(line);
          return <span key={words}>{words}</span>;
        })}
        {lines.length > mostLines && (
          <span>{t('designer.pub.termsMore', { count: lines.length - mostLines })}</span>
        )}
      </dd>
    </>
  );
}
