import { place } from '@reglament/drawing';
import type { StageKind } from '@reglament/regulation';
import { stageOf } from '@reglament/regulation';
import { useHotkeys, useI18n } from '@reglament/ui';
import { IconSearch } from '@tabler/icons-react';
import { useReactFlow } from '@xyflow/react';
import { type DragEvent, memo, useMemo, useRef, useState } from 'react';
import { useSay } from '../app/say.ts';
import { kindData, noteData } from '../canvas/canvas.tsx';
import { createStageAt } from '../canvas/gestures.ts';
import { middleOf } from '../canvas/middle.ts';
import { createNoteBy } from '../canvas/noteGestures.ts';
import { findOptions } from '../choosing/list.tsx';
import { onlyStage } from '../document/selection.ts';
import { useEditor, useEditorStore } from '../document/store.ts';
import { Glyph, NoteGlyph } from '../stages/glyph.tsx';
import { kindsByGroup } from '../stages/view.ts';

/** What the search calls a note, which is no kind of stage. */
const noteKind = 'note';

/** So many stages are shown by the search of the palette. */
const mostFound = 8;

/** Kinds of stages by groups: dragged onto the drawing, or pressed to stand after the chosen stage. Its search also finds stages. */
export const Palette = memo(function Palette() {
  const i18n = useI18n();
  const { t } = i18n;
  const say = useSay();
  const store = useEditorStore();
  const flow = useReactFlow();
  const readOnly = useEditor((editor) => editor.readOnly);
  const [words, setWords] = useState('');
  // Read only while something is looked for, so that no edit draws the palette again.
  const regulation = useEditor((editor) => (words.trim() === '' ? null : editor.regulation));
  const find = useRef<HTMLInputElement>(null);
  const focusFind = () => find.current?.focus();
  useHotkeys({ Slash: focusFind });

  const kinds = useMemo(
    () =>
      kindsByGroup().map(({ group, kinds: list }) => ({
        group,
        kinds: findOptions(
          list.map((kind) => ({ id: kind, label: t(`designer.kind.${kind}`) })),
          words,
        ).map(({ id }) => id as StageKind),
      })),
    [t, words],
  );
  const all = useMemo(
    () =>
      regulation === null
        ? []
        : findOptions(
            regulation.stageOrder.map((id) => ({
              id,
              label: say(stageOf(regulation, id)?.title ?? { ru: id, en: id }),
            })),
            words,
          ),
    [regulation, words, say],
  );
  const found = all.slice(0, mostFound);
  const press = (kind: StageKind) => {
    const editor = store.getState();
    const after = onlyStage(editor.selection);
    // With a stage chosen the new one follows it; which outcome leads there is asked when there are several.
    if (after !== undefined && stageOf(editor.regulation, after)?.kind !== 'end') {
      editor.choose({ ask: 'outcome', from: after, purpose: 'append', kind });
      return;
    }
    createStageAt(store, place(editor.regulation), kind, middleOf(flow), i18n);
  };
  const pressNote = () => {
    const { current, regulation, selection } = store.getState();
    // Beside what is chosen, else near the middle of what is seen.
    createNoteBy(store, place(regulation), selection.of === 'stages' ? current : middleOf(flow), i18n);
  };
  const drag = (type: string, data: string) => (event: DragEvent) => {
    event.dataTransfer.setData(type, data);
    event.dataTransfer.effectAllowed = 'copy';
  };
  const offersNote = findOptions([{ id: noteKind, label: t('designer.note') }], words).length > 0;

  return (
    <aside className="pal" aria-label={t('designer.palette')}>
      <label className="find">
        <IconSearch className="ic" aria-hidden="true" />
        <span className="visually-hidden">{t('designer.paletteFind')}</span>
        <input
          ref={find}
          type="search"
          placeholder={t('designer.paletteFindHint')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && found[0]) store.getState().goTo(found[0].id);
          }}
        />
        <kbd>/</kbd>
      </label>
      {kinds.map(
        ({ group, kinds: list }) =>
          list.length > 0 && (
            <div key={group}>
              <h2 id={`pal-${group}`}>{t(`designer.group.${group}`)}</h2>
              <ul aria-labelledby={`pal-${group}`}>
                {list.map((kind) => (
                  <li key={kind}>
                    <button
                      type="button"
                      disabled={readOnly}
                      draggable={!readOnly}
                      title={t(`designer.kindHint.${kind}`)}
                      onDragStart={drag(kindData, kind)}
                      onClick={() => press(kind)}
                    >
                      <Glyph kind={kind} />
                      {t(`designer.kind.${kind}`)}
                    </button>
                  </li>
                ))}
              </ul>
            </div>
          ),
      )}
      {offersNote && (
        <div>
          <h2 id="pal-notes">{t('designer.group.notes')}</h2>
          <ul aria-labelledby="pal-notes">
            <li>
              <button
                type="button"
                disabled={readOnly}
                draggable={!readOnly}
                title={t('designer.noteHint')}
                onDragStart={drag(noteData, noteKind)}
                onClick={pressNote}
              >
                <NoteGlyph />
                {t('designer.note')}
              </button>
            </li>
          </ul>
        </div>
      )}
      {found.length > 0 && (
        <div>
          <h2 id="pal-stages">{t('designer.stagesFound')}</h2>
          {all.length > found.length && (
            <p className="hint hint--found" role="status">
              {t('designer.stagesFirst', { shown: found.length, count: all.length })}
            </p>
          )}
          <ul aria-labelledby="pal-stages">
            {found.map(({ id, label }) => (
              <li key={id}>
                <button type="button" onClick={() => store.getState().goTo(id)}>
                  {regulation && <Glyph kind={stageOf(regulation, id)?.kind ?? 'task'} />}
                  {label}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <p className="hint">{t('designer.paletteHint')}</p>
    </aside>
  );
});
