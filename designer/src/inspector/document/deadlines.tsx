import type { Deadline, Duration, LapseAction, Slug, TermUnit } from '@reglament/regulation';
import { useI18n } from '@reglament/ui';
import { useEditor, useEditorStore } from '../../document/store.ts';
import { withTerm } from '../../document/termTitle.ts';
import { BothWords, Check, NumberIn, Prop, Select } from '../controls.tsx';
import { EvidenceEditor } from '../evidence.tsx';

const units: readonly TermUnit[] = ['workingDays', 'calendarDays', 'workingHours', 'months'];
const halves: ReadonlySet<TermUnit> = new Set(['workingDays', 'workingHours']);

/** A length of time: a number and its unit. */
export function DurationEditor({
  label,
  value,
  onChange,
}: {
  label: string;
  value: Duration;
  onChange: (value: Duration) => void;
}) {
  const { t } = useI18n();
  return (
    <div className="duration">
      <NumberIn
        label={t('designer.amountOf', { label })}
        value={value.amount}
        min={0}
        max={10_000}
        step={halves.has(value.unit) ? 0.5 : 1}
        onChange={(amount) => onChange({ ...value, amount })}
      />
      <Select
        label={t('designer.unitOf', { label })}
        value={value.unit}
        options={units.map((unit) => ({
          value: unit,
          label: t(`designer.unit.${unit}`, { count: Math.ceil(value.amount) }),
        }))}
        onChange={(unit) =>
          onChange({ unit, amount: halves.has(unit) ? value.amount : Math.round(value.amount) })
        }
      />
    </div>
  );
}

function useSetDeadline(id: Slug) {
  const store = useEditorStore();
  return (value: Deadline, merge?: string) =>
    store
      .getState()
      .dispatch({ do: 'setPart', map: 'deadlines', id, value }, merge === undefined ? {} : { merge });
}

/** The term itself and what a day off at its end does. */
export function DeadlineTerm({ id, deadline }: { id: Slug; deadline: Deadline }) {
  const { t } = useI18n();
  const set = useSetDeadline(id);
  const { shift, ...rest } = deadline;
  const calendar = deadline.term.unit === 'calendarDays' || deadline.term.unit === 'months';
  return (
    <>
      <DurationEditor
        label={t('methodologist.term')}
        value={deadline.term}
        onChange={(term) => set(withTerm(deadline, term), `term ${id}`)}
      />
      {(calendar || shift !== undefined) && (
        <Prop label={t('designer.shift')}>
          {(field) => (
            <Select
              id={field}
              value={shift ?? 'next'}
              options={(['next', 'previous', 'none'] as const).map((value) => ({
                value,
                label: t(`designer.shifts.${value}`),
              }))}
              onChange={(value) => set(value === 'next' ? rest : { ...rest, shift: value })}
            />
          )}
        </Prop>
      )}
    </>
  );
}

type Does = LapseAction['do'];
const does: readonly Does[] = ['remind', 'mark', 'escalate', 'autoVisa'];
const oneDay: Duration = { amount: 1, unit: 'workingDays' };

function newAction(kind: Does): LapseAction {
  return kind === 'escalate'
    ? { do: kind, after: oneDay }
    : kind === 'remind'
      ? { do: kind, before: oneDay }
      : { do: kind };
}

