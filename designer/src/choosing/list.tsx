import { useI18n } from '@reglament/ui';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import { focusCanvas } from '../canvas/focusCanvas.ts';
import './choosing.css';

export interface Option {
  readonly id: string;
  readonly label: string;
  readonly group?: string;
  readonly icon?: ReactNode;
  /** said after the label */
  readonly hint?: string;
  readonly keys?: string;
}

/**
 * A searchable list over the page: words narrow it, arrows move, Enter chooses, Escape shuts it and gives the focus back.
 * The count of what was found is said.
 */
export function ChooseList({
  title,
  options,
  onChoose,
  onClose,
  empty,
}: {
  title: string;
  options: readonly Option[];
  onChoose: (id: string) => void;
  onClose: () => void;
  /** what is said when nothing fits */
  empty?: string;
}) {
  const { t } = useI18n();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  const found = useMemo(() => findOptions(options, words), [options, words]);
  const active = found[Math.min(at, found.length - 1)];

  useEffect(() => {
    const before = document.activeElement;
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    return () => {
      element?.close();
      if (before instanceof HTMLElement && before !== document.body && before.isConnected) before.focus();
      // What opened it is gone with what was chosen.
      else focusCanvas();
    };
  }, []);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setAt((found.length + Math.min(at, found.length - 1) + step) % Math.max(1, found.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (active) onChoose(active.id);
    }
  };
  const groups = groupsOf(found);

  return (
    <dialog
      ref={dialog}
      className="choose"
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className="choose-in">
        <p className="choose-title" id={`${id}-title`}>
          {title}
        </p>
        <input
          type="text"
          className="input"
          role="combobox"
          autoComplete="off"
          aria-labelledby={`${id}-title`}
          aria-autocomplete="list"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={active ? `${id}-${active.id}` : undefined}
          placeholder={t('designer.chooseFind')}
          value={words}
          onChange={(event) => {
            setWords(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
        <div
          ref={list}
          role="listbox"
          id={`${id}-list`}
          aria-labelledby={`${id}-title`}
          className="choose-list"
        >
          {groups.map(({ title: group, options: rows }) => (
            // biome-ignore lint/a11y/useSemanticElements: a group of a listbox
            <div key={group ?? ''} role="group" {...(group && { 'aria-label': group })}>
              {group && (
                <p className="choose-group" aria-hidden="true">
                  {group}
                </p>
              )}
              {rows.map((option) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input's
                <div
                  key={option.id}
                  id={`${id}-${option.id}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={option === active}
                  onClick={() => onChoose(option.id)}
                >
                  {option.icon}
                  <span>{option.label}</span>
                  {option.hint && <small>{option.hint}</small>}
                  {option.keys && <kbd>{option.keys}</kbd>}
                </div>
              ))}
            </div>
          ))}
        </div>
        <p className="choose-count" role="status">
          {found.length === 0
            ? (empty ?? t('designer.chooseNone'))
            : t('designer.chooseFound', { count: found.length })}
        </p>
      </div>
    </dialog>
  );
}

/** Options whose words begin with every word typed, those that begin the label first; ё is е. Pure. */
export function findOptions(options: readonly Option[], words: string): readonly Option[] {
  const plain = (text: string) => text.toLowerCase().replaceAll('ё', 'е');
  const asked = plain(words).split(/\s+/).filter(Boolean);
  if (asked.length === 0) return options;
  const found = options.flatMap((option) => {
    const label = plain(option.label);
    const said = plain(`${option.label} ${option.group ?? ''} ${option.hint ?? ''}`).split(/[^\p{L}\p{N}]+/u);
    if (!asked.every((word) => said.some((one) => one.startsWith(word)))) return [];
    return [{ option, rank: label.startsWith(asked.join(' ')) ? 0 : label.includes(asked[0] ?? '') ? 1 : 2 }];
  });
  return found.sort((a, b) => a.rank - b.rank).map(({ option }) => option);
}

function groupsOf(options: readonly Option[]): { title: string | undefined; options: Option[] }[] {
  const groups: { title: string | undefined; options: Option[] }[] = [];
  for (const option of options) {
    const last = groups.find(({ title }) => title === option.group);
    if (last) last.options.push(option);
    else groups.push({ title: option.group, options: [option] });
  }
  return groups;
}
