import type { AnswerOf } from '@reglament/api';
import { dayKey, formatDate, formatDaysAlong } from '@reglament/i18n';
import { endsOf, StageIcon, useI18n, VisuallyHidden } from '@reglament/ui';
import { IconCalendarCheck } from '@tabler/icons-react';
import { useWhen } from '../../app/clock.ts';
import { useSay } from '../../shared/text.ts';

type Route = AnswerOf<'tasks.route'>;
const MOST = 8;

/** What sending today would come to, stage by stage, beside what was promised at the first sending. */
export function Ahead({ route }: { route: Route }) {
  const { t, locale } = useI18n();
  const say = useSay();
  const when = useWhen();
  const { plan } = route;
  const { promisedMs, forecastMs } = endsOf(plan);
  const promised =
    promisedMs !== null && t('rework.promised', { date: formatDate(promisedMs, when, locale) });
  const stages = plan.stages.filter(
    ({ state, kind }) => state === 'planned' && kind !== 'choice' && kind !== 'end',
  );
  const shown = stages.slice(0, MOST);
  const days = formatDaysAlong(
    shown.map(({ endMs }) => endMs),
    when.zone,
    locale,
  );
  return (
    <section className="ahead" aria-label={t('rework.ifSent')}>
      <h3>{t('rework.ifSent')}</h3>
      <p className="promise">
        <IconCalendarCheck className="ic" aria-hidden="true" />
        {forecastMs === null
          ? promised
          : t('rework.forecast', { date: formatDate(forecastMs, when, locale) })}
        {forecastMs !== null && promised && <span>{promised}</span>}
      </p>
      {promisedMs !== null &&
        dayKey(plan.endMs, plan.zone) !== dayKey(plan.promisedMs ?? plan.endMs, plan.zone) && (
          <p className="hint">{t('draft.thenUntil', { date: formatDate(plan.endMs, when, locale) })}</p>
        )}
      <ol className="way">
        {shown.map((stage, index) => {
          const words = `${say(stage.title)}, ${formatDate(stage.endMs, when, locale)}`;
          return (
            <li
              key={`${stage.stage}-${stage.visit ?? stage.startMs}`}
              style={{ '--d': 1 } as React.CSSProperties}
              title={words}
            >
              <span className="pt">
                <StageIcon kind={stage.kind} />
              </span>
              <VisuallyHidden>{words}</VisuallyHidden>
              <time aria-hidden="true">{days[index]}</time>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
