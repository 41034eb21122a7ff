import type { Placement } from '@reglament/drawing';
import { boundsWithNotes } from '@reglament/drawing';
import type { Operation } from '@reglament/editing';
import { useI18n, useToast } from '@reglament/ui';
import { useReactFlow } from '@xyflow/react';
import { type KeyboardEvent, useCallback } from 'react';
import { flushSync } from 'react-dom';
import { useSay } from '../app/say.ts';
import { copyChosen, cutChosen, duplicateChosen, pasteText } from '../document/clipboard.ts';
import { countWords } from '../document/countWords.ts';
import { allKeys, noteAt, noteIdOf, type Parted, removing } from '../document/keys.ts';
import { noteTitle } from '../document/noteTitle.ts';
import { nothing, stages } from '../document/selection.ts';
import { useEditorStore } from '../document/store.ts';
import { middleOf } from './middle.ts';
import { createNoteBy, nudgedNotes } from './noteGestures.ts';
import { sentenceOf } from './sentence.ts';
import { stepFrom } from './walk.ts';
import { farEnd, walkWays } from './wayWalk.ts';

const arrows: Readonly<Record<string, 'left' | 'right' | 'up' | 'down'>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** Keys of the canvas, by physical key, only while it has the focus: the Russian layout changes nothing. */
export function useCanvasKeys(placement: Placement): (event: KeyboardEvent) => void {
  const store = useEditorStore();
  const i18n = useI18n();
  const say = useSay();
  const toast = useToast();
  const flow = useReactFlow();

  return useCallback(
    (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.target !== event.currentTarget) return;
      const editor = store.getState();
      const { current, regulation, selection, readOnly } = editor;
      const ctrl = event.ctrlKey || event.metaKey;
      const chosen = selection.of === 'stages' ? selection.ids : current === null ? [] : [current];
      const stage = current !== null && noteIdOf(current) === undefined ? current : null;
      const done = () => event.preventDefault();
      const way = arrows[event.key];

      if (way && event.altKey && chosen.length > 0 && !readOnly) {
        done();
        nudge(way, event.shiftKey ? 40 : 8);
      } else if (way && !ctrl && !event.altKey) {
        done();
        const next = stepFrom(regulation, placement, current, way);
        if (next !== null)
          editor.select(stages(...(event.shiftKey ? [...new Set([...chosen, next])] : [next])));
      } else if (ctrl && event.code === 'KeyZ') {
        done();
        if (event.shiftKey) editor.redo();
        else editor.undo();
      } else if (ctrl && event.code === 'KeyY') {
        done();
        editor.redo();
      } else if (ctrl && event.code === 'KeyA') {
        done();
        editor.select(stages(...allKeys(regulation)));
      } else if (ctrl && event.code === 'KeyC' && chosen.length > 0) {
        done();
        void copyChosen(store, chosen).then(sayCopied);
      } else if (ctrl && event.code === 'KeyX' && chosen.length > 0 && !readOnly) {
        done();
        void cutChosen(store, chosen).then(sayCopied);
      } else if (ctrl && event.code === 'KeyV' && !readOnly) {
        done();
        void pasteText(store, placement).then((result) => {
          if (!result.ok) toast({ text: i18n.t(`designer.paste.${result.code}`, result.params) });
        });
      } else if (ctrl && event.code === 'KeyD' && chosen.length > 0 && !readOnly) {
        done();
        duplicateChosen(store, chosen);
      } else if (ctrl && event.code === 'KeyK') {
        done();
        editor.choose({ ask: 'command' });
      } else if (ctrl || event.altKey) {
        return;
      } else if ((event.code === 'Delete' || event.code === 'Backspace') && !readOnly) {
        done();
        removeChosen();
      } else if (event.code === 'KeyT' && stage !== null) {
        done();
        walkWays(store, event.shiftKey ? 'in' : 'out', i18n, say);
      } else if (event.code === 'Enter' && selection.of === 'way') {
        done();
        const target = farEnd(regulation, selection, current);
        if (target !== undefined) stand(target);
      } else if (event.code === 'Escape' && selection.of === 'way' && current !== null) {
        done();
        stand(current);
      } else if (event.code === 'F2' && current !== null && noteAt(regulation, current) && !readOnly) {
        done();
        editor.write(noteIdOf(current) ?? null);
      } else if (event.code === 'Enter' || event.code === 'F2') {
        done();
        // Another view may have been open. What is typed next belongs to the field already: no frame may lie between.
        flushSync(() => editor.showPanel('properties'));
        const field = document.querySelector<HTMLElement>('.insp [data-first]');
        field?.focus();
        if (field instanceof HTMLInputElement) field.select();
      } else if (event.code === 'KeyC' && stage !== null && !readOnly) {
        done();
        editor.choose({ ask: 'outcome', from: stage, purpose: 'connect' });
      } else if (event.code === 'KeyA' && stage !== null && !readOnly) {
        done();
        editor.choose({ ask: 'outcome', from: stage, purpose: 'append' });
      } else if (event.code === 'KeyN' && event.shiftKey && !readOnly) {
        done();
        createNoteBy(store, placement, current, i18n);
      } else if (event.code === 'KeyN' && !readOnly) {
        done();
        const bounds = boundsWithNotes(regulation, placement.bounds);
        // The first stage stands where one looks, the next ones under the whole drawing.
        const at =
          bounds.width === 0 ? middleOf(flow) : { x: bounds.x + 92, y: bounds.y + bounds.height + 100 };
        editor.choose({ ask: 'create', at });
      } else if (event.code === 'KeyR' && stage !== null && !readOnly) {
        done();
        editor.choose({ ask: 'replace', stage });
      } else if (event.key === '?') {
        done();
        editor.choose({ ask: 'command' });
      } else if (event.code === 'Slash' || event.code === 'KeyG') {
        done();
        editor.choose({ ask: 'go' });
      } else if (event.code === 'Digit1') {
        done();
        editor.fit();
      } else if (event.code === 'Digit0') {
        done();
        void flow.zoomTo(1);
      } else if (event.code === 'Equal' || event.code === 'NumpadAdd') {
        done();
        void flow.zoomIn();
      } else if (event.code === 'Minus' || event.code === 'NumpadSubtract') {
        done();
        void flow.zoomOut();
      } else if (event.code === 'Escape') {
        if (selection.of !== 'nothing') done();
        editor.select(nothing);
      }

      /** Chooses what the keyboard comes back to, and says it also when it never left. */
      function stand(key: string) {
        editor.select(stages(key));
        if (key === current) editor.say(sentenceOf(regulation, key, i18n, say));
      }
      function sayCopied(copied: Parted) {
        toast({ text: i18n.t('designer.copied', { what: countWords(copied, i18n) }) });
      }
      function nudge(direction: 'left' | 'right' | 'up' | 'down', by: number) {
        const dx = direction === 'left' ? -by : direction === 'right' ? by : 0;
        const dy = direction === 'up' ? -by : direction === 'down' ? by : 0;
        const moves = chosen.flatMap((id) => {
          const stage = regulation.stages[id];
          const box = placement.boxes.get(id);
          if (!stage || !box || (stage.parent && chosen.includes(stage.parent.block))) return [];
          const lane = stage.parent
            ? placement.lanes.get(stage.parent.block)?.find(({ branch }) => branch === stage.parent?.branch)
            : undefined;
          const at = { x: box.x - (lane?.contentX ?? 0), y: box.y - (lane?.contentY ?? 0) };
          return [{ id, position: { x: at.x + dx, y: at.y + dy } }];
        });
        const notes = nudgedNotes(regulation, chosen, { x: dx, y: dy });
        const operations: readonly Operation[] = [
          { do: 'moveNotes', moves: notes },
          { do: 'moveStages', moves },
        ];
        store.getState().dispatchAll(operations, { merge: `nudge ${chosen.join(' ')}` });
      }
      function removeChosen() {
        if (selection.of === 'way') {
          const { transition, alternative } = selection;
          editor.dispatch(
            { do: 'removeAlternative', transition, alternative },
            current === null ? {} : { select: stages(current) },
          );
          editor.say(i18n.t('designer.wayRemoved'));
        } else if (selection.of === 'branch') {
          editor.dispatch({ do: 'removeBranch', block: selection.block, branch: selection.branch });
        } else if (chosen.length > 0) {
          const titles = chosen.map((key) => {
            const note = noteAt(regulation, key);
            if (note) return noteTitle(say(note.text));
            return regulation.stages[key] ? say(regulation.stages[key].title) : key;
          });
          if (editor.dispatchAll(removing(chosen)))
            editor.say(i18n.t('designer.stagesRemoved', { titles: titles.join(', ') }));
        }
      }
    },
    [flow, i18n, placement, say, store, toast],
  );
}
