import type { TaskDetail } from '@reglament/api';
import { shortName } from '@reglament/i18n';
import { StatusIcon, useI18n } from '@reglament/ui';
import { useSay } from '../../shared/text.ts';

/** Whom the next round asks and why; whose visas stand, and on which version they were given. */
export function NextRound({ round }: { round: NonNullable<TaskDetail['nextRound']> }) {
  const { t } = useI18n();
  const say = useSay();
  return (
    <section className="round">
      <h3>
        {t('rework.asked')}
        <span>{round.asked.length}</span>
      </h3>
      <ul className="visas">
        {round.asked.map(({ stageTitle, person, why }) => (
          <li key={`${stageTitle.ru}-${person.position ?? person.name}`}>
            <StatusIcon status="waiting" />
            <span>
              <b>{person.name ? shortName(person.name) : person.post}</b>,{' '}
              <span className="post">
                {say(stageTitle)}: {t(`rework.why.${why}`)}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {round.kept.length > 0 && (
        <>
          <h3 className="again">
            {t('rework.kept')}
            <span>{round.kept.length}</span>
          </h3>
          <ul className="visas">
            {round.kept.map(({ stageTitle, person, version, automatic, withRemarks }) => (
              <li key={`${stageTitle.ru}-${person.position ?? person.name}`}>
                <StatusIcon status={automatic ? 'autoVisa' : withRemarks ? 'remarks' : 'approved'} />
                <span>
                  <b>{shortName(person.name)}</b>,{' '}
                  <span className="post">
                    {automatic ? t('task.autoVisa') : withRemarks ? t('rework.seesAnswer') : say(stageTitle)},{' '}
                    {t('rework.onVersion', { version })}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
