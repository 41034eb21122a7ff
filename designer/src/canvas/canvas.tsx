import { type Box, boundsWithNotes, type Size } from '@reglament/drawing';
import { type Slug, type StageKind, stageKinds } from '@reglament/regulation';
import { useI18n } from '@reglament/ui';
import {
  applyNodeChanges,
  ConnectionMode,
  type NodeChange,
  type OnConnectEnd,
  type OnMove,
  type OnNodeDrag,
  ReactFlow,
  type SelectionDragHandler,
  SelectionMode,
  useReactFlow,
} from '@xyflow/react';
import {
  type DragEvent,
  type MouseEvent,
  memo,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useSay } from '../app/say.ts';
import { nothing, stages } from '../document/selection.ts';
import { useEditor, useEditorStore } from '../document/store.ts';
import { useProblems } from '../problems/problems.ts';
import { DraggedContext } from './dragged.ts';
import { createStageAt, insertDragged, insertStage, isFree, movedStages } from './gestures.ts';
import { intoView } from './intoView.ts';
import { LodProvider, lodAt } from './lod.ts';
import { createNoteAt, movedNotes } from './noteGestures.ts';
import { NoteNode } from './noteNode.tsx';
import { useNoteNodes } from './noteNodes.ts';
import { openingView, wholeIn } from './opening.ts';
import { Overview } from './overview.tsx';
import { manyStages, type StageNodeType, startId, useScene, type WayEdgeType } from './scene.ts';
import { PlacementProvider } from './sceneContext.ts';
import { sentenceOf } from './sentence.ts';
import { BlockNode, nodeId, StageNode, StartNode } from './stageNode.tsx';
import { useCanvasKeys } from './useCanvasKeys.ts';
import { useKnownSizes } from './useKnownSizes.ts';
import { boxesByKey } from './walk.ts';
import { WayEdge } from './wayEdge.tsx';
import { wayUnder } from './wayUnder.ts';
import './canvas.css';

const nodeTypes = { stage: StageNode, block: BlockNode, start: StartNode, note: NoteNode };
const edgeTypes = { way: WayEdge };
/** What the palette puts on a drag: the kind of a stage, or a note. Over the drawing only these names can be read. */
export const kindData = 'application/x-reglament-kind';
export const noteData = 'application/x-reglament-note';
/** How near to a line the pointer of a drag is: nearer than a stage that covers it. */
const pointed = { width: 24, height: 24 };
const nobody: ReadonlySet<string> = new Set();

/** The drawing, edited by mouse, touch and keyboard. One tab stop; where the keyboard stands is its own current stage. */
export const Canvas = memo(function Canvas({ label }: { label: string }) {
  const room = useRef<HTMLElement>(null);
  const [size, setSize] = useState<Size | null>(null);
  // Its size first: what fits into it is drawn once, and nothing that is out of sight.
  useLayoutEffect(() => {
    if (room.current) setSize(sizeIn(room.current));
  }, []);
  return (
    <main className="canvas" ref={room}>
      {size && <Drawing label={label} size={size} />}
    </main>
  );
});

const drawnOf = (edges: readonly WayEdgeType[]) => edges.flatMap(({ data }) => data?.drawn ?? []);
const sizeIn = ({ clientWidth, clientHeight }: HTMLElement): Size => ({
  width: clientWidth,
  height: clientHeight,
});

