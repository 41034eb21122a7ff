import {
  againWords,
  deadlineIn,
  durationWords,
  evidenceWords,
  kindWords,
  lapseWords,
  waysOut,
  whoWords,
} from '@reglament/drawing';
import { type Evidence, type Regulation, stageOf } from '@reglament/regulation';
import { StageIcon, useI18n } from '@reglament/ui';
import { useSay } from '../../shared/text.ts';

/** Every stage as a row: who, term, silence, whether asked again, where its outcomes lead and on what it rests. */
export function StagesTable({ regulation }: { regulation: Regulation }) {
  const i18n = useI18n();
  const { t } = i18n;
  const say = useSay();
  return (
    <div className="table-wrap card">
      <table className="facts-table">
        <caption className="visually-hidden">{t('methodologist.stages')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('methodologist.stage')}</th>
            <th scope="col">{t('methodologist.who')}</th>
            <th scope="col">{t('methodologist.term')}</th>
            <th scope="col">{t('methodologist.silence')}</th>
            <th scope="col">{t('methodologist.againTitle')}</th>
            <th scope="col">{t('methodologist.outcomes')}</th>
            <th scope="col">{t('methodologist.basis')}</th>
          </tr>
        </thead>
        <tbody>
          {regulation.stageOrder.map((id) => {
            const stage = stageOf(regulation, id);
            if (!stage || stage.kind === 'end') return null;
            const deadline = deadlineIn(regulation, stage);
            const lapse = deadline ? lapseWords(deadline, i18n) : [];
            const again = againWords(stage, i18n);
            return (
              <tr key={id}>
                <th scope="row">
                  <StageIcon kind={stage.kind} />
                  <span>
                    {say(stage.title)}
                    <small>{kindWords(stage, i18n)}</small>
                  </span>
                </th>
                <td data-l={t('methodologist.who')}>{whoWords(regulation, stage, say)}</td>
                <td data-l={t('methodologist.term')}>{deadline && durationWords(deadline.term, i18n)}</td>
                <td data-l={t('methodologist.silence')}>
                  {deadline &&
                    (lapse.length > 0 ? (
                      <ul>
                        {lapse.map((words) => (
                          <li key={words}>{words}</li>
                        ))}
                        {stage.kind === 'approval' &&
                          deadline.onLapse.some((action) => action.do === 'autoVisa') && (
                            <li>
                              {t(
                                stage.settings.lateDecisions
                                  ? 'methodologist.lateYes'
                                  : 'methodologist.lateNo',
                              )}
                            </li>
                          )}
                      </ul>
                    ) : (
                      t('methodologist.goesOn')
                    ))}
                </td>
                <td data-l={t('methodologist.againTitle')}>{again}</td>
                <td data-l={t('methodologist.outcomes')}>
                  <ul>
                    {waysOut(regulation, id, say, i18n).map((way) => (
                      <li key={way.key}>
                        {way.outcome}
                        {(way.rule ?? (way.otherwise ? t('methodologist.otherwise') : null)) &&
                          ` (${way.rule ?? t('methodologist.otherwise')})`}
                        {' → '}
                        {way.toTitle}
                        {way.policy && <small>{t(`methodologist.policy.${way.policy}`)}</small>}
                      </li>
                    ))}
                  </ul>
                </td>
                <td data-l={t('methodologist.basis')}>
                  {stage.evidence && <Basis of={t('methodologist.ofStage')} evidence={stage.evidence} />}
                  {deadline?.evidence && (
                    <Basis of={t('methodologist.ofTerm')} evidence={deadline.evidence} />
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Basis({ of, evidence }: { of: string; evidence: Evidence }) {
  const i18n = useI18n();
  const say = useSay();
  const { tag, basis } = evidenceWords(evidence, say, i18n);
  return (
    <p>
      {of}: {basis} <small className="tag">{tag}</small>
    </p>
  );
}