/** What happens around a lapse, in the order of time. */
export function LapseEditor({
  id,
  deadline,
  noAutoVisa = false,
}: {
  id: Slug;
  deadline: Deadline;
  /** silence may not decide here, so it is not offered */
  noAutoVisa?: boolean;
}) {
  const { t } = useI18n();
  const readOnly = useEditor((editor) => editor.readOnly);
  const set = useSetDeadline(id);
  const write = (onLapse: readonly LapseAction[], merge?: string) => set({ ...deadline, onLapse }, merge);
  // A number typed digit by digit is one entry of undo.
  const change = (index: number, action: LapseAction) =>
    write(
      deadline.onLapse.map((each, at) => (at === index ? action : each)),
      `lapse ${id} ${index} ${action.do}`,
    );
  const offered = does.filter((kind) => kind !== 'autoVisa' || !noAutoVisa);
  return (
    <>
      <ul className="lapse" aria-label={t('designer.onLapse')}>
        {deadline.onLapse.map((action, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: actions have no id, and their order is theirs
          <li key={index} className={action.do === 'autoVisa' ? 'lapse-auto' : undefined}>
            {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw its own frame */}
            <div role="group" aria-label={t('designer.lapseGroup', { number: index + 1 })}>
              <div className="lapse-line">
                <Select
                  label={t('designer.lapseAction', { number: index + 1 })}
                  value={action.do}
                  options={does
                    .filter((kind) => offered.includes(kind) || kind === action.do)
                    .map((kind) => ({ value: kind, label: t(`designer.lapse.${kind}`) }))}
                  onChange={(kind) => change(index, newAction(kind))}
                />
                {!readOnly && (
                  <button
                    type="button"
                    className="linkbtn"
                    aria-label={t('designer.takeOut', { title: t(`designer.lapse.${action.do}`) })}
                    onClick={() => write(deadline.onLapse.filter((_, at) => at !== index))}
                  >
                    ✕
                  </button>
                )}
              </div>
              {action.do === 'escalate' && (
                <DurationEditor
                  label={t('designer.lapse.escalate')}
                  value={action.after}
                  onChange={(after) => change(index, { ...action, after })}
                />
              )}
              {action.do === 'remind' && <Remind action={action} onChange={(next) => change(index, next)} />}
            </div>
          </li>
        ))}
      </ul>
      {!readOnly && (
        <Select
          label={t('designer.addLapse')}
          value=""
          options={[
            { value: '', label: t('designer.addLapse') },
            ...offered.map((kind) => ({ value: kind, label: t(`designer.lapse.${kind}`) })),
          ]}
          onChange={(kind) => {
            if (kind !== '') write([...deadline.onLapse, newAction(kind as Does)]);
          }}
        />
      )}
    </>
  );
}

type RemindAction = Extract<LapseAction, { do: 'remind' }>;

function Remind({ action, onChange }: { action: RemindAction; onChange: (action: RemindAction) => void }) {
  const { t } = useI18n();
  const { before, to, ...rest } = action;
  const superior = to?.includes('superior') ?? false;
  return (
    <>
      <Check
        label={t('designer.remindBefore')}
        value={before !== undefined}
        onChange={(on) => onChange({ ...rest, ...(on && { before: oneDay }), ...(to && { to }) })}
      />
      {before && (
        <DurationEditor
          label={t('designer.lapse.remind')}
          value={before}
          onChange={(next) => onChange({ ...action, before: next })}
        />
      )}
      <Check
        label={t('designer.remindSuperior')}
        value={superior}
        onChange={(on) =>
          onChange({
            ...rest,
            ...(before && { before }),
            ...(on && { to: ['performer', 'superior'] as const }),
          })
        }
      />
    </>
  );
}

/** A deadline whole: what the regulation's own page of it shows. */
export function DeadlineEditor({ id }: { id: Slug }) {
  const { t } = useI18n();
  const deadline = useEditor(({ regulation }) => regulation.deadlines[id]);
  const set = useSetDeadline(id);
  if (!deadline) return null;
  const { evidence: _, ...plain } = deadline;
  return (
    <>
      <BothWords
        label={t('designer.termTitle')}
        value={deadline.title}
        onChange={(title) => set({ ...deadline, title }, `deadline title ${id}`)}
      />
      <DeadlineTerm id={id} deadline={deadline} />
      <p className="sub">{t('designer.onLapse')}</p>
      <LapseEditor id={id} deadline={deadline} />
      <EvidenceEditor
        value={deadline.evidence}
        onChange={(evidence) => set(evidence ? { ...deadline, evidence } : plain)}
      />
    </>
  );
}
