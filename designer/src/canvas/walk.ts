import { type Box, noteBoxes, type Placement } from '@reglament/drawing';
import { type Regulation, type Slug, stageOf } from '@reglament/regulation';
import { noteKey } from '../document/keys.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

/**
 * Where an arrow leads from a stage or a note: along a transition that goes that way, else to the nearest stage or note that
 * lies that way. From nowhere to the first stage. Null when there is nothing that way. Pure.
 */
export function stepFrom(
  regulation: Regulation,
  placement: Placement,
  current: string | null,
  direction: Direction,
): string | null {
  const boxes = boxesByKey(regulation, placement);
  const from = current === null ? undefined : boxes.get(current);
  if (current === null || !from) {
    const first = stageOf(regulation, regulation.start) ? regulation.start : regulation.stageOrder[0];
    return first ?? boxes.keys().next().value ?? null;
  }
  const joined = new Set(neighbours(regulation, current));
  let best: { id: string; cost: number } | null = null;
  for (const [id, box] of boxes) {
    if (id === current || holds(box, from) || !liesThat(from, box, direction)) continue;
    const cost = distance(from, box, direction) * (joined.has(id) ? 0.4 : 1);
    if (!best || cost < best.cost) best = { id, cost };
  }
  return best?.id ?? null;
}

/** Where everything lies that the keyboard can stand on, by its key. Pure. */
export function boxesByKey(regulation: Regulation, placement: Placement): ReadonlyMap<string, Box> {
  const notes = [...noteBoxes(regulation)].map(([id, box]) => [noteKey(id), box] as const);
  return notes.length === 0 ? placement.boxes : new Map([...placement.boxes, ...notes]);
}

/** Stages one transition away, in either direction, and those that a block holds first. */
function neighbours(regulation: Regulation, id: Slug): readonly Slug[] {
  const found: Slug[] = [];
  for (const { from, alternatives } of Object.values(regulation.transitions))
    for (const { to } of Object.values(alternatives)) {
      if (from === id) found.push(to);
      if (to === id) found.push(from);
    }
  const stage = stageOf(regulation, id);
  if (stage?.kind === 'parallel')
    for (const { first } of Object.values(stage.settings.branches)) found.push(first);
  if (stage?.parent) found.push(stage.parent.block);
  return found;
}

function middle(box: Box) {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

function liesThat(from: Box, to: Box, direction: Direction): boolean {
  const [a, b] = [middle(from), middle(to)];
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  switch (direction) {
    case 'left':
      return dx < 0 && Math.abs(dx) >= Math.abs(dy) / 2;
    case 'right':
      return dx > 0 && Math.abs(dx) >= Math.abs(dy) / 2;
    case 'up':
      return dy < 0 && Math.abs(dy) > Math.abs(dx) / 2;
    case 'down':
      return dy > 0 && Math.abs(dy) > Math.abs(dx) / 2;
  }
}

function distance(from: Box, to: Box, direction: Direction): number {
  const [a, b] = [middle(from), middle(to)];
  const [along, aside] =
    direction === 'left' || direction === 'right'
      ? [Math.abs(b.x - a.x), Math.abs(b.y - a.y)]
      : [Math.abs(b.y - a.y), Math.abs(b.x - a.x)];
  return along + aside * 2;
}

function holds(outer: Box, inner: Box): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.width >= inner.x + inner.width &&
    outer.y + outer.height >= inner.y + inner.height
  );
}
