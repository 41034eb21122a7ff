import { type Box, type Placement, type Point, summaryOf } from '@reglament/drawing';
import { type Regulation, type Slug, stageOf } from '@reglament/regulation';
import { useI18n } from '@reglament/ui';
import { IconMinus, IconPencil, IconPlus } from '@tabler/icons-react';
import { ConnectionMode, ReactFlow, ReactFlowProvider, type Viewport, ViewportPortal } from '@xyflow/react';
import { type KeyboardEvent, type Ref, useEffect, useMemo } from 'react';
import { LodProvider, lodAt } from '../canvas/lod.ts';
import { NoteNode } from '../canvas/noteNode.tsx';
import { useNoteNodes } from '../canvas/noteNodes.ts';
import { type StageNodeType, useScene, type WayEdgeType } from '../canvas/scene.ts';
import { PlacementProvider } from '../canvas/sceneContext.ts';
import { BlockNode, IdPrefix, StageNode, StartNode } from '../canvas/stageNode.tsx';
import { useKnownSizes } from '../canvas/useKnownSizes.ts';
import { WayEdge } from '../canvas/wayEdge.tsx';
import { noteIdOf } from '../document/keys.ts';
import { nothing } from '../document/selection.ts';
import { createEditor, EditorProvider } from '../document/store.ts';
import type { How, ListedChange } from './changes.ts';
import { holds, type Mark, marksOf, meets, placeMarks, placeOf } from './marks.ts';
import '../canvas/canvas.css';

const nodeTypes = { stage: StageNode, block: BlockNode, start: StartNode, note: NoteNode };
const edgeTypes = { way: WayEdge };

export interface PaneProps {
  readonly side: 'left' | 'right';
  readonly regulation: Regulation;
  readonly label: string;
  readonly changes: readonly ListedChange[];
  /** Notes that came, went or are worded otherwise. */
  readonly notes: ReadonlyMap<Slug, How>;
  /** Its number. */
  readonly current: number | undefined;
  /** Places of stages that are on the other drawing only: an empty frame stands there. */
  readonly absent: ReadonlyMap<Slug, Box>;
  readonly viewport: Viewport;
  readonly onViewport: (viewport: Viewport) => void;
  readonly onChoose: (number: number) => void;
  readonly box?: Ref<HTMLDivElement>;
}

/** One of the two drawings: to look at, moved together with the other. What is the same is dimmed, what differs bears its number. */
export function Pane(props: PaneProps) {
  const { regulation } = props;
  const store = useMemo(() => createEditor({ regulation, readOnly: true }), [regulation]);
  const { changes, side, onChoose } = props;
  // A way is chosen by the line itself, which knows nothing of changes.
  useEffect(
    () =>
      store.subscribe(({ selection }) => {
        if (selection.of === 'nothing') return;
        if (selection.of === 'way') {
          const id = `${selection.transition}.${selection.alternative}`;
          const change = changes.find((one) => one[side].ways.some(([way]) => way === id));
          if (change) onChoose(change.number);
        }
        store.getState().select(nothing);
      }),
    [store, changes, side, onChoose],
  );
  return (
    <EditorProvider value={store}>
      <IdPrefix value={`${side}-`}>
        <ReactFlowProvider>
          <Drawing {...props} />
        </ReactFlowProvider>
      </IdPrefix>
    </EditorProvider>
  );
}

