import { noteBox, noteLines, noteOutline } from '@reglament/drawing';
import { noteBounds } from '@reglament/regulation';
import { useI18n } from '@reglament/ui';
import { type NodeProps, NodeResizer } from '@xyflow/react';
import { memo, useContext, useEffect, useRef } from 'react';
import { useSay } from '../app/say.ts';
import { noteAt, noteIdOf, noteKey } from '../document/keys.ts';
import { isChosen } from '../document/selection.ts';
import { useEditor, useEditorStore } from '../document/store.ts';
import { reworded } from '../inspector/firstWords.ts';
import { focusCanvas } from './focusCanvas.ts';
import { sizedNote } from './noteGestures.ts';
import type { StageNodeType } from './scene.ts';
import { sentenceOf } from './sentence.ts';
import { IdPrefix, nodeId } from './stageNode.tsx';

/** A note on the canvas: a sheet with its words, which are written in place; a chosen one is sized by its corners. */
export const NoteNode = memo(function NoteNode({ id, width = 0, height = 0 }: NodeProps<StageNodeType>) {
  const i18n = useI18n();
  const say = useSay();
  const store = useEditorStore();
  const note = useEditor(({ regulation }) => noteAt(regulation, id));
  const chosen = useEditor(({ selection }) => isChosen(selection, id));
  const current = useEditor((editor) => editor.current === id);
  const readOnly = useEditor((editor) => editor.readOnly);
  const writing = useEditor((editor) => editor.writing !== null && editor.writing === noteIdOf(id));
  const prefix = useContext(IdPrefix);
  if (!note) return null;
  const own = noteIdOf(id) ?? '';
  const { outline, ear } = noteOutline(width, height);
  const ring = noteOutline(width + 12, height + 12).outline;
  const names = ['node', 'note', chosen && 'is-selected', current && 'is-focus'];
  const lowest = noteBox({ ...note, size: { width, height: noteBounds.height.least } }).height;
  return (
    <>
      {chosen && !readOnly && !writing && (
        <NodeResizer
          nodeId={id}
          minWidth={noteBounds.width.least}
          maxWidth={noteBounds.width.most}
          minHeight={lowest}
          maxHeight={Math.max(lowest, noteBounds.height.most)}
          handleClassName="note-grip"
          lineClassName="note-edge"
          onResizeEnd={(_, box) => {
            store.getState().dispatch({ do: 'setNote', id: own, ...sizedNote(box) });
          }}
        />
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: a node is no field set */}
      <div
        id={prefix + nodeId(id)}
        role="group"
        aria-label={sentenceOf(store.getState().regulation, id, i18n, say)}
        className={names.filter(Boolean).join(' ')}
        data-kind="note"
        style={{ width, height }}
        onDoubleClick={(event) => {
          event.stopPropagation();
          store.getState().write(own);
        }}
      >
        <svg className="node-shape" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
          <path className="halo" d={outline} />
          <path className="body" d={outline} />
          <path className="line" d={outline} />
          <path className="line" d={ear} />
          <path className="ring" d={ring} transform="translate(-6 -6)" />
        </svg>
        {writing ? (
          <Writing id={own} />
        ) : (
          <p className="note-words">
            {noteLines(say(note.text), width).map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line has nothing of its own but its place
              <span key={index}>{line}</span>
            ))}
          </p>
        )}
      </div>
    </>
  );
});

/** The words of a note while they are written: leaving the field takes them, Escape leaves them as they were. */
function Writing({ id }: { id: string }) {
  const i18n = useI18n();
  const { t } = i18n;
  const say = useSay();
  const store = useEditorStore();
  const field = useRef<HTMLTextAreaElement>(null);
  const over = useRef(false);
  useEffect(() => {
    // The drawing is moved by its own means; a browser that scrolls it would shift it for good.
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, []);
  const finish = (words: string | null) => {
    if (over.current) return;
    over.current = true;
    const { regulation, dispatch, write } = store.getState();
    const text = regulation.notes?.[id]?.text;
    write(null);
    if (text && words !== null && words.trim() !== '' && words.trim() !== say(text))
      dispatch({ do: 'setNote', id, text: reworded(text, words.trim(), i18n) });
  };
  const text = store.getState().regulation.notes?.[id]?.text;
  return (
    <textarea
      ref={field}
      className="note-field nodrag nopan nowheel"
      aria-label={t('designer.noteText')}
      aria-description={t('designer.noteKeys')}
      defaultValue={text ? say(text) : ''}
      maxLength={noteBounds.characters}
      onDoubleClick={(event) => event.stopPropagation()}
      onBlur={(event) => finish(event.target.value)}
      onKeyDown={(event) => {
        event.stopPropagation();
        const done = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
        if (event.key !== 'Escape' && !done) return;
        event.preventDefault();
        finish(done ? event.currentTarget.value : null);
        focusCanvas();
        const { regulation, say: announce } = store.getState();
        announce(sentenceOf(regulation, noteKey(id), i18n, say));
      }}
    />
  );
}
