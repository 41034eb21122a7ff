import type { TaskDetail } from '@reglament/api';
import { formatTime } from '@reglament/i18n';
import { Button, Field, TextField, useI18n } from '@reglament/ui';
import { ProblemLine } from '@reglament/web';
import {
  IconArrowBackUp,
  IconCircleCheck,
  IconCircleX,
  IconMessage2,
  IconWritingSign,
} from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useWhen } from '../app/clock.ts';
import { CardFields } from '../shared/cardFields.tsx';
import { useChoiceWords } from './choiceWords.ts';
import { RemarksEditor } from './remarksEditor.tsx';
import { SignWarnings } from './signWarnings.tsx';
import type { Decision } from './useDecision.ts';
import { becomesWords } from './words.ts';
import './decision.css';

/** The form of a decision, in the place of the buttons. Ctrl+Enter sends, Escape goes back and keeps what was typed. */
export function DecisionForm({
  detail,
  decision,
  children,
}: {
  detail: TaskDetail;
  decision: Decision;
  /** what a stage kind adds above the text */
  children?: React.ReactNode;
}) {
  const i18n = useI18n();
  const { t } = i18n;
  const word = useChoiceWords();
  const form = useRef<HTMLFormElement>(null);
  const { open, typed, missing } = decision;
  const id = open?.id;

  useEffect(() => {
    if (id === undefined) return;
    // The first remark appears with the form, one frame later.
    const frame = requestAnimationFrame(() => firstField(form.current)?.focus());
    return () => cancelAnimationFrame(frame);
  }, [id]);
  useEffect(() => {
    if (missing.length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [missing]);
  if (!open) return null;

  const lacks = (at: string) => missing.some((one) => one.at === at);
  const Shape =
    open.outcome.tone === 'forward'
      ? open.outcome.signature
        ? IconWritingSign
        : open.withRemarks
          ? IconMessage2
          : IconCircleCheck
      : IconCircleX;
  const tone = open.outcome.tone === 'forward' ? (open.withRemarks ? 'rem' : 'ok') : 'no-ic';
  const verb = word(open, true);
  const fields = open.outcome.tone === 'forward' ? detail.form : [];

  return (
    <form
      ref={form}
      className="reply"
      aria-label={verb}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void decision.send();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          void decision.send();
        } else if (event.key === 'Escape' && !event.defaultPrevented) {
          event.preventDefault();
          decision.back();
        }
      }}
    >
      <div className="headline">
        <h3 className="verb">
          <Shape className={`ic ${tone}`} aria-hidden="true" />
          {verb}
        </h3>
        <Button variant="quiet" size="small" keys="Esc" onClick={decision.back}>
          {t('common.back')}
        </Button>
      </div>
      {children}
      {open.outcome.signature && <SignWarnings detail={detail} />}
      {fields.length > 0 && (
        <CardFields
          fields={fields}
          card={typed.form}
          onChange={(field, value) => {
            const next = { ...typed.form };
            if (value === undefined) delete next[field];
            else next[field] = value;
            decision.change({ form: next });
          }}
          errors={Object.fromEntries(
            missing.flatMap((one) => (one.at === 'form' ? [[one.field, t('task.fieldMissing')]] : [])),
          )}
        />
      )}
      {(open.outcome.textRequired || (open.outcome.tone !== 'forward' && !open.outcome.signature)) && (
        <Field
          label={t('task.reason')}
          hint={t('task.reasonSeen')}
          required={open.outcome.textRequired}
          error={lacks('text') ? t('task.reasonMissing') : undefined}
        >
          {(wire) => (
            <textarea
              {...wire}
              className="input grow"
              value={typed.text}
              onChange={(event) => decision.change({ text: event.target.value })}
            />
          )}
        </Field>
      )}
      {open.remarks && <RemarksEditor decision={decision} />}
      {lacks('remarks') && (
        <p className="field-error" role="alert">
          {t('task.remarksMissing')}
        </p>
      )}
      <ThenWhat detail={detail} decision={decision} />
      {open.outcome.signature && (
        <TextField
          label={t('task.passwordAgain')}
          type="password"
          autoComplete="current-password"
          value={decision.password}
          onChange={decision.setPassword}
          error={lacks('password') ? t('task.passwordMissing') : undefined}
        />
      )}
      <ProblemLine error={decision.outdated ? null : decision.error} />
      <footer>
        <Button
          variant="primary"
          type="submit"
          busy={decision.busy}
          keys="Ctrl ⏎"
          aria-keyshortcuts="Control+Enter"
        >
          {verb}
        </Button>
        <SavedHint decision={decision} />
      </footer>
    </form>
  );
}

/** When what was typed was kept on this computer. */
export function SavedHint({ decision }: { decision: Pick<Decision, 'savedAtMs' | 'unkept'> }) {
  const { t, locale } = useI18n();
  const { zone } = useWhen();
  if (decision.unkept) return <span className="hint">{t('desk.notSavedHere')}</span>;
  if (decision.savedAtMs === null) return null;
  return (
    <span className="hint">
      {t('desk.savedHere', { time: formatTime(decision.savedAtMs, zone, locale) })}
    </span>
  );
}

function ThenWhat({ detail, decision }: { detail: TaskDetail; decision: Decision }) {
  const i18n = useI18n();
  const { open } = decision;
  const words = open && becomesWords(open, detail.row.author.name, i18n);
  if (!words) return null;
  return (
    <div className="then-what">
      <IconArrowBackUp className="ic" aria-hidden="true" />
      <p>{words}</p>
    </div>
  );
}

function firstField(form: HTMLElement | null): HTMLElement | null {
  return (
    form?.querySelector<HTMLElement>(':not(.place) > input:not([type=hidden]), textarea, select') ?? null
  );
}
