import type { RoutePlanRow } from '@reglament/api';
import { formatPlainDate, shortName } from '@reglament/i18n';
import { Avatar, useI18n } from '@reglament/ui';
import { IconCalendarOff } from '@tabler/icons-react';
import { useSay } from '../../shared/text.ts';

/** Everybody whom the route will ask, in its order, with who is absent and which posts are vacant. */
export function RoutePeople({ plan }: { plan: RoutePlanRow }) {
  const { t, locale } = useI18n();
  const say = useSay();
  const stages = plan.stages.filter(({ state }) => state !== 'skipped');
  return (
    <>
      <p className="hint lead">{t('draft.peopleHint')}</p>
      <ul className="people">
        {stages.flatMap((stage) => [
          ...stage.people.map((person) => (
            <li
              key={`${stage.stage} ${stage.startMs} ${person.position}`}
              className={person.absentUntil ? 'away' : undefined}
            >
              <Avatar name={person.name} />
              <span>
                <b>{shortName(person.name)}</b>
                <small>
                  {say(stage.title)}, {person.post}
                </small>
                {(person.standsInFor || person.absentUntil) && (
                  <em>
                    <IconCalendarOff className="ic" aria-hidden="true" />
                    {person.standsInFor
                      ? t('draft.standsIn', { name: shortName(person.standsInFor) })
                      : t('draft.absentUntil', {
                          date: formatPlainDate(person.absentUntil as string, locale),
                        })}
                  </em>
                )}
              </span>
            </li>
          )),
          ...(stage.vacant
            ? [
                <li key={`${stage.stage} vacant`} className="vacant">
                  <span className="who" aria-hidden="true">
                    ?
                  </span>
                  <span>
                    <b>{t('draft.vacantPost')}</b>
                    <small>
                      {say(stage.title)}, {say(stage.vacant.title)}
                    </small>
                  </span>
                </li>,
              ]
            : []),
        ])}
      </ul>
    </>
  );
}
