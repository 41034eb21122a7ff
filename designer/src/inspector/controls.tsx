import type { Text } from '@reglament/regulation';
import { useI18n } from '@reglament/ui';
import { IconArrowRight, IconChevronDown } from '@tabler/icons-react';
import { memo, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useEditor } from '../document/store.ts';
import { reworded } from './firstWords.ts';

/** A part of the inspector with its heading. */
export function Section({
  title,
  aside,
  children,
}: {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section className="sec" aria-labelledby={id}>
      <h3 id={id}>
        {title} {aside && <small>{aside}</small>}
      </h3>
      {children}
    </section>
  );
}

/** A named property: the words to the left, its control to the right. */
export function Prop({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="prop">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}

/** One of a few through the native list. */
export function Select<V extends string>({
  id,
  label,
  value,
  options,
  onChange,
  first,
}: {
  id?: string | undefined;
  /** its name where no label stands beside it */
  label?: string | undefined;
  value: V;
  options: readonly { readonly value: V; readonly label: string }[];
  onChange: (value: V) => void;
  /** where Enter on the canvas puts the focus */
  first?: boolean;
}) {
  const readOnly = useEditor((editor) => editor.readOnly);
  const known = options.some((option) => option.value === value);
  return (
    <span className="picked picked--small">
      <select
        id={id}
        aria-label={label}
        className="pick"
        value={value}
        disabled={readOnly}
        data-first={first || undefined}
        onKeyDown={(event) => {
          // A closed list takes each option that an arrow passes, which here changes the document: it opens instead.
          if ((event.key !== 'ArrowDown' && event.key !== 'ArrowUp') || event.altKey) return;
          event.preventDefault();
          event.currentTarget.showPicker?.();
        }}
        onChange={(event) => onChange(event.target.value as V)}
      >
        {!known && <option value={value}>{value === '' ? '—' : value}</option>}
        <Options options={options} />
      </select>
      <IconChevronDown className="ic" aria-hidden="true" />
    </span>
  );
}

/** Drawn again only when they change: stages to choose from may be hundreds. */
const Options = memo(function Options({
  options,
}: {
  options: readonly { readonly value: string; readonly label: string }[];
}) {
  return options.map((option) => (
    <option key={option.value} value={option.value}>
      {option.label}
    </option>
  ));
});

/** A line or several that may not be empty: what is typed stays on the screen, and goes into the document while it may. */
export function Words({
  id,
  label,
  value,
  onChange,
  long = false,
  optional = false,
  first = false,
  placeholder,
  suggestions,
  most = 4000,
  className = 'input input--small',
}: {
  id?: string | undefined;
  label?: string | undefined;
  value: string;
  onChange: (value: string) => void;
  long?: boolean;
  /** an empty text is passed on as '' */
  optional?: boolean;
  first?: boolean;
  placeholder?: string | undefined;
  /** offered while typing in one line; anything else may be typed too */
  suggestions?: readonly string[] | undefined;
  /** characters */
  most?: number;
  className?: string;
}) {
  const { t } = useI18n();
  const readOnly = useEditor((editor) => editor.readOnly);
  const [typed, setTyped] = useState<string | null>(null);
  const errorId = useId();
  const listId = useId();
  const wrong = typed !== null && !optional && typed.trim() === '';
  const shared = {
    id,
    'aria-label': label,
    className,
    placeholder,
    value: typed ?? value,
    readOnly,
    maxLength: most,
    'data-first': first || undefined,
    ...(wrong && { 'aria-invalid': true as const, 'aria-describedby': errorId }),
    onChange: (event: { target: { value: string } }) => {
      const next = event.target.value;
      setTyped(next);
      if (optional || next.trim() !== '') onChange(next);
    },
    onBlur: () => {
      if (!wrong) setTyped(null);
    },
  };
  return (
    <span className="words-in">
      {long ? (
        <textarea rows={2} {...shared} />
      ) : (
        <input type="text" {...shared} {...(suggestions && { list: listId })} />
      )}
      {suggestions && (
        <datalist id={listId}>
          {suggestions.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
      {wrong && (
        <span className="field-error" id={errorId} role="alert">
          {t('designer.mayNotBeEmpty')}
        </span>
      )}
    </span>
  );
}

/**
 * A text in both languages: the reader's above, the other one press away. While nobody translated, the other follows: also
 * when both still are what the designer called the new part.
 */
export function BothWords({
  label,
  value,
  onChange,
  long = false,
  first = false,
  heading = false,
  most = 4000,
}: {
  label: string;
  value: Text;
  onChange: (value: Text) => void;
  /** characters in either language */
  most?: number;
  long?: boolean;
  first?: boolean;
  heading?: boolean;
}) {
  const i18n = useI18n();
  const { t, locale } = i18n;
  const [open, setOpen] = useState(false);
  const other = locale === 'ru' ? 'en' : 'ru';
  return (
    <div className="both">
      <div className="both-line">
        <Words
          label={label}
          value={value[locale]}
          onChange={(next) => onChange(reworded(value, next, i18n))}
          long={long}
          most={most}
          first={first}
          className={heading ? 'input input--small input--title' : 'input input--small'}
        />
        <button
          type="button"
          className="icbtn both-more"
          aria-expanded={open}
          aria-label={t('designer.otherLanguage', { label, language: other.toUpperCase() })}
          title={t('designer.otherLanguage', { label, language: other.toUpperCase() })}
          onClick={() => setOpen(!open)}
        >
          {other.toUpperCase()}
        </button>
      </div>
      {open && (
        <Words
          label={t('designer.inLanguage', { label, language: other.toUpperCase() })}
          value={value[other]}
          long={long}
          most={most}
          onChange={(next) => onChange({ ...value, [other]: next } as unknown as Text)}
        />
      )}
    </div>
  );
}

/** A text that need not be there: empty takes it away. */
export function OptionalBoth({
  label,
  value,
  onChange,
  long = false,
}: {
  label: string;
  value: { readonly ru: string; readonly en: string } | undefined;
  onChange: (value: { ru: string; en: string } | null) => void;
  long?: boolean;
}) {
  const { locale } = useI18n();
  if (value) {
    return (
      <div className="optional">
        <span className="optional-label">{label}</span>
        <Words
          label={label}
          value={value[locale]}
          optional
          long={long}
          onChange={(next) => {
            if (next.trim() === '') onChange(null);
            else onChange(value.ru === value.en ? { ru: next, en: next } : { ...value, [locale]: next });
          }}
        />
        {value.ru !== value.en && (
          <Words
            label={`${label} ${locale === 'ru' ? 'EN' : 'RU'}`}
            value={value[locale === 'ru' ? 'en' : 'ru']}
            long={long}
            onChange={(next) => onChange({ ...value, [locale === 'ru' ? 'en' : 'ru']: next })}
          />
        )}
      </div>
    );
  }
  return (
    <div className="optional">
      <span className="optional-label">{label}</span>
      <Words
        label={label}
        value=""
        optional
        long={long}
        onChange={(next) => {
          if (next.trim() !== '') onChange({ ru: next, en: next });
        }}
      />
    </div>
  );
}

/** What is opened on demand; nothing of it is drawn before. */
export function Fold({
  title,
  children,
  startOpen = false,
}: {
  title: string;
  children: () => ReactNode;
  startOpen?: boolean;
}) {
  const [open, setOpen] = useState(startOpen);
  return (
    <details className="inline-editor" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {open && children()}
    </details>
  );
}

/** A number from `min` to `max` by `step`: what is no such number is said and not passed on. */
export function NumberIn({
  id,
  label,
  value,
  onChange,
  min,
  max,
  step,
}: {
  id?: string | undefined;
  label?: string | undefined;
  value: number;
  onChange: (value: number) => void;
  min: number;
  max: number;
  step: number;
}) {
  const { t, locale } = useI18n();
  const readOnly = useEditor((editor) => editor.readOnly);
  const [typed, setTyped] = useState<string | null>(null);
  const errorId = useId();
  const parsed = typed === null ? value : Number(typed.replace(',', '.'));
  const fits =
    typed === null ||
    (typed.trim() !== '' &&
      parsed >= min &&
      parsed <= max &&
      Number.isInteger(Math.round((parsed / step) * 1e6) / 1e6));
  return (
    <span className="words-in">
      <input
        id={id}
        aria-label={label}
        className="num-in"
        inputMode="decimal"
        value={
          typed ??
          new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 4 }).format(value)
        }
        readOnly={readOnly}
        {...(!fits && { 'aria-invalid': true as const, 'aria-describedby': errorId })}
        onChange={(event) => {
          const next = event.target.value;
          setTyped(next);
          const number = Number(next.replace(',', '.'));
          if (
            next.trim() !== '' &&
            number >= min &&
            number <= max &&
            Number.isInteger(Math.round((number / step) * 1e6) / 1e6)
          )
            onChange(number);
        }}
        onBlur={() => {
          if (fits) setTyped(null);
        }}
      />
      {!fits && (
        <span className="field-error" id={errorId} role="alert">
          {t('designer.numberWrong', { min, max, step })}
        </span>
      )}
    </span>
  );
}

export function Check({
  label,
  value,
  onChange,
}: {
  label: string;
  value: boolean;
  onChange: (value: boolean) => void;
}) {
  const readOnly = useEditor((editor) => editor.readOnly);
  return (
    <label className="tick-row">
      <input
        type="checkbox"
        checked={value}
        disabled={readOnly}
        onChange={(event) => onChange(event.target.checked)}
      />
      {label}
    </label>
  );
}

/** One of two or three, side by side. */
export function Segments<V extends string>({
  label,
  value,
  options,
  onChange,
  view = false,
}: {
  label: string;
  value: V;
  options: readonly { readonly value: V; readonly label: string }[];
  onChange: (value: V) => void;
  /** it changes only how something is shown: a reader may, too */
  view?: boolean;
}) {
  const readOnly = useEditor((editor) => editor.readOnly);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw its own frame
    <div className="seg" role="group" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          disabled={readOnly && !view}
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </button>
      ))}
    </div>
  );
}

