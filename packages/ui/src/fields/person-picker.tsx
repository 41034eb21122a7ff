import { formatPlainDate, shortName } from '@reglament/i18n';
import { type KeyboardEvent, useId, useState } from 'react';
import { useI18n } from '../i18n-context.tsx';
import { IconCalendarOff, IconX } from '../icons.ts';
import { Avatar } from '../parts/avatar.tsx';
import { Field, type FieldWords } from './field.tsx';
import { findPeople, type PersonOption } from './find-people.ts';
import './person-picker.css';

export interface PersonPickerProps extends FieldWords {
  options: readonly PersonOption[];
  /** ids of the chosen, in the order chosen */
  value: readonly string[];
  onChange: (ids: string[]) => void;
  placeholder?: string;
  /** at most so many; 1 makes a new choice replace the old one */
  max?: number;
  /** posts are chosen, whoever holds them: called by their titles, the holder beside */
  byPost?: boolean;
}

/**
 * Chooses people or posts by surname, post or unit. Arrows move, Enter chooses, Escape shuts the list, Backspace
 * in an empty input takes the last one back. Absence and who acts are shown in the list and under the chosen.
 */
export function PersonPicker(props: PersonPickerProps) {
  const { label, hint, error, required, options, value, onChange, placeholder, max = 100 } = props;
  const { byPost = false } = props;
  const { t, locale } = useI18n();
  const listId = useId();
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);

  const chosen = value.flatMap((id) => options.find((option) => option.id === id) ?? []);
  const found = findPeople(options, query, value);
  const current = found[Math.min(active, found.length - 1)];
  const full = value.length >= max;
  const called = ({ name, post }: PersonOption) => (byPost ? post : shortName(name));
  const beside = ({ name, post, unit }: PersonOption) =>
    (byPost ? [unit, name && shortName(name)] : [post, unit]).filter(Boolean).join(', ');

  const choose = (id: string) => {
    onChange(max === 1 ? [id] : full ? [...value] : [...value, id]);
    setQuery('');
    setActive(0);
    setOpen(max !== 1);
  };
  const away = (person: PersonOption) =>
    person.absentUntil &&
    t(person.substitute ? 'common.personAbsentSubstitute' : 'common.personAbsentUntil', {
      date: formatPlainDate(person.absentUntil, locale),
      name: person.substitute ? shortName(person.substitute) : '',
    });

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive(open ? (active + step + found.length) % Math.max(1, found.length) : 0);
      setOpen(true);
    } else if (event.key === 'Enter' && open && current) {
      event.preventDefault();
      choose(current.id);
    } else if (event.key === 'Escape' && open) {
      event.stopPropagation();
      event.preventDefault();
      setOpen(false);
    } else if (event.key === 'Backspace' && query === '' && value.length > 0) {
      onChange(value.slice(0, -1));
    }
  };

  return (
    <Field label={label} hint={hint} error={error} required={required}>
      {({ required: needed, ...wire }) => (
        <div className="picker">
          <div className="picks">
            {chosen.map((person) => (
              <span key={person.id} className="pick">
                {called(person)}
                <button
                  type="button"
                  aria-label={t('common.personRemove', { name: called(person) })}
                  onClick={() => onChange(value.filter((id) => id !== person.id))}
                >
                  <IconX className="ic" aria-hidden="true" />
                </button>
              </span>
            ))}
            <input
              {...wire}
              role="combobox"
              autoComplete="off"
              aria-required={needed}
              aria-autocomplete="list"
              aria-expanded={open}
              aria-controls={listId}
              aria-activedescendant={open && current ? `${listId}-${current.id}` : undefined}
              placeholder={placeholder}
              value={query}
              onChange={(event) => {
                setQuery(event.target.value);
                setActive(0);
                setOpen(true);
              }}
              onClick={() => setOpen(true)}
              onBlur={() => setOpen(false)}
              onKeyDown={onKeyDown}
            />
          </div>
          <div
            id={listId}
            className="picker-list"
            role="listbox"
            aria-label={label}
            hidden={!open}
            tabIndex={-1}
          >
            {open && found.length === 0 && <p>{t('common.nobodyFound')}</p>}
            {open &&
              found.map((person) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard chooses from the combobox, focus never comes here
                <div
                  key={person.id}
                  id={`${listId}-${person.id}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={person === current}
                  ref={(node) => {
                    if (person === current) node?.scrollIntoView?.({ block: 'nearest' });
                  }}
                  onPointerDown={(event) => event.preventDefault()}
                  onClick={() => choose(person.id)}
                >
                  <Avatar name={person.name} small />
                  <span>
                    {called(person)}
                    <small>{beside(person)}</small>
                    {person.absentUntil && <Away words={away(person) ?? ''} />}
                  </span>
                </div>
              ))}
          </div>
          {chosen.map(
            (person) =>
              person.absentUntil && (
                <Away key={person.id} words={`${shortName(person.name)}: ${away(person)}`} />
              ),
          )}
        </div>
      )}
    </Field>
  );
}

function Away({ words }: { words: string }) {
  return (
    <em className="away">
      <IconCalendarOff className="ic" aria-hidden="true" />
      {words}
    </em>
  );
}
