import { type Slug, stageOf } from '@reglament/regulation';
import { useI18n } from '@reglament/ui';
import { useSay } from '../app/say.ts';
import { useEditorStore } from '../document/store.ts';
import { reordered } from './stageOrder.ts';

/**
 * `move(lines, id, by)`: puts a stage one place up or down among the lines it is listed with: one entry of undo, said with
 * its place. Returns whether it went.
 */
export function useMoveStage(): (lines: Parameters<typeof reordered>[1], id: Slug, by: -1 | 1) => boolean {
  const { t } = useI18n();
  const say = useSay();
  const store = useEditorStore();
  return (lines, id, by) => {
    const editor = store.getState();
    const stage = stageOf(editor.regulation, id);
    if (!stage || editor.readOnly) return false;
    const title = say(stage.title);
    const next = reordered(editor.regulation.stageOrder, lines, id, by);
    if (!next) {
      editor.say(t(by < 0 ? 'designer.tbl.isFirst' : 'designer.tbl.isLast', { title }));
      return false;
    }
    if (!editor.dispatch({ do: 'reorderStages', order: next.order })) return false;
    editor.say(t('designer.tbl.moved', { title, place: next.place, among: next.among }));
    return true;
  };
}
