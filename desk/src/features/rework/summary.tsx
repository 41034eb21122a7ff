import type { RemarkRow, VisaRow } from '@reglament/api';
import { formatExact, formatMoment, shortName } from '@reglament/i18n';
import { Button, IconButton, Kbd, StatusIcon, useHotkeys, useI18n } from '@reglament/ui';
import { IconPencil, IconPrinter } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useWhen } from '../../app/clock.ts';
import { digitKeys } from '../../decision/digitKeys.ts';
import { reasonBeside } from '../../decision/said.ts';
import type { TypedAnswer } from '../../decision/typed.ts';
import { useSay } from '../../shared/text.ts';
import { DISPOSITIONS, remarksByPerson, unanswered } from './answers.ts';

/** A remark without an answer that held the sending, and the how-manieth press it was. */
export interface Missed {
  remark: string;
  no: number;
}

type Answers = Readonly<Record<string, TypedAnswer>>;

/** The summary of remarks: each with the author's answer, by key 1, 2, 3 on the current one. */
export function Summary({
  remarks,
  visas,
  missed,
  answers,
  saved,
  onChange,
}: {
  remarks: readonly RemarkRow[];
  visas: readonly VisaRow[];
  missed: Missed | null;
  answers: Answers;
  saved: React.ReactNode;
  onChange: (answers: Answers) => void;
}) {
  const i18n = useI18n();
  const { t } = i18n;
  const when = useWhen();
  const open = remarks.filter(({ status }) => status === 'open');
  const left = unanswered(remarks, answers);
  const [current, setCurrent] = useState<string | null>(left[0]?.id ?? null);
  const put = (id: string, next: Partial<TypedAnswer>) => {
    const now = answers[id] ?? { disposition: 'accepted' as const, text: '' };
    onChange({ ...answers, [id]: { ...now, ...next } });
    setCurrent(id);
  };
  const press = (index: number) => {
    const disposition = DISPOSITIONS[index];
    const id = current ?? left[0]?.id;
    if (!id || !disposition) return;
    put(id, { disposition });
    setTimeout(() => document.getElementById(`answer-${id}`)?.focus());
  };
  useHotkeys(digitKeys(press));
  useEffect(() => {
    if (!missed) return;
    setCurrent(missed.remark);
    const line = document.getElementById(`remark-${missed.remark}`);
    line?.scrollIntoView({ block: 'center' });
    // The fields of a current remark stand there only after it became one.
    const later = setTimeout(() => line?.querySelector<HTMLElement>('input')?.focus());
    return () => clearTimeout(later);
  }, [missed]);

  return (
    <section id="summary" aria-labelledby="summary-title">
      <div className="bar">
        <h2 id="summary-title">
          {t('rework.answered', { done: open.length - left.length, count: open.length })}
        </h2>
        <span className="hint">{t('rework.answersSeen')}</span>
        <Button variant="quiet" size="small" icon={IconPrinter} onClick={() => window.print()}>
          {t('rework.print')}
        </Button>
      </div>
      {remarksByPerson(remarks).map((group) => {
        const [first] = group;
        if (!first) return null;
        return (
          <section className="card from" key={first.id} aria-label={shortName(first.by.name)}>
            <Head remark={first} reason={reasonBeside(first, { remarks, visas })} />
            <ol>
              {group.map((remark) => (
                <Line
                  key={remark.id}
                  remark={remark}
                  answer={answers[remark.id]}
                  current={remark.id === current}
                  missed={remark.id === missed?.remark && left.includes(remark)}
                  saved={saved}
                  select={() => setCurrent(remark.id)}
                  put={(next) => put(remark.id, next)}
                />
              ))}
            </ol>
            <time className="visually-hidden">{formatExact(first.atMs, when.zone, i18n.locale)}</time>
          </section>
        );
      })}
    </section>
  );
}

function Head({ remark, reason }: { remark: RemarkRow; reason: string }) {
  const i18n = useI18n();
  const say = useSay();
  const when = useWhen();
  return (
    <h3>
      <StatusIcon status="remarks" />
      <span>
        <b>{shortName(remark.by.name)}</b>, {remark.by.post}: {say(remark.outcomeTitle)} ({say(remark.stage)})
        {reason && <span className="reason">{i18n.t('rework.reason', { text: reason })}</span>}
      </span>
      <time title={formatExact(remark.atMs, when.zone, i18n.locale)}>
        {formatMoment(remark.atMs, when, i18n)}
      </time>
    </h3>
  );
}

function Line({
  remark,
  answer,
  current,
  missed,
  saved,
  select,
  put,
}: {
  remark: RemarkRow;
  answer: TypedAnswer | undefined;
  current: boolean;
  missed: boolean;
  saved: React.ReactNode;
  select: () => void;
  put: (next: Partial<TypedAnswer>) => void;
}) {
  const { t } = useI18n();
  const over = remark.status === 'answered';
  const given = over ? remark.answer : answer;
  const editing = !over && (current || given === undefined);
  return (
    <li
      className="qa"
      id={`remark-${remark.id}`}
      data-current={(!over && current) || undefined}
      data-missed={missed || undefined}
      data-open={(editing && !current) || undefined}
      onFocus={over ? undefined : select}
    >
      <span className="n" aria-hidden="true">
        {remark.no}
      </span>
      <div className="q">
        <p className="pre">
          <b>{remark.place ?? t('rework.toDocument')}</b> {remark.text}
        </p>
      </div>
      <div className="a">
        {missed && (
          <p className="field-error" role="alert">
            {t('rework.answerFirst')}
          </p>
        )}
        {editing ? (
          <>
            <fieldset className="seg">
              <legend className="visually-hidden">{t('rework.answerTo', { no: remark.no })}</legend>
              {DISPOSITIONS.map((disposition, index) => (
                <label key={disposition} data-checked={answer?.disposition === disposition || undefined}>
                  <input
                    type="radio"
                    className="visually-hidden"
                    name={`answer-of-${remark.id}`}
                    checked={answer?.disposition === disposition}
                    onChange={() => put({ disposition })}
                  />
                  {t(`rework.disposition.${disposition}`)}
                  {current && <Kbd>{index + 1}</Kbd>}
                </label>
              ))}
            </fieldset>
            {answer && (
              <>
                <label className="answer-label" htmlFor={`answer-${remark.id}`}>
                  {t(answer.disposition === 'accepted' ? 'rework.whatDone' : 'rework.grounds')}
                </label>
                <textarea
                  id={`answer-${remark.id}`}
                  className="input"
                  value={answer.text}
                  onChange={(event) => put({ text: event.target.value })}
                />
                <p className="hint">{saved}</p>
              </>
            )}
          </>
        ) : (
          given && (
            <>
              <p className="said">
                <StatusIcon
                  status={
                    given.disposition === 'accepted'
                      ? 'approved'
                      : given.disposition === 'partly'
                        ? 'kept'
                        : 'rejected'
                  }
                />
                <b>{t(`desk.disposition.${given.disposition}`)}</b>
              </p>
              {given.text && <p className="pre">{given.text}</p>}
            </>
          )
        )}
      </div>
      {!editing && !over && (
        <IconButton
          icon={IconPencil}
          label={t('rework.changeAnswer', { no: remark.no })}
          variant="quiet"
          size="small"
          onClick={select}
        />
      )}
    </li>
  );
}
