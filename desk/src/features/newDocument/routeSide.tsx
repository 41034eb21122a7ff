import type { RoutePlanRow } from '@reglament/api';
import { dayKey, formatDate, formatPlainDate, type Locale, shortName, type When } from '@reglament/i18n';
import { RouteRibbon, useI18n } from '@reglament/ui';
import { IconAlertTriangle, IconUserX } from '@tabler/icons-react';
import { useWhen } from '../../app/clock.ts';
import { useSay } from '../../shared/text.ts';

/** What sending now would promise, what threatens it, and the whole route downwards. */
export function RouteSide({ plan, files }: { plan: RoutePlanRow; files: number }) {
  const { t, locale } = useI18n();
  const when = useWhen();
  return (
    <div className="card side-card">
      <p className="promise-k">{t('draft.ifSent')}</p>
      <p className="promise" role="status">
        {promiseWords(plan, when, locale)}
      </p>
      <p className="promise-n">{t('draft.workingDays', { count: plan.workingDays })}</p>
      {plan.promisedMs !== null && dayKey(plan.endMs, plan.zone) !== dayKey(plan.promisedMs, plan.zone) && (
        <p className="promise-n">{t('draft.thenUntil', { date: formatDate(plan.endMs, when, locale) })}</p>
      )}
      {warningCount(plan, files) > 0 && <Warnings plan={plan} files={files} />}
      <RouteRibbon plan={plan} down />
    </div>
  );
}

/** The day that is promised to the author; the end of the whole route where the regulation promises nothing. */
export function promiseWords(plan: RoutePlanRow, when: When, locale: Locale): string {
  return formatDate(plan.promisedMs ?? plan.endMs, when, locale);
}

export function warningCount(plan: RoutePlanRow, files: number): number {
  return plan.warnings.length + (files === 0 ? 1 : 0);
}

/** Stages at which the document would stop: nobody holds the post. */
export function vacantStages(plan: RoutePlanRow): RoutePlanRow['stages'] {
  return plan.stages.filter(({ vacant, state }) => vacant && state === 'planned');
}

function Warnings({ plan, files }: { plan: RoutePlanRow; files: number }) {
  const i18n = useI18n();
  const { t, locale } = i18n;
  const say = useSay();
  const when = useWhen();
  return (
    <ul className="warns" aria-label={t('draft.warningsTitle')}>
      {plan.warnings.map(({ code, stage, params }) => {
        const key = `draft.warn.${code}`;
        const planned = plan.stages.find((one) => one.stage === stage);
        const date = params['until']
          ? formatPlainDate(String(params['until']), locale)
          : formatDate(Number(params['limitMs'] ?? planned?.startMs ?? plan.nowMs), when, locale);
        const words = {
          stage: planned ? say(planned.title) : '',
          participant: planned?.vacant ? say(planned.vacant.title) : '',
          name: shortName(String(params['name'] ?? '')),
          date,
          end: formatDate(Number(params['endMs'] ?? plan.endMs), when, locale),
        };
        if (!i18n.has(key)) return null;
        const Shape = code === 'vacant' ? IconUserX : IconAlertTriangle;
        return (
          <li
            key={`${code} ${stage} ${params['position'] ?? params['term'] ?? ''}`}
            className={code === 'vacant' ? 'warn warn--stop' : 'warn'}
          >
            <Shape className="ic" aria-hidden="true" />
            <div>
              <b>{i18n.t(key, words)}</b>
              <p>{i18n.t(`${key}.why` as typeof key, words)}</p>
            </div>
          </li>
        );
      })}
      {files === 0 && (
        <li className="warn">
          <IconAlertTriangle className="ic" aria-hidden="true" />
          <div>
            <b>{t('draft.warn.noFiles')}</b>
            <p>{t('draft.warn.noFiles.why')}</p>
          </div>
        </li>
      )}
    </ul>
  );
}