function Drawing({ label, size }: { label: string; size: Size }) {
  useKnownSizes();
  const i18n = useI18n();
  const say = useSay();
  const store = useEditorStore();
  const flow = useReactFlow<StageNodeType, WayEdgeType>();
  const regulation = useEditor((editor) => editor.regulation);
  const readOnly = useEditor((editor) => editor.readOnly);
  const selection = useEditor((editor) => editor.selection);
  const current = useEditor((editor) => editor.current);
  const wished = useEditor((editor) => editor.wished);
  const said = useEditor((editor) => editor.said);
  const problems = useProblems();
  const scene = useScene(regulation, i18n);
  const notes = useNoteNodes(regulation);
  const shown = useMemo(() => [...notes, ...scene.nodes], [notes, scene.nodes]);
  const whole = useMemo(() => boundsWithNotes(regulation, scene.bounds), [regulation, scene.bounds]);
  const chosenIds = selection.of === 'stages' ? selection.ids : none;
  const [nodes, setNodes] = useState(() => mergeNodes([], shown, new Set(chosenIds)));
  const [dragged, setDragged] = useState(nobody);
  const [first] = useState(() => openingView(whole, scene.placement.start, size));
  const [lod, setLod] = useState(() => lodAt(first.zoom));
  const box = useRef<HTMLDivElement>(null);

  // Keys work from the first moment, unless somebody is elsewhere already.
  useEffect(() => {
    if (document.activeElement === document.body) box.current?.focus({ preventScroll: true });
  }, []);

  // What the document says replaces what is shown; a node that did not change stays the same object, selection included.
  useEffect(() => {
    setNodes((before) => mergeNodes(before, shown, new Set(chosenIds)));
  }, [shown, chosenIds]);

  // What a gesture chooses goes into the document's selection; what is chosen elsewhere only comes back from there. Were
  // every change of selection written back, two of them right after each other would chase one another for ever.
  const onNodesChange = useCallback(
    (changes: NodeChange<StageNodeType>[]) => {
      setNodes((before) => applyNodeChanges(changes, before));
      const picked = changes.filter((change) => change.type === 'select');
      if (picked.length === 0) return;
      const { selection: kept } = store.getState();
      const before = kept.of === 'stages' ? kept.ids : none;
      const ids = new Set(before);
      for (const { id, selected: on } of picked) {
        if (on) ids.add(id);
        else ids.delete(id);
      }
      // Nothing chosen on the canvas may still be a way or a branch in the inspector.
      if (ids.size === 0 && kept.of !== 'stages') return;
      if (ids.size !== before.length || before.some((id) => !ids.has(id)))
        store.getState().select(stages(...ids));
    },
    [store],
  );

  // Read when something is wished or the keyboard moves, not when the document changes.
  const placement = useRef(scene.placement);
  placement.current = scene.placement;
  const bounds = useRef(whole);
  bounds.current = whole;
  // The keyboard's stage is brought before the eyes before anything is said of it.
  useEffect(() => {
    if (current === null || !box.current?.contains(document.activeElement)) return;
    const at = boxesByKey(store.getState().regulation, placement.current).get(current);
    if (!at) return;
    const before = flow.getViewport();
    const next = intoView(before, sizeIn(box.current), at);
    if (next !== before) void flow.setViewport(next);
    store.getState().say(sentenceOf(store.getState().regulation, current, i18n, say));
  }, [current, store, flow, say, i18n]);
  useEffect(() => {
    if (!wished) return;
    if (wished.stage === 'everything') {
      if (box.current) void flow.setViewport(wholeIn(bounds.current, sizeIn(box.current)));
      return;
    }
    const { regulation: now } = store.getState();
    const at = boxesByKey(now, placement.current).get(wished.stage);
    if (!at || !box.current) return;
    if (wished.barely) {
      const { start } = placement.current;
      const whole = now.start === wished.stage && start ? around(start, at) : at;
      const next = intoView(flow.getViewport(), sizeIn(box.current), whole);
      void flow.setViewport(next, { duration: calm() ? 0 : 200 });
    } else
      void flow.setCenter(at.x + at.width / 2, at.y + at.height / 2, {
        zoom: Math.max(flow.getZoom(), 0.8),
        duration: calm() ? 0 : 200,
      });
  }, [wished, flow, store]);

  // Whatever is another function at each render is told to every node and line of React Flow, at each move of a drag.
  const startDrag = useCallback(
    (moved: readonly StageNodeType[]) => setDragged(withChildren(moved, scene.nodes)),
    [scene.nodes],
  );
  const onNodeDragStart = useCallback<OnNodeDrag<StageNodeType>>(
    (_, __, moved) => startDrag(moved),
    [startDrag],
  );
  const onSelectionDragStart = useCallback<SelectionDragHandler<StageNodeType>>(
    (_, moved) => startDrag(moved),
    [startDrag],
  );
  const onNodeDrag = useCallback<OnNodeDrag<StageNodeType>>(
    (_, __, moved) => {
      const [held] = moved;
      const { regulation, holdOver } = store.getState();
      if (!held || moved.length > 1 || !isFree(regulation, held.id)) return;
      // What React Flow knows of the stage itself is one move behind.
      const { x, y } = flow.getInternalNode(held.parentId ?? '')?.internals.positionAbsolute ?? {
        x: 0,
        y: 0,
      };
      const middle = {
        x: x + held.position.x + (held.width ?? 0) / 2,
        y: y + held.position.y + (held.height ?? 0) / 2,
      };
      holdOver(wayUnder(drawnOf(scene.edges), middle) ?? null);
    },
    [flow, scene.edges, store],
  );
  const onPaneClick = useCallback(() => store.getState().select({ of: 'nothing' }), [store]);
  const onMove = useCallback<OnMove>((_, { zoom }) => setLod(lodAt(zoom)), []);
  const endDrag = useCallback(
    (moved: readonly StageNodeType[]) => {
      setDragged(nobody);
      const { regulation, dispatchAll, over } = store.getState();
      const held = moved[0];
      store.getState().holdOver(null);
      if (over && held) {
        const at = flow.getInternalNode(held.id)?.internals.positionAbsolute ?? held.position;
        if (insertDragged(store, scene.placement, over, held.id, at)) return;
      }
      const ofStages = movedStages(regulation, scene.placement, moved, flow);
      const ofNotes = movedNotes(regulation, moved);
      const operations = [
        ...(ofNotes.length > 0 ? [{ do: 'moveNotes', moves: ofNotes } as const] : []),
        ...(ofStages ? [ofStages] : []),
      ];
      if (operations.length > 0 && dispatchAll(operations)) return;
      // Refused or not moved at all: back to where the document has it.
      setNodes((before) =>
        mergeNodes(before, shown, new Set(before.filter((node) => node.selected).map(({ id }) => id))),
      );
    },
    [flow, scene, shown, store],
  );
  const onNodeDragStop = useCallback<OnNodeDrag<StageNodeType>>((_, __, moved) => endDrag(moved), [endDrag]);
  const onSelectionDragStop = useCallback<SelectionDragHandler<StageNodeType>>(
    (_, moved) => endDrag(moved),
    [endDrag],
  );
  const onConnectEnd: OnConnectEnd = useCallback(
    (event, state) => {
      const from = state.fromNode?.id;
      if (!from || from === startId || store.getState().readOnly) return;
      const point = 'changedTouches' in event ? event.changedTouches[0] : event;
      // React Flow knows only the handles; a stage is met anywhere on it.
      const to = state.toNode?.id ?? (point && stageUnder(point));
      if (to !== undefined && to !== startId && to !== from) {
        store.getState().choose({ ask: 'outcome', from, purpose: 'connect', to });
        return;
      }
      if (to !== undefined || !movedFar(state) || !point) return;
      const at = flow.screenToFlowPosition({ x: point.clientX, y: point.clientY });
      store.getState().choose({ ask: 'outcome', from, purpose: 'append', at });
    },
    [flow, store],
  );
  const onDoubleClick = (event: MouseEvent) => {
    if (readOnly || !(event.target as Element).closest('.react-flow__pane, .node[data-kind=parallel]'))
      return;
    store.getState().choose({
      ask: 'create',
      at: flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }),
    });
  };
  const onContextMenu = (event: MouseEvent) => {
    event.preventDefault();
    const target = event.target as Element;
    const editor = store.getState();
    // From the keyboard it comes to the drawing itself, and is about what is chosen.
    if (target === event.currentTarget) {
      const at = (editor.current === null ? null : document.getElementById(nodeId(editor.current))) ?? target;
      const { left, top, width, height } = at.getBoundingClientRect();
      editor.choose({ ask: 'act', at: { x: left + width / 2, y: top + height / 2 } });
      return;
    }
    const key = target.closest('.react-flow__node')?.getAttribute('data-id');
    const { transition, alternative } = target.closest<SVGGElement>('[data-transition]')?.dataset ?? {};
    const { selection: before } = editor;
    if (transition !== undefined && alternative !== undefined)
      editor.select({ of: 'way', transition, alternative });
    else if (!key || key === startId) editor.select(nothing);
    else if (before.of !== 'stages' || !before.ids.includes(key)) editor.select(stages(key));
    editor.choose({ ask: 'act', at: { x: event.clientX, y: event.clientY } });
  };
  const onDragOver = (event: DragEvent) => {
    const { types } = event.dataTransfer;
    if (types.includes(noteData)) event.preventDefault();
    if (readOnly || !types.includes(kindData)) return;
    event.preventDefault();
    const at = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
    store.getState().holdOver(wayUnder(drawnOf(scene.edges), at, pointed) ?? null);
  };
  const onDrop = (event: DragEvent) => {
    const kind = event.dataTransfer.getData(kindData) as StageKind;
    const isNote = event.dataTransfer.types.includes(noteData);
    if (readOnly || (!isNote && !stageKinds.includes(kind))) return;
    event.preventDefault();
    const at = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
    if (isNote) {
      createNoteAt(store, at);
      return;
    }
    const way = wayUnder(drawnOf(scene.edges), at, pointed);
    store.getState().holdOver(null);
    if (way) insertStage(store, scene.placement, kind, way, i18n);
    else createStageAt(store, scene.placement, kind, at, i18n);
    box.current?.focus();
  };
  const onKeyDown = useCanvasKeys(scene.placement);
  const errors = useMemo(
    () =>
      new Set(
        problems.flatMap(({ severity, element }) =>
          severity === 'error' && element?.stage ? [element.stage] : [],
        ),
      ),
    [problems],
  );

  return (
    <PlacementProvider value={scene.placement}>
      <DraggedContext value={dragged.size > 0 ? dragged : scene.loose}>
        <LodProvider value={lod}>
          <div className={`canvas-room lod-${lod}`}>
            <p id="canvas-keys" hidden>
              {i18n.t('designer.canvasKeys')}
            </p>
            <div className="visually-hidden" role="status">
              {said}
            </div>
            {regulation.stageOrder.length === 0 && (
              <div className="canvas-empty">
                <p>{i18n.t('designer.emptyDrawing')}</p>
                <p className="soft">{i18n.t('designer.emptyHint')}</p>
              </div>
            )}
            <ReactFlow<StageNodeType, WayEdgeType>
              ref={box}
              aria-label={label}
              aria-roledescription={i18n.t('designer.canvas')}
              aria-describedby="canvas-keys"
              {...(current !== null && { 'aria-activedescendant': nodeId(current) })}
              tabIndex={0}
              onKeyDown={onKeyDown}
              onDoubleClick={onDoubleClick}
              onContextMenu={onContextMenu}
              onDragOver={onDragOver}
              onDragLeave={() => store.getState().holdOver(null)}
              onDrop={onDrop}
              nodes={nodes}
              edges={scene.edges as WayEdgeType[]}
              nodeTypes={nodeTypes}
              edgeTypes={edgeTypes}
              onNodesChange={onNodesChange}
              onNodeDragStart={onNodeDragStart}
              onNodeDrag={onNodeDrag}
              onNodeDragStop={onNodeDragStop}
              onSelectionDragStart={onSelectionDragStart}
              onSelectionDragStop={onSelectionDragStop}
              onPaneClick={onPaneClick}
              onConnectEnd={onConnectEnd}
              defaultViewport={first}
              onMove={onMove}
              connectionMode={ConnectionMode.Loose}
              connectOnClick={false}
              nodesDraggable={!readOnly}
              nodesConnectable={!readOnly}
              nodesFocusable={false}
              edgesFocusable={false}
              disableKeyboardA11y
              deleteKeyCode={null}
              selectionKeyCode={keys.select}
              multiSelectionKeyCode={keys.addToSelection}
              panActivationKeyCode={null}
              zoomActivationKeyCode={keys.zoom}
              selectionMode={SelectionMode.Partial}
              zoomOnDoubleClick={false}
              panOnScroll
              snapToGrid
              snapGrid={snap}
              minZoom={0.1}
              maxZoom={2}
              zIndexMode="manual"
              onlyRenderVisibleElements={scene.nodes.length > manyStages}
              proOptions={pro}
            >
              <Overview placement={scene.placement} bounds={whole} chosen={chosenIds} errors={errors} />
            </ReactFlow>
          </div>
        </LodProvider>
      </DraggedContext>
    </PlacementProvider>
  );
}

