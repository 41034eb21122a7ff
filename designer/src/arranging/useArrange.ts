import type { Placement } from '@reglament/drawing';
import { noteBoxes, place, settleNotes } from '@reglament/drawing';
import { align, distribute, edit, makeRoom, type Operation } from '@reglament/editing';
import { type Regulation, type Slug, stageOf } from '@reglament/regulation';
import { useI18n, useToast } from '@reglament/ui';
import type { ElkNode } from 'elkjs/lib/elk-api.js';
import { useMemo } from 'react';
import { useEditorStore } from '../document/store.ts';
import { elkGraphOf, movesOf, scopesOf } from './layout.ts';

let worker: Worker | null = null;
let asked = 0;

/** Lays out one graph in the worker, which is fetched when it is first wanted. */
function layOut(graph: ElkNode): Promise<ElkNode> {
  worker ??= new Worker(new URL('./elk.worker.ts', import.meta.url), { type: 'module' });
  const mine = worker;
  asked += 1;
  const ask = asked;
  return new Promise((resolve, reject) => {
    const heard = ({ data }: MessageEvent<{ ask: number; graph?: ElkNode; error?: string }>) => {
      if (data.ask !== ask) return;
      mine.removeEventListener('message', heard);
      if (data.graph) resolve(data.graph);
      else reject(new Error(data.error));
    };
    mine.addEventListener('message', heard);
    mine.postMessage({ ask, graph });
  });
}

/** Notes go where their stages went, and out of the way of others. */
function notesAfter(regulation: Regulation, operations: readonly Operation[]): readonly Operation[] {
  if (regulation.notes === undefined) return [];
  const after = operations.reduce((now, operation) => {
    const done = edit(now, operation);
    return done.ok ? done.next : now;
  }, regulation);
  const settled = settleNotes(noteBoxes(regulation), place(regulation), place(after));
  return [{ do: 'moveNotes', moves: [...settled].map(([id, position]) => ({ id, position })) }];
}

export type Side = 'left' | 'center' | 'right' | 'top' | 'middle' | 'bottom';

/** Arranging gestures: each is one entry of undo. */
export function useArrange() {
  const store = useEditorStore();
  const toast = useToast();
  const { t } = useI18n();
  return useMemo(() => {
    const boxesOf = (ids: readonly Slug[], placement: Placement) => {
      const { regulation } = store.getState();
      return ids.flatMap((id) => {
        const box = placement.boxes.get(id);
        const home = stageOf(regulation, id)?.parent;
        const lane = home && placement.lanes.get(home.block)?.find(({ branch }) => branch === home.branch);
        // Counted as the document keeps it: inside a branch from its lane.
        return box
          ? [{ ...box, id, x: box.x - (lane?.contentX ?? 0), y: box.y - (lane?.contentY ?? 0) }]
          : [];
      });
    };
    return {
      align(ids: readonly Slug[], side: Side) {
        store.getState().dispatch(align(boxesOf(ids, place(store.getState().regulation)), side));
      },
      distribute(ids: readonly Slug[], axis: 'x' | 'y') {
        store.getState().dispatch(distribute(boxesOf(ids, place(store.getState().regulation)), axis));
      },
      /** Pushes what lies right of or below the first chosen stage away, so that there is room for another. */
      makeRoom(ids: readonly Slug[], axis: 'x' | 'y') {
        const { regulation } = store.getState();
        const placement = place(regulation);
        const home = ids[0] === undefined ? undefined : stageOf(regulation, ids[0])?.parent;
        const scope = regulation.stageOrder.filter((id) => {
          const parent = stageOf(regulation, id)?.parent;
          return parent?.block === home?.block && parent?.branch === home?.branch;
        });
        const from = boxesOf(ids, placement).at(0)?.[axis];
        if (from === undefined) return;
        const by = axis === 'x' ? 256 : 136;
        const moved = makeRoom(
          Object.fromEntries(boxesOf(scope, placement).map(({ id, x, y }) => [id, { x, y }])),
          { axis, from: from + 1, by },
        );
        // Notes lie on the sheet: they make room with what lies outside blocks.
        const notes = Object.entries(home ? {} : (regulation.notes ?? {})).flatMap(([id, { position }]) =>
          position[axis] > from ? [{ id, position: { ...position, [axis]: position[axis] + by } }] : [],
        );
        store.getState().dispatchAll([{ do: 'moveNotes', moves: notes }, moved]);
      },
      /** Lays out all stages, or the chosen ones, in a worker; nothing is lost and hand-made places come back by undo. */
      async layout(ids: readonly Slug[] | null) {
        const { regulation } = store.getState();
        try {
          // Branches first: a block is as big as what it holds.
          const scopes = [...scopesOf(regulation, ids)].sort(
            (a, b) => Number(b.home !== undefined) - Number(a.home !== undefined),
          );
          const operations = [];
          let placement = place(regulation);
          for (const scope of scopes) {
            const graph = await layOut(elkGraphOf(regulation, placement, scope));
            const boxes = boxesOf(scope.ids, placement);
            const origin =
              ids === null
                ? { x: 0, y: 0 }
                : { x: Math.min(...boxes.map(({ x }) => x)), y: Math.min(...boxes.map(({ y }) => y)) };
            operations.push({ do: 'moveStages' as const, moves: movesOf(scope, graph, origin) });
            placement = place(regulation);
          }
          if (store.getState().regulation !== regulation) return;
          store.getState().dispatchAll([...notesAfter(regulation, operations), ...operations]);
        } catch {
          toast({ text: t('designer.layoutFailed') });
        }
      },
    };
  }, [store, t, toast]);
}
