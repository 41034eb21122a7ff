import { lapseOf, type Silence } from '@reglament/editing';
import {
  type Again,
  branchEnd,
  participantsOf,
  type Slug,
  type StageKind,
  stageKinds,
  stageOf,
  type TermUnit,
} from '@reglament/regulation';
import { Button, useI18n } from '@reglament/ui';
import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useSay } from '../app/say.ts';
import { useEditor } from '../document/store.ts';
import { CellChoice } from './cellChoice.tsx';
import {
  allowsAutoVisa,
  deadlineIn,
  type StageChange,
  type StageColumn,
  targetsOf,
  waysOf,
} from './stageChange.ts';

const units: readonly TermUnit[] = ['workingDays', 'calendarDays', 'workingHours', 'months'];
const agains: readonly Again[] = ['kept', 'changed', 'always'];
const silences: readonly Silence[] = [
  [],
  ['mark'],
  ['remind', 'mark'],
  ['mark', 'escalate'],
  ['remind', 'mark', 'escalate'],
  ['statutory', 'mark'],
  ['remind', 'autoVisa'],
];

/** The inside of a cell while it is changed: Enter or leaving it takes what stands there, Escape leaves all as it was. */
export function CellEditor({
  id,
  column,
  onDone,
  onLeave,
}: {
  id: Slug;
  column: StageColumn;
  onDone: (change: StageChange) => void;
  onLeave: () => void;
}) {
  const { t, locale } = useI18n();
  const say = useSay();
  const regulation = useEditor((editor) => editor.regulation);
  const stage = stageOf(regulation, id);
  if (!stage) return null;
  switch (column) {
    case 'name':
      return (
        <NameEditor
          value={stage.title[locale]}
          onLeave={onLeave}
          onDone={(title) => onDone({ of: 'name', title, locale })}
        />
      );
    case 'kind':
      return (
        <Pick
          label={t('designer.tbl.column.kind')}
          value={stage.kind}
          options={stageKinds
            .filter((kind) => kind !== 'parallel')
            .map((value) => ({ value, label: t(`designer.kind.${value}`) }))}
          onLeave={onLeave}
          onDone={(kind) => onDone({ of: 'kind', kind: kind as StageKind })}
        />
      );
    case 'who':
      return <WhoEditor id={id} onDone={onDone} onLeave={onLeave} />;
    case 'term': {
      const deadline = deadlineIn(regulation, stage);
      return deadline ? (
        <TermEditor value={deadline.term} onLeave={onLeave} onDone={(term) => onDone({ of: 'term', term })} />
      ) : null;
    }
    case 'silence': {
      const now = JSON.stringify(deadlineIn(regulation, stage)?.onLapse ?? []);
      const offered = silences.filter((one) => !one.includes('autoVisa') || allowsAutoVisa(stage));
      const at = offered.findIndex((one) => JSON.stringify(lapseOf(one)) === now);
      return (
        <Pick
          label={t('designer.tbl.column.silence')}
          value={at < 0 ? '' : `${at}`}
          options={[
            ...(at < 0 ? [{ value: '', label: t('designer.tbl.asItIs') }] : []),
            ...offered.map((one, index) => ({ value: `${index}`, label: silenceWords(one) })),
          ]}
          onLeave={onLeave}
          onDone={(index) => {
            const silence = offered[Number(index)];
            if (index === '' || !silence) onLeave();
            else onDone({ of: 'silence', silence });
          }}
        />
      );
    }
    case 'again': {
      const value = 'again' in stage.settings ? stage.settings.again : 'always';
      const wait = stage.kind === 'wait';
      return (
        <Pick
          label={t('designer.tbl.column.again')}
          value={value}
          options={agains
            .filter((one) => !wait || one !== 'changed')
            .map((one) => ({
              value: one,
              label: wait
                ? t(one === 'kept' ? 'designer.waitKept' : 'designer.waitAlways')
                : t(`methodologist.again.${one}`),
            }))}
          onLeave={onLeave}
          onDone={(again) => onDone({ of: 'again', again: again as Again })}
        />
      );
    }
    case 'forward':
    case 'return': {
      const [way] = waysOf(regulation, id, column);
      const to = way?.transition?.alternatives[way.transition.order[0] ?? '']?.to ?? '';
      return (
        <Pick
          label={t(`designer.tbl.column.${column}`)}
          value={to}
          options={[
            ...(to === '' ? [{ value: '', label: t('designer.tbl.nowhere') }] : []),
            ...targetsOf(regulation, id).map((value) => {
              const target = stageOf(regulation, value);
              return {
                value,
                label: target
                  ? say(target.title)
                  : value === branchEnd
                    ? t('methodologist.branchEnd')
                    : value,
              };
            }),
          ]}
          onLeave={onLeave}
          onDone={(value) => (value === '' ? onLeave() : onDone({ of: column, to: value }))}
        />
      );
    }
  }

  function silenceWords(silence: Silence): string {
    if (silence.length === 0) return t('designer.ft.nothing');
    const key = {
      remind: 'drawing.silence.reminder',
      statutory: 'designer.ft.statutory',
      mark: 'drawing.silence.mark',
      escalate: 'drawing.silence.escalation',
      autoVisa: 'drawing.silence.autoVisa',
    } as const;
    return silence.map((act) => t(key[act])).join(', ');
  }
}