const none: readonly string[] = [];
const snap: [number, number] = [8, 8];
const keys = { select: ['Shift'], addToSelection: ['Shift', 'Control', 'Meta'], zoom: ['Control', 'Meta'] };
const pro = { hideAttribution: true };
const calm = () => window.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false;

/** The smallest box that holds both. */
function around(one: Box, other: Box): Box {
  const [x, y] = [Math.min(one.x, other.x), Math.min(one.y, other.y)];
  return {
    x,
    y,
    width: Math.max(one.x + one.width, other.x + other.width) - x,
    height: Math.max(one.y + one.height, other.y + other.height) - y,
  };
}

function mergeNodes(
  before: readonly StageNodeType[],
  next: readonly StageNodeType[],
  chosen: ReadonlySet<string>,
): StageNodeType[] {
  const known = new Map(before.map((node) => [node.id, node]));
  return next.map((node) => {
    const old = known.get(node.id);
    const selected = chosen.has(node.id);
    if (
      old &&
      old.position.x === node.position.x &&
      old.position.y === node.position.y &&
      old.width === node.width &&
      old.height === node.height &&
      old.parentId === node.parentId &&
      old.type === node.type &&
      old.zIndex === node.zIndex &&
      (old.selected ?? false) === selected
    )
      return old;
    return { ...node, selected };
  });
}

function withChildren(moved: readonly StageNodeType[], all: readonly StageNodeType[]): ReadonlySet<string> {
  const ids = new Set(moved.map(({ id }) => id));
  // Parents come before what they hold.
  for (const node of all) if (node.parentId !== undefined && ids.has(node.parentId)) ids.add(node.id);
  return ids;
}

/** The stage, no block, that lies under a point of the window. */
function stageUnder({ clientX, clientY }: { clientX: number; clientY: number }): Slug | undefined {
  const nodes = document
    .elementsFromPoint(clientX, clientY)
    .map((element) => element.closest('.react-flow__node-stage'));
  return nodes.find((node) => node !== null)?.getAttribute('data-id') ?? undefined;
}

/** Whether a line was really drawn: a click on a handle is no drag. */
function movedFar(state: {
  from: { x: number; y: number } | null;
  to: { x: number; y: number } | null;
}): boolean {
  return (
    state.from !== null &&
    state.to !== null &&
    Math.hypot(state.to.x - state.from.x, state.to.y - state.from.y) > 24
  );
}
