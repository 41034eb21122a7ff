import { useI18n } from '@reglament/ui';
import { IconSearch } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useEditor } from '../document/store.ts';
import { Outline } from './outline.tsx';
import { StageTable } from './stageTable.tsx';
import './tables.css';

/** All stages beside the drawing: as a table for many at once, or as a tree that says what the drawing shows. */
export function Stages({
  view,
  onView,
}: {
  view: 'table' | 'outline';
  onView: (view: 'table' | 'outline') => void;
}) {
  const { t } = useI18n();
  const [words, setWords] = useState('');
  const find = useRef<HTMLInputElement>(null);
  const count = useEditor(({ regulation }) => regulation.stageOrder.length);
  const readOnly = useEditor((editor) => editor.readOnly);
  const hint = view === 'table' ? (readOnly ? 'tableRead' : 'tableHint') : 'outlineHint';
  return (
    <div className="sheet">
      <div className="sheet-tools">
        <label className="find">
          <IconSearch className="ic" aria-hidden="true" />
          <span className="visually-hidden">{t('designer.tbl.find')}</span>
          <input
            ref={find}
            type="search"
            placeholder={t('designer.tbl.find')}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </label>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw its own frame */}
        <div className="seg" role="group" aria-label={t('designer.tbl.view')}>
          {(['table', 'outline'] as const).map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={view === one}
              onClick={() => view !== one && onView(one)}
            >
              {t(`designer.tbl.view.${one}`)}
            </button>
          ))}
        </div>
        <span className="sheet-hint">
          {words.trim() === '' && `${t('designer.ft.stages', { count })}. `}
          {t(`designer.tbl.${hint}`)}
        </span>
      </div>
      <div className="sheet-wrap">
        {view === 'table' ? (
          <StageTable words={words} onFind={() => find.current?.focus()} />
        ) : (
          <Outline words={words} onFind={() => find.current?.focus()} />
        )}
      </div>
    </div>
  );
}