function NameEditor({
  value,
  onDone,
  onLeave,
}: {
  value: string;
  onDone: (title: string) => void;
  onLeave: () => void;
}) {
  const { t } = useI18n();
  const [title, setTitle] = useState(value);
  const input = useFocused<HTMLInputElement>((element) => element.select());
  const take = () => (title.trim() === '' || title.trim() === value ? onLeave() : onDone(title.trim()));
  return (
    <Inside onTake={take} onLeave={onLeave}>
      <input
        ref={input}
        aria-label={t('designer.stageTitle')}
        value={title}
        maxLength={300}
        onChange={(event) => setTitle(event.target.value)}
      />
    </Inside>
  );
}

/** One of several through the native list. A press chooses at once; with the keys Enter takes what stands there. */
function Pick({
  label,
  value,
  options,
  onDone,
  onLeave,
}: {
  label: string;
  value: string;
  options: readonly { readonly value: string; readonly label: string }[];
  onDone: (value: string) => void;
  onLeave: () => void;
}) {
  const [chosen, setChosen] = useState(value);
  const byPointer = useRef(false);
  const select = useFocused<HTMLSelectElement>();
  return (
    <Inside onTake={() => (chosen === value ? onLeave() : onDone(chosen))} onLeave={onLeave}>
      <select
        ref={select}
        aria-label={label}
        value={chosen}
        onPointerDown={() => {
          byPointer.current = true;
        }}
        onKeyDown={() => {
          byPointer.current = false;
        }}
        onChange={(event) => {
          setChosen(event.target.value);
          if (byPointer.current) onDone(event.target.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Inside>
  );
}

function TermEditor({
  value,
  onDone,
  onLeave,
}: {
  value: { readonly amount: number; readonly unit: TermUnit };
  onDone: (term: { amount: number; unit: TermUnit }) => void;
  onLeave: () => void;
}) {
  const { t, locale } = useI18n();
  const first = new Intl.NumberFormat(locale, { useGrouping: false }).format(value.amount);
  const [typed, setTyped] = useState(first);
  const [unit, setUnit] = useState(value.unit);
  const input = useFocused<HTMLInputElement>((element) => element.select());
  const amount = Number(typed.replace(',', '.'));
  const whole = unit === 'calendarDays' || unit === 'months';
  const least = unit === 'workingDays' ? 0 : whole ? 1 : 0.5;
  const fits =
    typed.trim() !== '' &&
    amount >= least &&
    amount <= 10_000 &&
    Number.isInteger(whole ? amount : amount * 2);
  const take = (): boolean => {
    if (!fits) return false;
    if (amount === value.amount && unit === value.unit) onLeave();
    else onDone({ amount, unit });
    return true;
  };
  return (
    <Inside onTake={take} onLeave={onLeave}>
      <input
        ref={input}
        className="amount"
        inputMode="decimal"
        aria-label={t('designer.amountOf', { label: t('methodologist.term') })}
        aria-invalid={!fits || undefined}
        title={
          fits ? undefined : t('designer.numberWrong', { min: least, max: 10_000, step: whole ? 1 : 0.5 })
        }
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <select
        aria-label={t('designer.unitOf', { label: t('methodologist.term') })}
        value={unit}
        onChange={(event) => setUnit(event.target.value as TermUnit)}
      >
        {units.map((one) => (
          <option key={one} value={one}>
            {t(`designer.unit.${one}`, { count: Number.isFinite(amount) ? Math.floor(amount) : 2 })}
          </option>
        ))}
      </select>
    </Inside>
  );
}

/** Who is asked: one at once, or several ticked where the kind asks many. */
function WhoEditor({
  id,
  onDone,
  onLeave,
}: {
  id: Slug;
  onDone: (change: StageChange) => void;
  onLeave: () => void;
}) {
  const { t } = useI18n();
  const say = useSay();
  const regulation = useEditor((editor) => editor.regulation);
  const stage = stageOf(regulation, id);
  const before = stage ? participantsOf(stage) : [];
  const [chosen, setChosen] = useState<readonly Slug[]>(before);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const many = stage?.kind === 'approval' || stage?.kind === 'acquaintance';
  const take = (next: readonly Slug[]) =>
    next.length === 0 || next.join(' ') === before.join(' ')
      ? onLeave()
      : onDone({ of: 'who', participants: next });
  return (
    <>
      <span ref={setAnchor} className="who-now">
        {chosen.map((one) => titleOf(one)).join(', ')}
      </span>
      {anchor && (
        <CellChoice
          anchor={anchor.closest('td') ?? anchor}
          title={t('designer.tbl.column.who')}
          why={many ? t('designer.tbl.whoMany') : undefined}
          offers={Object.keys(regulation.participants).map((one) => ({
            words: titleOf(one),
            chosen: chosen.includes(one),
            run: () => {
              if (!many) return take([one]);
              setChosen(chosen.includes(one) ? chosen.filter((each) => each !== one) : [...chosen, one]);
            },
          }))}
          onClose={onLeave}
          onLeave={() => take(chosen)}
        >
          {many && (
            <div className="cell-acts">
              <Button
                size="small"
                variant="primary"
                disabled={chosen.length === 0}
                onClick={() => take(chosen)}
              >
                {t('designer.tbl.done')}
              </Button>
            </div>
          )}
        </CellChoice>
      )}
    </>
  );

  function titleOf(one: Slug): string {
    const participant = regulation.participants[one];
    return participant ? say(participant.title) : one;
  }
}

/** What is typed in a cell stays in it: its keys are not the grid's, and leaving the cell takes it. */
function Inside({
  onTake,
  onLeave,
  children,
}: {
  /** false: what stands there cannot be taken */
  onTake: () => unknown;
  onLeave: () => void;
  children: ReactNode;
}) {
  const over = useRef(false);
  const once = (run: () => unknown): boolean => {
    if (over.current) return true;
    // A wrong value is not taken, and can be when it is right.
    over.current = run() !== false;
    return over.current;
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: holds the fields of a cell, and hears their keys
    <span
      className="cell-in"
      onKeyDown={(event: KeyboardEvent) => {
        event.stopPropagation();
        if (event.key === 'Enter') {
          event.preventDefault();
          once(onTake);
        } else if (event.key === 'Escape') {
          event.preventDefault();
          once(onLeave);
        }
      }}
      onBlur={(event: FocusEvent<HTMLSpanElement>) => {
        if (event.currentTarget.contains(event.relatedTarget)) return;
        if (!once(onTake)) once(onLeave);
      }}
    >
      {children}
    </span>
  );
}

function useFocused<T extends HTMLElement>(then?: (element: T) => void) {
  const element = useRef<T>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the cell is gone into
  useEffect(() => {
    element.current?.focus();
    if (element.current) then?.(element.current);
  }, []);
  return element;
}
