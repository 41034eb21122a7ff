import type { Regulation } from '@reglament/regulation';
import { around, type Box, grown, meets, sameBox } from '../geometry/box.ts';
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

/** How far a line feels what stands or runs beside it: the widest margin around a stage, and the step to the next line. */
const reach = 40;

/** A line that is asked about: where it runs, and which lines it shares a rail with. */
interface Asked {
  readonly plan: Plan;
  readonly signature: Signature;
  readonly field: string;
  readonly group: string | undefined;
}

/** What a line of the drawing before covered. */
interface Stood {
  readonly edge: Edge;
  /** Of a line that is no more, any. */
  readonly field?: string;
  readonly group?: string | undefined;
  readonly parts: readonly Box[];
  readonly hull: Box;
}

/**
 * Lines of a drawing before that stand as they are: made from the same, and neither a stage nor a line beside them came, went
 * or moved. So a line that went around something takes its own way again once that is gone, and others that gave way to it
 * in turn; what is farther off stays.
 */
export function unchangedEdges(
  regulation: Regulation,
  placement: Placement,
  lines: readonly Asked[],
  previous: readonly Edge[] | undefined,
): ReadonlyMap<string, Edge> {
  const routing = previous && routings.get(previous);
  if (previous === undefined || routing === undefined) return new Map();
  const moved = movedBoxes(regulation, routing.placement, placement);
  const asked = new Map(lines.map((line) => [line.plan.id, line]));
  const standing = new Map<string, Stood>();
  const gone: Stood[] = [];
  for (const edge of previous) {
    const stood = stoodOf(edge, asked.get(edge.id));
    const isAsBefore = asked.get(edge.id)?.signature === routing.signatures.get(edge.id);
    if (isAsBefore && !(moved.get(stood.field ?? '') ?? []).some((box) => covers(stood, box)))
      standing.set(edge.id, stood);
    else gone.push(stood);
  }
  // Grows while it is walked: what is laid anew may free the way of those beside it.
  for (const one of gone) {
    for (const [id, stood] of standing) {
      if (!isBeside(one, stood)) continue;
      standing.delete(id);
      gone.push(stood);
    }
  }
  const kept = new Map([...standing].map(([id, { edge }]) => [id, edge]));
  // A line goes with the one that it coincides with.
  for (const { plan } of lines) {
    if (plan.along !== undefined && !kept.has(plan.along)) kept.delete(plan.id);
  }
  return kept;
}

/** Whether two edges are drawn alike, so that the former may stand for the new one. */
export function isDrawnAs(a: Edge, b: Edge): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function stoodOf(edge: Edge, line: Asked | undefined): Stood {
  const parts = footprint(edge);
  return {
    edge,
    parts,
    hull: grown(around(parts), reach),
    ...(line && { field: line.field, group: line.group }),
  };
}

function isBeside(one: Stood, other: Stood): boolean {
  if (one.field !== undefined && one.field !== other.field) return false;
  if (one.group !== undefined && one.group === other.group) return true;
  return meets(one.hull, other.hull) && one.parts.some((part) => covers(other, grown(part, reach)));
}

function covers({ parts, hull }: Stood, box: Box): boolean {
  return meets(hull, box) && parts.some((part) => meets(part, box));
}

/** Boxes that came, went or are not where they were, both places, by the field in which they stand. */
function movedBoxes(
  regulation: Regulation,
  before: Placement,
  now: Placement,
): ReadonlyMap<string, readonly Box[]> {
  const homes = homesOf(regulation);
  const moved = new Map<string, Box[]>();
  const add = (key: string, ...boxes: readonly (Box | null | undefined)[]) => {
    const list = moved.get(key) ?? [];
    moved.set(key, list);
    for (const box of boxes) if (box) list.push(grown(box, reach));
  };
  for (const id of new Set([...before.boxes.keys(), ...now.boxes.keys()])) {
    const [was, is] = [before.boxes.get(id), now.boxes.get(id)];
    if (sameBox(was, is)) continue;
    const home = homes.of(id);
    add(home === undefined ? '' : `${home.block}.${home.branch}`, was, is);
  }
  if (!sameBox(before.start ?? undefined, now.start ?? undefined)) add('', before.start, now.start);
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
