import { place } from '@reglament/drawing';
import { useI18n, useToast } from '@reglament/ui';
import { useReactFlow } from '@xyflow/react';
import { useSay } from '../app/say.ts';
import { useArrange } from '../arranging/useArrange.ts';
import { middleOf } from '../canvas/middle.ts';
import { createNoteBy } from '../canvas/noteGestures.ts';
import { walkWays } from '../canvas/wayWalk.ts';
import { copyChosen, cutChosen, duplicateChosen } from '../document/clipboard.ts';
import { countWords } from '../document/countWords.ts';
import { useFrame } from '../document/frame.ts';
import { type Parted, parted, removing } from '../document/keys.ts';
import { onlyStage } from '../document/selection.ts';
import { useEditor, useEditorStore } from '../document/store.ts';
import { panelViews } from '../panel/views.ts';
import { stageRows } from '../tables/stageRows.ts';
import { useMoveStage } from '../tables/useMoveStage.ts';

export interface Command {
  readonly id: string;
  readonly label: string;
  readonly group: string;
  readonly keys?: string;
  /** It is about what is chosen, or about the sheet while nothing is: its own menu has it. */
  readonly about?: true;
  readonly run: () => void;
}

/** What the menu of the sheet has beside what every menu has. */
const sheetActs: ReadonlySet<string> = new Set(['create', 'note', 'undo', 'redo', 'fit', 'go']);
const always: ReadonlySet<string> = new Set(['layout']);

