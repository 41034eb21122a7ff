import { formatPlainDate } from '@reglament/i18n';
import type { Problem } from '@reglament/regulation';
import { Button, DateField, Dialog, TextArea, TextField, useI18n, useToast } from '@reglament/ui';
import { api, ProblemLine, refresh, useApiQuery, useCommand } from '@reglament/web';
import { IconAlertCircle, IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { links } from '../app/links.ts';
import { useSay } from '../app/say.ts';
import { useSession } from '../app/session.tsx';
import { todayIn } from '../app/today.ts';
import { useEditor, useEditorStore } from '../document/store.ts';
import { problemKey } from '../problems/problems.ts';
import { problemInWords } from '../problems/words.ts';
import { dropJournal } from '../saving/journal.ts';
import type { Saving, WorkingCopy } from '../saving/useSaving.ts';
import { ChangesSince } from '../versions/changesSince.tsx';
import { WhomItTouches } from './touched.tsx';
import './publishing.css';

/** Publishing: what was checked by the server on what it stores, by which act, from when, for whom. */
export default function PublishDialog({
  copy,
  saving,
  onClose,
}: {
  copy: WorkingCopy;
  saving: Saving;
  onClose: () => void;
}) {
  const i18n = useI18n();
  const { t, locale } = i18n;
  const say = useSay();
  const toast = useToast();
  const store = useEditorStore();
  const session = useSession();
  const [, navigate] = useLocation();
  const regulation = useEditor((editor) => editor.regulation);
  const title = say(regulation.title);
  const units = useApiQuery('units.list', {}, { staleTime: 300_000 });
  const publish = useCommand('workingCopies.publish');
  const today = todayIn(session.organisation.zone);
  const [number, setNumber] = useState('');
  const [actDate, setActDate] = useState('');
  const [actTitle, setActTitle] = useState('');
  const [from, setFrom] = useState(today);
  const [comment, setComment] = useState('');
  const [isPilot, setPilot] = useState(false);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [until, setUntil] = useState('');
  const [asked, setAsked] = useState(false);
  const version = (copy.base ?? 0) + 1;

  // What is checked is what the server has, so it is given everything first.
  const check = useQuery({
    queryKey: ['workingCopies.check', copy.id, saving.revision],
    queryFn: async () => {
      const revision = await saving.flush();
      if (revision === null) throw saving.error ?? new Error('unsaved');
      return {
        revision,
        ...(await api.call('workingCopies.check', { params: { id: copy.id }, body: { revision } })),
      };
    },
    gcTime: 0,
    retry: false,
  });
  useEffect(() => {
    store.getState().choose(null);
  }, [store]);

  const errors = check.data?.problems.filter(({ severity }) => severity === 'error') ?? [];
  const warnings = check.data?.problems.filter(({ severity }) => severity === 'warning') ?? [];
  const failed = check.data?.scenarios.filter(({ ok }) => !ok) ?? [];
  const lacking = new Set(check.data?.gaps.map(({ unit }) => unit)).size;
  const blocked = errors.length > 0 || failed.length > 0;
  const wrong = {
    from: from < today ? t('designer.pub.fromPast', { date: formatPlainDate(today, locale) }) : undefined,
    number: actDate !== '' && number.trim() === '' ? t('designer.pub.numberMissing') : undefined,
    date: number.trim() !== '' && actDate === '' ? t('designer.pub.dateMissing') : undefined,
    units: isPilot && chosen.length === 0 ? t('designer.pub.unitsMissing') : undefined,
    until: isPilot && (until === '' || until < from) ? t('designer.pub.untilWrong') : undefined,
  };
  const mistakes = Object.values(wrong).filter((one) => one !== undefined);

  const send = async () => {
    setAsked(true);
    if (!check.data || blocked || mistakes.length > 0) return;
    const done = await publish.send({
      params: { id: copy.id },
      body: {
        revision: check.data.revision,
        comment: comment.trim(),
        from,
        ...(number.trim() !== '' && {
          act: {
            number: number.trim(),
            date: actDate,
            ...(actTitle.trim() !== '' && { title: actTitle.trim() }),
          },
        }),
        ...(isPilot && { pilot: { units: [...chosen], until } }),
      },
    });
    if (!done) return;
    dropJournal(copy.id);
    await refresh('library.list', 'regulations.list', 'regulations.show', 'documentKinds.list');
    toast({
      text: t('designer.pub.done', { version: done.version, date: formatPlainDate(done.from, locale) }),
    });
    navigate(links.library);
  };

  return (
    <Dialog
      title={t('designer.pub.title', { version })}
      wide
      onClose={onClose}
      actions={
        <>
          <p className="pub-foot">
            {t(from > today ? 'designer.pub.mayWithdraw' : 'designer.pub.checkedAgain')}
          </p>
          <Button variant="quiet" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            variant="primary"
            busy={publish.busy}
            disabled={check.isPending || blocked || check.isError}
            onClick={() => void send()}
          >
            {from > today
              ? t('designer.pub.schedule', { date: formatPlainDate(from, locale) })
              : t('designer.publish')}
          </Button>
        </>
      }
    >
      <div className="pub-in">
        <div className="pub-form">
          <p className="pub-what">{title}</p>
          <fieldset>
            <legend>{t('designer.pub.act')}</legend>
            <div className="act">
              <TextField
                label={t('designer.pub.actTitle')}
                value={actTitle}
                onChange={setActTitle}
                maxLength={300}
              />
              <TextField
                label={t('designer.pub.actNumber')}
                value={number}
                onChange={setNumber}
                maxLength={100}
                error={asked ? wrong.number : undefined}
              />
              <DateField
                label={t('designer.pub.actDate')}
                value={actDate}
                onChange={setActDate}
                error={asked ? wrong.date : undefined}
              />
            </div>
          </fieldset>
          <DateField
            label={t('designer.pub.from')}
            required
            value={from}
            min={today}
            onChange={setFrom}
            hint={t('designer.pub.fromHint')}
            error={wrong.from}
          />
          <fieldset>
            <legend>{t('designer.pub.forWhom')}</legend>
            {/* biome-ignore lint/a11y/useSemanticElements: it stands in a fieldset of its own */}
            <div className="seg" role="group" aria-label={t('designer.pub.forWhom')}>
              <button type="button" aria-pressed={!isPilot} onClick={() => setPilot(false)}>
                {t('designer.pub.all')}
              </button>
              <button type="button" aria-pressed={isPilot} onClick={() => setPilot(true)}>
                {t('designer.pub.pilot')}
              </button>
            </div>
            {isPilot && (
              <>
                <ul className="pub-units" aria-label={t('designer.pub.units')}>
                  {units.data?.rows.map(({ id, title: unit }) => (
                    <li key={id}>
                      <label className="tick-row">
                        <input
                          type="checkbox"
                          checked={chosen.includes(id)}
                          onChange={(event) =>
                            setChosen(
                              event.target.checked ? [...chosen, id] : chosen.filter((each) => each !== id),
                            )
                          }
                        />
                        {unit}
                      </label>
                    </li>
                  ))}
                </ul>
                {asked && wrong.units && <p className="field-error">{wrong.units}</p>}
                <DateField
                  label={t('designer.pub.until')}
                  required
                  value={until}
                  min={from}
                  onChange={setUntil}
                  hint={
                    copy.base === null
                      ? t('designer.pub.untilFirst')
                      : t('designer.pub.untilHint', { version: copy.base })
                  }
                  error={asked ? wrong.until : undefined}
                />
              </>
            )}
          </fieldset>
          <TextArea
            label={t('designer.pub.comment')}
            value={comment}
            onChange={setComment}
            rows={3}
            maxLength={10_000}
          />
          <ProblemLine error={publish.error} />
        </div>
        <section className="pub-cons" aria-labelledby="pub-checked">
          <h3 id="pub-checked">{t('designer.pub.checked')}</h3>
          {check.isPending ? (
            <p role="status">{t('designer.pub.checking')}</p>
          ) : check.error ? (
            <ProblemLine error={check.error} />
          ) : (
            <ul className="ok">
              <Checked
                ok={errors.length === 0}
                words={t('designer.pub.drawing')}
                figure={t('designer.errors', { count: errors.length })}
              />
              {errors.slice(0, 5).map((problem) => (
                <li key={problemKey(problem as Problem)} className="e sub">
                  <IconAlertCircle className="ic" aria-hidden="true" />
                  <span>{problemInWords(problem as Problem, store.getState().regulation, i18n, say)}</span>
                </li>
              ))}
              <Checked
                ok={failed.length === 0 && check.data.scenarios.length > 0}
                warns={check.data.scenarios.length === 0}
                words={
                  check.data.scenarios.length === 0
                    ? t('designer.pub.noScenarios')
                    : t('designer.pub.scenarios')
                }
                figure={
                  check.data.scenarios.length > 0
                    ? t('designer.pub.of', {
                        count: check.data.scenarios.length - failed.length,
                        all: check.data.scenarios.length,
                      })
                    : ''
                }
                why={check.data.scenarios.length === 0 ? t('designer.pub.scenarioIs') : undefined}
              />
              {failed.map((scenario) => (
                <li key={scenario.id} className="e sub">
                  <IconAlertCircle className="ic" aria-hidden="true" />
                  <span>
                    {t('designer.pub.scenarioFailed', {
                      id: scenario.title ? say(scenario.title) : scenario.id,
                    })}
                  </span>
                </li>
              ))}
              <Checked
                ok={lacking === 0}
                warns
                words={t(lacking === 0 ? 'designer.pub.performers' : 'designer.pub.performersMissing')}
                figure={
                  lacking === 0
                    ? t('designer.pub.unitsAsked', { count: check.data.units })
                    : t('designer.pub.of', { count: lacking, all: check.data.units })
                }
                why={lacking === 0 ? undefined : t('designer.pub.gapsKnown')}
              />
              {check.data.gaps.slice(0, 8).map((gap) => (
                <li key={`${gap.unit} ${gap.participant}`} className="w sub">
                  <IconAlertTriangle className="ic" aria-hidden="true" />
                  <span>
                    {say(gap.participantTitle)}
                    <small>{gap.unitTitle}</small>
                  </span>
                </li>
              ))}
              {warnings.length > 0 && (
                <Checked
                  ok={false}
                  warns
                  words={t('designer.warnings', { count: warnings.length })}
                  figure=""
                />
              )}
            </ul>
          )}
          {check.data && (
            <WhomItTouches
              touched={check.data.touched}
              version={version}
              from={from}
              pilot={isPilot ? { units: chosen, until } : null}
            />
          )}
          {copy.base !== null && <ChangesSince id={copy.id} base={copy.base} regulation={regulation} />}
        </section>
      </div>
    </Dialog>
  );
}

function Checked({
  ok,
  words,
  figure,
  why,
  warns = false,
}: {
  ok: boolean;
  words: string;
  figure: string;
  why?: string | undefined;
  warns?: boolean;
}) {
  const Shape = ok ? IconCheck : warns ? IconAlertTriangle : IconAlertCircle;
  return (
    <li className={ok ? undefined : warns ? 'w' : 'e'}>
      <Shape className="ic" aria-hidden="true" />
      <span>
        {words}
        {why && <small>{why}</small>}
      </span>
      <span className="n">{figure}</span>
    </li>
  );
}
