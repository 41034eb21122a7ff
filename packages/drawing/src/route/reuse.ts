import type { Regulation } from '@reglament/regulation';
import { type Box, grown, meets, sameBox } from '../geometry/box.ts';
import { segmentsOf } from '../geometry/polyline.ts';
import { homesOf } from '../place/homes.ts';
import type { Placement } from '../place/placement.ts';
import type { Anchor } from './anchor.ts';
import { type Edge, labelBox, pillBox } from './edge.ts';
import type { Plan } from './plan.ts';

/** What a line was made from; the same for two drawings when nothing about the line itself has changed. */
export type Signature = string;

export function signatureOf(
  plan: Plan,
  { from, to }: { readonly from: Anchor; readonly to: Anchor },
): Signature {
  const end = ({ box, docks }: Anchor) => [
    box.x,
    box.y,
    box.width,
    box.height,
    ...docks.flatMap((dock) => [dock.side, dock.from, dock.to]),
  ];
  return JSON.stringify([plan, end(from), end(to)]);
}

interface Routing {
  readonly placement: Placement;
  readonly signatures: ReadonlyMap<string, Signature>;
}

/** What each drawing was made from, kept as long as the drawing itself is. */
const routings = new WeakMap<readonly Edge[], Routing>();

export function rememberRouting(
  edges: readonly Edge[],
  placement: Placement,
  signatures: ReadonlyMap<string, Signature>,
): void {
  routings.set(edges, { placement, signatures });
}

/** Lines of a drawing before that stand as they are: made from the same, and nothing has moved onto them. */
export function unchangedEdges(
  regulation: Regulation,
  placement: Placement,
  lines: readonly { readonly plan: Plan; readonly signature: Signature; readonly field: string }[],
  previous: readonly Edge[] | undefined,
): ReadonlyMap<string, Edge> {
  const routing = previous && routings.get(previous);
  if (previous === undefined || routing === undefined) return new Map();
  const moved = movedBoxes(regulation, routing.placement, placement);
  const before = new Map(previous.map((edge) => [edge.id, edge]));
  const kept = new Map<string, Edge>();
  for (const { plan, signature, field } of lines) {
    const edge = before.get(plan.id);
    if (edge === undefined || routing.signatures.get(plan.id) !== signature) continue;
    const around = moved.get(field) ?? [];
    if (around.length > 0 && footprint(edge).some((part) => around.some((box) => meets(part, box)))) continue;
    kept.set(plan.id, edge);
  }
  // A line goes with the one that it coincides with.
  for (const { plan } of lines) {
    if (plan.along !== undefined && !kept.has(plan.along)) kept.delete(plan.id);
  }
  return kept;
}

/** Boxes that are not where they were, by the field in which they stand. */
function movedBoxes(
  regulation: Regulation,
  before: Placement,
  now: Placement,
): ReadonlyMap<string, readonly Box[]> {
  const homes = homesOf(regulation);
  const moved = new Map<string, Box[]>();
  const add = (key: string, box: Box) => moved.set(key, [...(moved.get(key) ?? []), grown(box, 10)]);
  for (const [id, box] of now.boxes) {
    if (sameBox(before.boxes.get(id), box)) continue;
    const home = homes.of(id);
    add(home === undefined ? '' : `${home.block}.${home.branch}`, box);
  }
  if (now.start !== null && !sameBox(before.start ?? undefined, now.start)) add('', now.start);
  return moved;
}

/** What a line covers. */
function footprint(edge: Edge): readonly Box[] {
  const line = edge.stub === undefined ? segmentsOf(edge.points) : [...segmentsOf(edge.stub.out.points)];
  return [
    ...line,
    ...(edge.label === undefined ? [] : [labelBox(edge.label)]),
    ...(edge.stub === undefined ? [] : [pillBox(edge.stub.out), pillBox(edge.stub.into)]),
  ];
}