/** Every action that is possible now, for the command palette. */
export function useCommands(): readonly Command[] {
  const store = useEditorStore();
  const i18n = useI18n();
  const { t } = i18n;
  const say = useSay();
  const toast = useToast();
  const flow = useReactFlow();
  const frame = useFrame();
  const arrange = useArrange();
  const moveStage = useMoveStage();
  const selection = useEditor((editor) => editor.selection);
  const readOnly = useEditor((editor) => editor.readOnly);
  const editor = store.getState();
  const keys = selection.of === 'stages' ? selection.ids : [];
  // Only stages are arranged: a note lies where it was put.
  const { stages: ids } = parted(keys);
  const only = onlyStage(selection);
  const stage = only === undefined ? undefined : editor.regulation.stages[only];
  const ofStage = stage
    ? t('designer.commandsStage', { title: say(stage.title) })
    : t('designer.selected', { what: countWords(parted(keys), i18n) });
  const ofWay = t('designer.commandsWay');
  const ofSheet = selection.of === 'nothing';
  const view = t('designer.commandsView');
  const whole = t('designer.commandsWhole');

  const commands: Command[] = [];
  const add = (when: boolean, command: Command) => {
    const about =
      command.group === ofStage || command.group === ofWay || (ofSheet && sheetActs.has(command.id));
    if (when) commands.push(about || always.has(command.id) ? { ...command, about: true } : command);
  };
  const edits = !readOnly;
  add(edits, {
    id: 'create',
    label: t('designer.create'),
    group: whole,
    keys: 'N',
    run: () => editor.choose({ ask: 'create', at: here() }),
  });
  add(edits, {
    id: 'note',
    label: t('designer.newNote'),
    group: whole,
    keys: 'Shift N',
    run: () => void createNoteBy(store, place(editor.regulation), editor.current ?? middleOf(flow), i18n),
  });
  if (selection.of === 'way') {
    const { transition, alternative } = selection;
    add(edits, {
      id: 'insert',
      label: t('designer.insertHere'),
      group: ofWay,
      run: () => editor.choose({ ask: 'insert', transition, alternative }),
    });
    add(edits, {
      id: 'remove-way',
      label: t('designer.removeWay'),
      group: ofWay,
      keys: 'Del',
      run: () => void editor.dispatch({ do: 'removeAlternative', transition, alternative }),
    });
  }
  if (only !== undefined) {
    add(edits, {
      id: 'append',
      label: t('designer.append'),
      group: ofStage,
      keys: 'A',
      run: () => editor.choose({ ask: 'outcome', from: only, purpose: 'append' }),
    });
    add(edits, {
      id: 'connect',
      label: t('designer.connect'),
      group: ofStage,
      keys: 'C',
      run: () => editor.choose({ ask: 'outcome', from: only, purpose: 'connect' }),
    });
    for (const side of ['out', 'in'] as const)
      add(true, {
        id: `ways-${side}`,
        label: t(`designer.nextWay.${side}`),
        group: ofStage,
        keys: side === 'out' ? 'T' : 'Shift T',
        run: () => walkWays(store, side, i18n, say),
      });
    add(edits, {
      id: 'replace',
      label: t('designer.replaceKind'),
      group: ofStage,
      keys: 'R',
      run: () => editor.choose({ ask: 'replace', stage: only }),
    });
  }
  if (only !== undefined)
    for (const [id, by, keys] of [
      ['up', -1, 'Alt ↑'],
      ['down', 1, 'Alt ↓'],
    ] as const)
      add(edits, {
        id: `order-${id}`,
        label: t(`designer.order.${id}`),
        group: ofStage,
        keys,
        run: () => void moveStage(stageRows(editor.regulation), only, by),
      });
  if (keys.length > 0) {
    const sayCopied = (copied: Parted) =>
      toast({ text: t('designer.copied', { what: countWords(copied, i18n) }) });
    add(edits, {
      id: 'duplicate',
      label: t('designer.duplicate'),
      group: ofStage,
      keys: 'Ctrl D',
      run: () => duplicateChosen(store, keys),
    });
    add(true, {
      id: 'copy',
      label: t('designer.copy'),
      group: ofStage,
      keys: 'Ctrl C',
      run: () => void copyChosen(store, keys).then(sayCopied),
    });
    add(edits, {
      id: 'cut',
      label: t('designer.cut'),
      group: ofStage,
      keys: 'Ctrl X',
      run: () => void cutChosen(store, keys).then(sayCopied),
    });
    add(edits, {
      id: 'remove',
      label: t('designer.remove'),
      group: ofStage,
      keys: 'Del',
      run: () => void editor.dispatchAll(removing(keys)),
    });
    for (const side of ['left', 'center', 'right', 'top', 'middle', 'bottom'] as const)
      add(edits && ids.length > 1, {
        id: `align-${side}`,
        label: t(`designer.align.${side}`),
        group: ofStage,
        run: () => arrange.align(ids, side),
      });
    for (const axis of ['x', 'y'] as const)
      add(edits && ids.length > 2, {
        id: `distribute-${axis}`,
        label: t(`designer.distribute.${axis}`),
        group: ofStage,
        run: () => arrange.distribute(ids, axis),
      });
    add(edits && ids.length > 1, {
      id: 'layout-chosen',
      label: t('designer.layoutChosen'),
      group: ofStage,
      run: () => void arrange.layout(ids),
    });
    for (const axis of ['x', 'y'] as const)
      add(edits && ids.length > 0, {
        id: `room-${axis}`,
        label: t(`designer.makeRoom.${axis}`),
        group: ofStage,
        run: () => arrange.makeRoom(ids, axis),
      });
  }
  add(edits, {
    id: 'layout',
    label: t('designer.layout'),
    group: whole,
    run: () => void arrange.layout(null),
  });
  add(edits && editor.history.at > 0, {
    id: 'undo',
    label: t('designer.undo'),
    group: whole,
    keys: 'Ctrl Z',
    run: editor.undo,
  });
  add(edits, { id: 'redo', label: t('designer.redo'), group: whole, keys: 'Ctrl Y', run: editor.redo });
  add(true, {
    id: 'go',
    label: t('designer.chooseGo'),
    group: view,
    keys: '/',
    run: () => editor.choose({ ask: 'go' }),
  });
  add(true, {
    id: 'fit',
    label: t('designer.fit'),
    group: view,
    keys: '1',
    run: editor.fit,
  });
  add(true, {
    id: 'actual',
    label: t('designer.actualSize'),
    group: view,
    keys: '0',
    run: () => void flow.zoomTo(1),
  });
  add(true, { id: 'projector', label: t('designer.projector'), group: view, run: frame.toggleProjector });
  for (const { id, title } of panelViews)
    add(true, { id: `panel-${id}`, label: t(title), group: view, run: () => editor.showPanel(id) });
  for (const part of ['problems', 'table', 'outline'] as const)
    add(true, {
      id: part,
      label: t(part === 'problems' ? 'designer.problems' : `designer.drawer.${part}`),
      group: view,
      run: () => frame.toggleDrawer(part),
    });
  add(edits, { id: 'publish', label: t('designer.publish'), group: whole, run: frame.publish });
  return commands;

  /** Where the sheet was pressed, else the middle of what is seen. */
  function here() {
    const { chooser } = editor;
    return chooser?.ask === 'act' ? flow.screenToFlowPosition(chooser.at) : middleOf(flow);
  }
}
