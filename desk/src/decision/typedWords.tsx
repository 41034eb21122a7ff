import { Button, useI18n } from '@reglament/ui';
import { writtenRemarks } from './typed.ts';
import type { Decision } from './useDecision.ts';

/** What was typed and could not be sent, whole and easy to copy: the document changed or the task was closed meanwhile. */
export function TypedWords({ decision }: { decision: Decision }) {
  const { t } = useI18n();
  const { typed } = decision;
  const remarks = writtenRemarks(typed);
  const answers = Object.values(typed.answers).filter(({ text }) => text.trim() !== '');
  if (!typed.text.trim() && remarks.length + answers.length === 0) return null;
  return (
    <section className="kept">
      <h3>
        {t('task.typedKept')}
        <span className="end">{t('task.notSent')}</span>
      </h3>
      {typed.text.trim() && <p className="pre">{typed.text}</p>}
      {remarks.map(({ key, place, text }) => (
        <p className="pre" key={key}>
          {place && <b>{place}: </b>}
          {text}
        </p>
      ))}
      {answers.map(({ text }) => (
        <p className="pre" key={text}>
          {text}
        </p>
      ))}
      <Button variant="quiet" size="small" onClick={decision.drop}>
        {t('task.forgetTyped')}
      </Button>
    </section>
  );
}
