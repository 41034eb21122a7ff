import { noteBox } from '@reglament/drawing';
import { noteBounds, type Slug } from '@reglament/regulation';
import { Menu, type MenuItem, useI18n } from '@reglament/ui';
import { IconCopy, IconDots, IconNote, IconTrash } from '@tabler/icons-react';
import { copyChosen, duplicateChosen } from '../document/clipboard.ts';
import { noteAt, noteKey } from '../document/keys.ts';
import { useEditor, useEditorStore } from '../document/store.ts';
import { BothWords, NumberIn, Prop } from './controls.tsx';

/** Properties of a note: its words, and how large it is. */
export function NoteInspector({ id }: { id: Slug }) {
  const { t } = useI18n();
  const store = useEditorStore();
  const note = useEditor(({ regulation }) => noteAt(regulation, noteKey(id)));
  const readOnly = useEditor((editor) => editor.readOnly);
  if (!note) return null;
  const { dispatch } = store.getState();
  const { size = noteBounds.size, position } = note;
  const items: MenuItem[] = [
    {
      id: 'duplicate',
      label: t('designer.duplicate'),
      icon: IconCopy,
      run: () => duplicateChosen(store, [noteKey(id)]),
    },
    {
      id: 'copy',
      label: t('designer.copy'),
      icon: IconCopy,
      run: () => void copyChosen(store, [noteKey(id)]),
    },
    {
      id: 'remove',
      label: t('designer.remove'),
      icon: IconTrash,
      run: () => void dispatch({ do: 'removeNotes', ids: [id] }),
    },
  ];
  const resize = (change: Partial<typeof size>) =>
    dispatch({ do: 'setNote', id, size: { ...size, ...change } }, { merge: `note ${id} size` });
  const grown = noteBox(note).height > size.height;
  return (
    <>
      <div className="insp-head">
        <div className="insp-kind">
          <IconNote className="ic" aria-hidden="true" />
          <h2>{t('designer.note')}</h2>
          {!readOnly && (
            <Menu label={t('common.more')} items={items} className="icbtn">
              <IconDots className="ic" aria-hidden="true" />
            </Menu>
          )}
        </div>
        <BothWords
          label={t('designer.noteText')}
          value={note.text}
          first
          long
          most={noteBounds.characters}
          onChange={(text) => dispatch({ do: 'setNote', id, text }, { merge: `note ${id} text` })}
        />
        <p className="say">{t('designer.noteHint')}</p>
      </div>
      <section className="sec" aria-label={t('designer.noteSize')}>
        <Prop label={t('designer.noteWidth')}>
          {(field) => (
            <NumberIn
              id={field}
              value={size.width}
              min={noteBounds.width.least}
              max={noteBounds.width.most}
              step={1}
              onChange={(width) => resize({ width })}
            />
          )}
        </Prop>
        <Prop label={t('designer.noteHeight')}>
          {(field) => (
            <NumberIn
              id={field}
              value={size.height}
              min={noteBounds.height.least}
              max={noteBounds.height.most}
              step={1}
              onChange={(height) => resize({ height })}
            />
          )}
        </Prop>
        {grown && <p className="say">{t('designer.noteGrown')}</p>}
        <p className="say">
          {t('designer.position', { x: Math.round(position.x), y: Math.round(position.y) })}
        </p>
      </section>
    </>
  );
}
