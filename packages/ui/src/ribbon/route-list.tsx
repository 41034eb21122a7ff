import { formatPlainDate } from '@reglament/i18n';
import { beadsOf } from './people-words.ts';
import type { PlanStage } from './plan.ts';
import type { Wording } from './wording.ts';
import { nameOf, noteOf } from './words.ts';

/** The route as an ordered list: what a screen reader reads instead of the drawing. */
export function RouteList({ wording, end }: { wording: Wording; end: readonly string[] }) {
  const { plan, i18n } = wording;
  const provisional = plan.days.find((day) => day.provisional);
  return (
    <div className="visually-hidden">
      <ol>
        {plan.stages.map((stage) => (
          <li key={stage.visit ?? `${stage.stage}@${stage.startMs}`}>{sentenceOf(stage, wording)}</li>
        ))}
      </ol>
      {end.map((words) => (
        <p key={words}>{words}</p>
      ))}
      {provisional && (
        <p>{i18n.t('route.list.provisional', { date: formatPlainDate(provisional.date, i18n.locale) })}</p>
      )}
    </div>
  );
}

function sentenceOf(stage: PlanStage, wording: Wording): string {
  const { t, locale } = wording.i18n;
  const title = [stage.branchTitle?.[locale], nameOf(stage, wording)].filter(Boolean).join(' — ');
  const head = t(`route.list.${stage.state}`, { title, note: noteOf(stage, wording) });
  const people = beadsOf(stage, wording).map(({ tip }) => tip.join(', '));
  const rule =
    stage.people.length === 0 && stage.rule ? [t('route.tip.why', { rule: stage.rule[locale] })] : [];
  return [head, ...people, ...rule].join('. ');
}