function Drawing({
  side,
  regulation,
  label,
  changes,
  notes,
  current,
  absent,
  viewport,
  onViewport,
  onChoose,
  box,
}: PaneProps) {
  useKnownSizes();
  const i18n = useI18n();
  const scene = useScene(regulation, i18n);
  const marks = useMemo(() => marksOf(changes, side), [changes, side]);
  const now = changes.find(({ number }) => number === current)?.[side];
  const noteNodes = useNoteNodes(regulation);
  const nodes = useMemo(
    () =>
      [...noteNodes, ...scene.nodes].map((node): StageNodeType => {
        const mark = marks.stages.get(node.id) ?? noteMark(notes.get(noteIdOf(node.id) ?? ''));
        return { ...node, className: classOf(mark, now?.stages.includes(node.id) ?? false) };
      }),
    [noteNodes, scene.nodes, marks, notes, now],
  );
  const edges = useMemo(
    () =>
      scene.edges.map((edge): WayEdgeType => {
        const mark = marks.ways.get(edge.id);
        const isNow = now?.ways.some(([id]) => id === edge.id) ?? false;
        return { ...edge, className: classOf(mark, isNow) };
      }),
    [scene.edges, marks, now],
  );
  const placed = useMemo(() => {
    const drawn = scene.edges.flatMap(({ data }) => data?.drawn ?? []);
    return placeMarks(marks, scene.placement, drawn);
  }, [marks, scene]);
  const lod = lodAt(viewport.zoom);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = 64;
    const moves: Readonly<Record<string, Partial<Viewport>>> = {
      ArrowLeft: { x: viewport.x + step },
      ArrowRight: { x: viewport.x - step },
      ArrowUp: { y: viewport.y + step },
      ArrowDown: { y: viewport.y - step },
    };
    const move = moves[event.code];
    if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onViewport({ ...viewport, ...move });
  };

  return (
    <PlacementProvider value={scene.placement}>
      <LodProvider value={lod}>
        {' '}
        <div ref={box} className={`canvas cmp-canvas cmp-canvas--${side} lod-${lod}`}>
          <ReactFlow<StageNodeType, WayEdgeType>
            aria-label={label}
            tabIndex={0}
            onKeyDown={onKeyDown}
            nodes={nodes}
            edges={edges}
            nodeTypes={nodeTypes}
            edgeTypes={edgeTypes}
            viewport={viewport}
            onViewportChange={onViewport}
            onNodeClick={(_, node) => {
              const mark = marks.stages.get(node.id);
              if (mark?.numbers[0] !== undefined) onChoose(mark.numbers[0]);
            }}
            // Lines end at whatever side their drawing says, and a node has handles of one kind only.
            connectionMode={ConnectionMode.Loose}
            nodesDraggable={false}
            nodesConnectable={false}
            elementsSelectable={false}
            nodesFocusable={false}
            edgesFocusable={false}
            disableKeyboardA11y
            deleteKeyCode={null}
            selectionKeyCode={null}
            multiSelectionKeyCode={null}
            panActivationKeyCode={null}
            zoomActivationKeyCode={['Control', 'Meta']}
            zoomOnDoubleClick={false}
            panOnScroll
            minZoom={0.1}
            maxZoom={2}
            zIndexMode="manual"
            proOptions={pro}
          >
            <ViewportPortal>
              <div className="marks">
                {[...absent].map(([id, at]) => (
                  <Ghost key={id} at={at} placement={scene.placement} words={i18n.t('versions.absent')} />
                ))}
                {[...placed.stages].map(([id, corner]) => {
                  const mark = marks.stages.get(id);
                  const at = placeOf(id, scene.placement);
                  if (!mark || !at) return null;
                  const fact = lod === 'far' && mark.fact ? factWords(regulation, id, mark.fact, i18n) : '';
                  const day = { words: fact, right: at.x + at.width - 10, top: at.y + 9 };
                  return (
                    <MarkAt
                      key={id}
                      mark={mark}
                      isNow={now?.stages.includes(id) ?? false}
                      at={corner}
                      {...(fact !== '' && { day })}
                    />
                  );
                })}
                {noteNodes.map(({ id, position }) => {
                  const mark = noteMark(notes.get(noteIdOf(id) ?? ''));
                  return (
                    mark && (
                      <MarkAt
                        key={id}
                        mark={mark}
                        isNow={false}
                        at={{ x: position.x - 15, y: position.y - 15 }}
                      />
                    )
                  );
                })}
                {[...placed.ways].map(([id, at]) => {
                  const mark = marks.ways.get(id);
                  const isNow = now?.ways.some(([way]) => way === id) ?? false;
                  return mark && <MarkAt key={id} mark={mark} isNow={isNow} at={at} />;
                })}
              </div>
            </ViewportPortal>
          </ReactFlow>
        </div>
      </LodProvider>
    </PlacementProvider>
  );
}

const pro = { hideAttribution: true };

function classOf(mark: Mark | undefined, isNow: boolean): string {
  if (!mark) return 'cmp-same';
  return `cmp-${mark.how}${isNow ? ' cmp-now' : ''}`;
}

/** A note that differs bears a sign without a number: it is none of the listed changes. */
function noteMark(how: How | undefined): Mark | undefined {
  return how && { how, numbers: [] };
}

const signs = { added: IconPlus, changed: IconPencil, removed: IconMinus };

function MarkAt({
  mark,
  isNow,
  at,
  day,
}: {
  mark: Mark;
  isNow: boolean;
  at: Point;
  day?: { words: string; right: number; top: number };
}) {
  const { t } = useI18n();
  const Sign = signs[mark.how];
  const number = mark.numbers.join(', ');
  return (
    <>
      <span
        role="img"
        aria-label={
          number === '' ? t(`versions.noteMark.${mark.how}`) : t(`versions.mark.${mark.how}`, { number })
        }
        data-mark={number}
        className={['mark', isNow && 'mark--now', number === '' && 'mark--note'].filter(Boolean).join(' ')}
        style={{ left: at.x, top: at.y }}
      >
        <Sign className="ic" aria-hidden="true" />
        {number}
      </span>
      {day && (
        <span
          className={isNow ? 'day day--now' : 'day'}
          style={{ left: day.right, top: day.top }}
          aria-hidden="true"
        >
          {day.words}
        </span>
      )}
    </>
  );
}

/** An empty frame where the other drawing has a stage, when nothing else stands there. */
function Ghost({ at, placement, words }: { at: Box; placement: Placement; words: string }) {
  const isTaken = [...placement.boxes].some(([id, box]) =>
    placement.bars.has(id) ? meets(box, at) && !holds(box, at) : meets(box, at),
  );
  if (isTaken) return null;
  return (
    <span
      className="ghost"
      style={{ left: at.x, top: at.y, width: at.width, height: at.height }}
      aria-hidden="true"
    >
      {at.width < 100 ? '' : words}
    </span>
  );
}

function factWords(
  regulation: Regulation,
  id: Slug,
  fact: NonNullable<ListedChange['fact']>,
  i18n: ReturnType<typeof useI18n>,
): string {
  const stage = stageOf(regulation, id);
  if (!stage || stage.kind === 'choice' || stage.kind === 'end' || stage.kind === 'parallel') return '';
  const summary = summaryOf(regulation, id, i18n);
  return fact === 'term' ? summary.term : fact === 'who' ? summary.who : summary.silence.words;
}
