import { useHotkeys, useI18n } from '@reglament/ui';
import { IconChevronDown, IconChevronUp, IconMinus, IconPencil, IconPlus } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { ChangeList, How } from './changes.ts';
import { ChangeWords } from './changeWords.tsx';

const hows = ['added', 'changed', 'removed'] as const satisfies readonly How[];
const signs = { added: IconPlus, changed: IconPencil, removed: IconMinus };

/** The changes in words, and the way from one to the next by buttons and keys (J, K). */
export function Changes({
  list,
  current,
  isSame,
  onChoose,
}: {
  list: ChangeList;
  current: number | undefined;
  /** The same to the letter. */
  isSame: boolean;
  onChoose: (number: number) => void;
}) {
  const { t } = useI18n();
  const [hidden, setHidden] = useState<ReadonlySet<How>>(new Set());
  const { changes, texts, moved, notes } = list;
  const shown = changes.filter(({ how }) => !hidden.has(how));
  const rows = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (current !== undefined)
      rows.current?.querySelector(`[data-number="${current}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const step = (by: 1 | -1) => {
    const at = shown.findIndex(({ number }) => number === current);
    const wanted = shown[at < 0 ? (by > 0 ? 0 : shown.length - 1) : at + by];
    if (wanted) onChoose(wanted.number);
  };
  const next = () => step(1);
  const previous = () => step(-1);
  useHotkeys({ KeyJ: next, KeyK: previous });
  const first = shown[0]?.number;
  const last = shown.at(-1)?.number;

  return (
    <section className="mid" aria-label={t('versions.whatChanged')}>
      <div className="mid-head">
        <h2>{changes.length === 0 ? t('versions.no') : t('versions.count', { count: changes.length })}</h2>
        {changes.length > 0 && (
          <>
            <button
              type="button"
              className="icbtn"
              aria-label={t('versions.previous')}
              aria-keyshortcuts="K"
              title={`${t('versions.previous')}, K`}
              disabled={current === first}
              onClick={previous}
            >
              <IconChevronUp className="ic" aria-hidden="true" />
            </button>
            <output aria-label={t('versions.shown')}>
              {t('versions.at', { number: current ?? 0, all: changes.length })}
            </output>
            <button
              type="button"
              className="icbtn"
              aria-label={t('versions.next')}
              aria-keyshortcuts="J"
              title={`${t('versions.next')}, J`}
              disabled={current === last}
              onClick={next}
            >
              <IconChevronDown className="ic" aria-hidden="true" />
            </button>
          </>
        )}
      </div>
      {changes.length > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw its own frame
        <div className="kinds" role="group" aria-label={t('versions.show')}>
          {hows.map((how) => {
            const count = changes.filter((one) => one.how === how).length;
            const Sign = signs[how];
            return (
              <button
                key={how}
                type="button"
                aria-pressed={!hidden.has(how)}
                disabled={count === 0}
                onClick={() => setHidden(toggled(hidden, how))}
              >
                <Sign className="ic" aria-hidden="true" />
                {t(`versions.how.${how}`)} {count}
              </button>
            );
          })}
        </div>
      )}
      <div className="changes-scroll">
        {changes.length === 0 && (
          <p className="mid-none">{t(isSame ? 'versions.sameWholly' : 'versions.sameMeaning')}</p>
        )}
        <ol className="changes" ref={rows}>
          {shown.map(({ number, how, words }) => {
            const Sign = signs[how];
            return (
              <li key={number} data-number={number} {...(number === current && { 'aria-current': true })}>
                <button type="button" onClick={() => onChoose(number)}>
                  <span className="mk">
                    <Sign className="ic" aria-hidden="true" />
                    {number}
                  </span>
                  <span className="change-words">
                    <ChangeWords words={words} />
                  </span>
                </button>
              </li>
            );
          })}
        </ol>
        {(texts.length > 0 || moved > 0 || notes.moved > 0) && (
          <div className="apart">
            {texts.length > 0 && (
              <details>
                <summary>{t('versions.texts', { count: texts.length })}</summary>
                <ul>
                  {texts.map((words) => (
                    <li key={words.sentence}>
                      <ChangeWords words={words} />
                    </li>
                  ))}
                </ul>
              </details>
            )}
            {moved > 0 && <p>{capital(t('versions.places', { count: moved }))}</p>}
            {notes.moved > 0 && <p>{capital(t('versions.notePlaces', { count: notes.moved }))}</p>}
            <p className="soft">{t('versions.apart')}</p>
          </div>
        )}
      </div>
    </section>
  );
}

function toggled(set: ReadonlySet<How>, how: How): ReadonlySet<How> {
  const next = new Set(set);
  if (!next.delete(how)) next.add(how);
  return next;
}

function capital(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}
