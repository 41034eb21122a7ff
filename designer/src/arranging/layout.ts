import { nodeSize, type Placement } from '@reglament/drawing';
import type { Operation } from '@reglament/editing';
import { isReturn, type Regulation, type Slug, stageOf } from '@reglament/regulation';
import type { ElkNode } from 'elkjs/lib/elk-api.js';

const spacing = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.layered.spacing.nodeNodeBetweenLayers': '72',
  'elk.spacing.nodeNode': '40',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.wrapping.strategy': 'MULTI_EDGE',
  'elk.aspectRatio': '1.5',
};

interface Scope {
  /** The block and branch whose stages are arranged; the root when absent. */
  readonly home?: { readonly block: Slug; readonly branch: Slug };
  readonly ids: readonly Slug[];
}

/**
 * What is arranged together: the root, and each branch by itself. With chosen stages only those, where two or more lie in
 * one scope. Pure.
 */
export function scopesOf(regulation: Regulation, chosen: readonly Slug[] | null): readonly Scope[] {
  const scopes = new Map<string, { home?: NonNullable<Scope['home']>; ids: Slug[] }>();
  for (const id of regulation.stageOrder) {
    if (chosen !== null && !chosen.includes(id)) continue;
    const home = stageOf(regulation, id)?.parent;
    const key = home ? `${home.block} ${home.branch}` : '';
    const scope = scopes.get(key) ?? { ...(home && { home }), ids: [] };
    scope.ids.push(id);
    scopes.set(key, scope);
  }
  return [...scopes.values()].filter(({ ids }) => chosen === null || ids.length > 1);
}

/** A scope as ELK reads it: its stages with their sizes, the forward ways between them. Pure. */
export function elkGraphOf(regulation: Regulation, placement: Placement, scope: Scope): ElkNode {
  const inside = new Set(scope.ids);
  const edges = Object.entries(regulation.transitions).flatMap(([key, transition]) =>
    transition.order.flatMap((alternative) => {
      const to = transition.alternatives[alternative]?.to;
      if (to === undefined || !inside.has(transition.from) || !inside.has(to)) return [];
      // A way back would pull the stage it returns to behind the one it returns from.
      if (isReturn(regulation, key, alternative)) return [];
      return [{ id: `${key}/${alternative}`, sources: [transition.from], targets: [to] }];
    }),
  );
  return {
    id: 'root',
    layoutOptions: spacing,
    children: scope.ids.map((id) => {
      const box = placement.boxes.get(id) ?? nodeSize;
      return { id, width: box.width, height: box.height };
    }),
    edges,
  };
}

/** The gesture that puts stages where ELK has them. Every stage of the scope must be in the answer. Pure. */
export function movesOf(
  scope: Scope,
  graph: ElkNode,
  origin: { readonly x: number; readonly y: number },
): Extract<Operation, { do: 'moveStages' }>['moves'] {
  const found = new Map((graph.children ?? []).map((node) => [node.id, node]));
  return scope.ids.map((id) => {
    const node = found.get(id);
    if (node?.x === undefined || node.y === undefined) throw new Error(`The layout lost stage ${id}`);
    return { id, position: { x: snapped(origin.x + node.x), y: snapped(origin.y + node.y) } };
  });
}

const snapped = (value: number): number => Math.round(value / 8) * 8;