/**
 * A list whose members are moved, taken out, opened and added; the member in focus stays in focus when it moves, and one that
 * was added opens at its name.
 */
export function MemberList({
  label,
  members,
  onMove,
  onRemove,
  add,
  taken,
  children,
}: {
  label: string;
  members: readonly { readonly id: string; readonly title: string }[];
  /** the member that stands out, and the words that say why */
  taken?: { readonly id: string; readonly words: string } | undefined;
  onMove?: (id: string, by: -1 | 1) => void;
  onRemove?: (id: string) => void;
  add?: { readonly label: string; readonly run: () => void };
  /** `fresh`: it was just added here */
  children?: (id: string, fresh: boolean) => ReactNode;
}) {
  const { t } = useI18n();
  const readOnly = useEditor((editor) => editor.readOnly);
  const moved = useRef<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (moved.current === null) return;
    const key = moved.current;
    const pressed = list.current?.querySelector<HTMLButtonElement>(`[data-key="${CSS.escape(key)}"]`);
    // At either end of the list the pressed one goes out, and the other stands beside it.
    const other = key.endsWith('-up') ? key.replace(/-up$/, '-down') : key.replace(/-down$/, '-up');
    if (!pressed?.disabled) pressed?.focus();
    else list.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(other)}"]`)?.focus();
    moved.current = null;
  });
  // Who was there when one more was asked for.
  const [before, setBefore] = useState<ReadonlySet<string> | null>(null);
  const fresh = before === null ? undefined : members.find(({ id }) => !before.has(id))?.id;
  useEffect(() => {
    if (fresh === undefined) return;
    const name = list.current?.querySelector<HTMLInputElement>(`[data-member="${CSS.escape(fresh)}"] input`);
    name?.focus();
    name?.select();
    setBefore(null);
  }, [fresh]);
  return (
    <>
      <ul className="members" aria-label={label} ref={list}>
        {members.map(({ id, title }, index) => (
          <li key={id} className={taken?.id === id ? 'is-taken' : undefined}>
            {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw its own frame */}
            <div role="group" aria-label={title} data-member={id}>
              <div className="member">
                <span className="member-title">{title}</span>
                {taken?.id === id && (
                  <span className="taken">
                    <IconArrowRight className="ic" aria-hidden="true" />
                    {taken.words}
                  </span>
                )}
                {!readOnly && onMove && members.length > 1 && (
                  <>
                    <button
                      type="button"
                      className="linkbtn"
                      data-key={`${id}-up`}
                      disabled={index === 0}
                      aria-label={t('designer.moveUp', { title })}
                      title={t('designer.moveUp', { title })}
                      onClick={() => {
                        moved.current = `${id}-up`;
                        onMove(id, -1);
                      }}
                    >
                      ↑
                    </button>
                    <button
                      type="button"
                      className="linkbtn"
                      data-key={`${id}-down`}
                      disabled={index === members.length - 1}
                      aria-label={t('designer.moveDown', { title })}
                      title={t('designer.moveDown', { title })}
                      onClick={() => {
                        moved.current = `${id}-down`;
                        onMove(id, 1);
                      }}
                    >
                      ↓
                    </button>
                  </>
                )}
                {!readOnly && onRemove && (
                  <button
                    type="button"
                    className="linkbtn"
                    aria-label={t('designer.takeOut', { title })}
                    title={t('designer.takeOut', { title })}
                    onClick={() => onRemove(id)}
                  >
                    ✕
                  </button>
                )}
              </div>
              {children?.(id, id === fresh)}
            </div>
          </li>
        ))}
      </ul>
      {!readOnly && add && (
        <button
          type="button"
          className="linkbtn"
          onClick={() => {
            setBefore(new Set(members.map(({ id }) => id)));
            add.run();
          }}
        >
          {add.label}
        </button>
      )}
    </>
  );
}

/** The order of a list with one member moved by one. Pure. */
export function moved<T>(list: readonly T[], member: T, by: -1 | 1): T[] {
  const at = list.indexOf(member);
  const to = at + by;
  const next = [...list];
  if (at < 0 || to < 0 || to >= list.length) return next;
  next.splice(at, 1);
  next.splice(to, 0, member);
  return next;
}
