import {
  type Box,
  choiceNameBoxes,
  type Edge as DrawnEdge,
  labelBox,
  type Placement,
  pillBox,
  place,
  route,
} from '@reglament/drawing';
import type { I18n } from '@reglament/i18n';
import { type Regulation, type Slug, stageOf } from '@reglament/regulation';
import { type Edge, type Node, type NodeHandle, Position } from '@xyflow/react';
import { useEffect, useReducer, useRef } from 'react';

export const startId = '$start';

export type StageNodeType = Node<{ stage: string }, 'stage' | 'block' | 'start' | 'note'>;
export type WayEdgeType = Edge<{ drawn: DrawnEdge }, 'way'>;

/** Around everything that is drawn: stages, lines, labels, pills and names beside stages. Pure. */
export function boundsOf(placement: Placement, edges: readonly DrawnEdge[], names: readonly Box[] = []): Box {
  let [left, top] = [placement.bounds.x, placement.bounds.y];
  let [right, bottom] = [left + placement.bounds.width, top + placement.bounds.height];
  const take = ({ x, y, width, height }: Box) => {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  };
  names.forEach(take);
  for (const { label, stub, points } of edges) {
    if (label) take(labelBox(label));
    if (stub) for (const pill of [stub.out, stub.into]) take(pillBox(pill));
    else for (const { x, y } of points) take({ x, y, width: 0, height: 0 });
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

export interface Scene {
  readonly bounds: Box;
  readonly placement: Placement;
  readonly nodes: readonly StageNodeType[];
  readonly edges: readonly WayEdgeType[];
  /** Stages that moved since lines were laid: theirs only follow until they are laid again. */
  readonly loose: ReadonlySet<string>;
}

interface Kept {
  regulation: Regulation;
  readonly i18n: I18n;
  readonly scene: Scene;
  /** The lines as they were laid last, and where everything lay then. */
  readonly laid: { readonly drawn: readonly DrawnEdge[]; readonly placement: Placement };
  /** Whether those are the lines of this scene; else they still wait. */
  readonly isLaid: boolean;
}

/** Above so many stages a drawing is large: only what is seen of it is there, and its lines are laid after the problems of an edit. */
export const manyStages = 300;
const layAfterMs = 250;

/** The drawing of a regulation as React Flow wants it. What did not change keeps its identity, so that it is not drawn again. */
export function useScene(regulation: Regulation, i18n: I18n): Scene {
  const last = useRef<Kept | null>(null);
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  const before = last.current?.i18n === i18n ? last.current : null;
  const alike = before !== null && isDrawnAlike(before.regulation, regulation);
  if (alike) before.regulation = regulation;
  else last.current = sceneOf(regulation, i18n, before, regulation.stageOrder.length > manyStages);
  const { scene } = last.current as Kept;
  useEffect(() => {
    const waiting = last.current;
    if (waiting?.scene !== scene || waiting.isLaid) return;
    const timer = setTimeout(() => {
      last.current = sceneOf(waiting.regulation, i18n, waiting, false);
      redraw();
    }, layAfterMs);
    return () => clearTimeout(timer);
  }, [scene, i18n]);
  return scene;
}

/** `late`: lines that were there stay as they are or follow what moved, and new ones wait. Pure. */
function sceneOf(regulation: Regulation, i18n: I18n, before: Kept | null, late: boolean): Kept {
  const placement = place(regulation, { startTitle: i18n.t('drawing.start') });
  const isLaid = before === null || !late;
  const drawn = isLaid
    ? route(regulation, placement, { i18n, ...(before && { previous: before.laid.drawn }) })
    : linesLeft(regulation, before.laid.drawn);
  const laid = isLaid ? { drawn, placement } : before.laid;
  return {
    regulation,
    i18n,
    laid,
    isLaid,
    scene: {
      placement,
      bounds: boundsOf(placement, drawn, choiceNameBoxes(regulation, placement.boxes, i18n.locale)),
      nodes: nodesOf(regulation, placement, before?.scene.nodes ?? []),
      edges: edgesOf(regulation, drawn, before?.scene.edges ?? []),
      loose: isLaid ? none : movedSince(laid.placement, placement),
    },
  };
}

const none: ReadonlySet<string> = new Set();

/** Lines whose ways a regulation still has. Pure. */
export function linesLeft(regulation: Regulation, drawn: readonly DrawnEdge[]): readonly DrawnEdge[] {
  return drawn.filter(({ kind, transition, alternative, from, to }) => {
    if (kind !== 'start' && stageOf(regulation, from) === undefined) return false;
    if (transition === undefined || alternative === undefined) return stageOf(regulation, to) !== undefined;
    if (!Object.hasOwn(regulation.transitions, transition)) return false;
    const ways = regulation.transitions[transition]?.alternatives ?? {};
    return (
      Object.hasOwn(ways, alternative) &&
      (ways[alternative]?.to === to || stageOf(regulation, to) !== undefined)
    );
  });
}

/** Stages that lie elsewhere. Pure. */
function movedSince(then: Placement, now: Placement): ReadonlySet<string> {
  const moved = new Set<string>();
  for (const [id, box] of now.boxes) {
    const old = then.boxes.get(id);
    if (old && (old.x !== box.x || old.y !== box.y || old.width !== box.width)) moved.add(id);
  }
  return moved;
}

/** Whether two documents have one drawing: what differs is only said in nodes, which read it themselves. Pure. */
export function isDrawnAlike(a: Regulation, b: Regulation): boolean {
  if (a === b) return true;
  if (a.transitions !== b.transitions || a.rules !== b.rules || a.start !== b.start) return false;
  if (a.stages === b.stages) return true;
  if (a.stageOrder !== b.stageOrder) return false;
  return b.stageOrder.every((id) => {
    const [one, other] = [stageOf(a, id), stageOf(b, id)];
    if (one === other) return true;
    return (
      one?.kind === other?.kind &&
      one?.title === other?.title &&
      one?.position === other?.position &&
      one?.parent === other?.parent &&
      // Outcomes and branches are lines.
      (one?.settings === other?.settings || (other?.kind !== 'task' && other?.kind !== 'parallel'))
    );
  });
}

/** The wrapper is nothing of its own; React Flow would call it a node, in English. */
const unnamed = { 'aria-roledescription': undefined };

type Sized = StageNodeType & { readonly width: number; readonly height: number };

function nodesOf(
  regulation: Regulation,
  placement: Placement,
  before: readonly StageNodeType[],
): readonly StageNodeType[] {
  const known = new Map(before.map((node) => [node.id, node]));
  const nodes: StageNodeType[] = [];
  const add = (node: Sized) => {
    const old = known.get(node.id);
    if (old && sameNode(old, node)) nodes.push(old);
    else
      nodes.push({
        ...node,
        measured: { width: node.width, height: node.height },
        domAttributes: unnamed,
        handles: handlesOf(node),
      });
  };
  if (placement.start)
    add({
      id: startId,
      type: 'start',
      data: { stage: startId },
      position: { x: placement.start.x, y: placement.start.y },
      width: placement.start.width,
      height: placement.start.height,
      draggable: false,
      selectable: false,
      connectable: false,
      zIndex: 2,
    });
  // A block before what it holds: React Flow wants parents first.
  for (const id of byDepth(regulation)) {
    const stage = stageOf(regulation, id);
    const box = placement.boxes.get(id);
    if (!stage || !box) continue;
    const block = stage.parent && placement.boxes.get(stage.parent.block) ? stage.parent.block : undefined;
    const origin = block ? placement.boxes.get(block) : undefined;
    add({
      id,
      type: stage.kind === 'parallel' ? 'block' : 'stage',
      data: { stage: id },
      position: { x: box.x - (origin?.x ?? 0), y: box.y - (origin?.y ?? 0) },
      width: box.width,
      height: box.height,
      ...(block !== undefined && { parentId: block }),
      ...(stage.kind === 'parallel' && { dragHandle: '.block-head' }),
      zIndex: stage.kind === 'parallel' ? depthOf(regulation, id) - 10 : 2,
    });
  }
  return nodes;
}

/** Where lines begin and end while they follow a drag. Known beforehand, nothing has to be measured. */
function handlesOf({ id, width, height }: Sized): NodeHandle[] {
  const at = (position: Position, x: number, y: number): NodeHandle => ({
    id: id === startId ? null : position,
    type: 'source',
    position,
    x,
    y,
    width: 0,
    height: 0,
  });
  if (id === startId) return [at(Position.Bottom, width / 2, height)];
  return [
    at(Position.Right, width, height / 2),
    at(Position.Bottom, width / 2, height),
    at(Position.Left, 0, height / 2),
    at(Position.Top, width / 2, 0),
  ];
}

const hidden = { 'aria-hidden': true } as const;

function edgesOf(
  regulation: Regulation,
  drawn: readonly DrawnEdge[],
  before: readonly WayEdgeType[],
): readonly WayEdgeType[] {
  const known = new Map(before.map((edge) => [edge.id, edge]));
  const has = (id: Slug) => stageOf(regulation, id) !== undefined;
  return drawn.flatMap((one): WayEdgeType[] => {
    const old = known.get(one.id);
    if (old?.data?.drawn === one) return [old];
    const source = one.kind === 'start' ? startId : one.from;
    if (one.kind !== 'start' && !has(source)) return [];
    return [
      {
        id: one.id,
        type: 'way',
        source,
        target: has(one.to) ? one.to : source,
        data: { drawn: one },
        selectable: false,
        focusable: false,
        // Where each outcome leads is in the sentence of its stage; React Flow would say it in English.
        domAttributes: hidden,
        zIndex: 1,
      },
    ];
  });
}

function sameNode(a: StageNodeType, b: StageNodeType): boolean {
  return (
    a.type === b.type &&
    a.position.x === b.position.x &&
    a.position.y === b.position.y &&
    a.width === b.width &&
    a.height === b.height &&
    a.parentId === b.parentId &&
    a.zIndex === b.zIndex
  );
}

function depthOf(regulation: Regulation, id: Slug): number {
  let depth = 0;
  for (let at = stageOf(regulation, id)?.parent?.block; at !== undefined && depth < 8; depth += 1)
    at = stageOf(regulation, at)?.parent?.block;
  return depth;
}

function byDepth(regulation: Regulation): readonly Slug[] {
  return regulation.stageOrder
    .map((id) => ({ id, depth: depthOf(regulation, id) }))
    .sort((a, b) => a.depth - b.depth)
    .map(({ id }) => id);
}
