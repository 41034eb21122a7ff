import { dayKey, formatPlainDate } from '@reglament/i18n';
import { useI18n } from '@reglament/ui';
import { useWhen } from '../../app/clock.ts';
import { useDoneWords } from '../../decision/choiceWords.ts';
import { documentTabs } from '../../decision/documentTabs.tsx';
import { type Task, TaskFrame, useGoOn } from '../../decision/taskFrame.tsx';
import { type Decision, useDecision } from '../../decision/useDecision.ts';
import './registration.css';

const DEFECTS = ['requisites', 'attachment', 'title', 'signer', 'marks', 'unreadable'] as const;

/** Registration: the number that will be given now is the biggest thing; a defect of form sends the document back. */
export default function RegistrationTask({ task }: { task: Task }) {
  const i18n = useI18n();
  const { t } = i18n;
  const done = useDoneWords();
  const when = useWhen();
  const { detail } = task;
  const goOn = useGoOn(detail.row.id);
  const decision = useDecision(detail, (decided, choice) =>
    goOn(done(choice, decided, detail.documentTitle)),
  );
  const returning = decision.open !== null && decision.open.outcome.tone !== 'forward';
  return (
    <TaskFrame
      task={task}
      decision={decision}
      tabs={documentTabs(detail, i18n)}
      before={
        detail.nextNumber && detail.row.state === 'open' && !returning ? (
          <section className="given-number" aria-label={t('registration.number')}>
            <output className="given">
              <span className="lab">{t('registration.number')}</span>
              <span className="lab">{t('registration.date')}</span>
              <span className="number">{detail.nextNumber}</span>
              <span className="date">{formatPlainDate(dayKey(when.nowMs, when.zone), i18n.locale)}</span>
            </output>
            <p className="hint">{t('registration.nextWhy')}</p>
          </section>
        ) : null
      }
      form={returning ? <Defects decision={decision} /> : null}
    />
  );
}

/** What is wrong with the form, ticked; each tick is a line of the reason, which stays free to edit. */
function Defects({ decision }: { decision: Decision }) {
  const { t } = useI18n();
  const lines = decision.typed.text.split('\n');
  return (
    <fieldset className="form-defects">
      <legend>{t('registration.defects')}</legend>
      {DEFECTS.map((id) => {
        const words = t(`registration.defect.${id}`);
        const on = lines.includes(words);
        return (
          <label key={id}>
            <input
              type="checkbox"
              checked={on}
              onChange={() =>
                decision.change({
                  text: on
                    ? lines.filter((line) => line !== words).join('\n')
                    : [...lines.filter(Boolean), words].join('\n'),
                })
              }
            />
            <span>{words}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
