import type { Box, Edge, Placement, Point } from '@reglament/drawing';
import type { Slug } from '@reglament/regulation';
import { startId } from '../canvas/scene.ts';
import type { How, ListedChange, Touched, TouchedFact } from './changes.ts';

/** The sign of a stage or a way that differs, with the numbers of its changes. */
export interface Mark {
  readonly how: How;
  readonly numbers: readonly number[];
  readonly fact?: TouchedFact;
}

export interface Marks {
  readonly stages: ReadonlyMap<Slug, Mark>;
  readonly ways: ReadonlyMap<string, Mark>;
}

/** What is marked on one of the two drawings. Pure. */
export function marksOf(changes: readonly ListedChange[], side: 'left' | 'right'): Marks {
  const stages = new Map<Slug, Mark>();
  const ways = new Map<string, Mark>();
  const add = <K>(map: Map<K, Mark>, key: K, number: number, how: How, fact?: TouchedFact) => {
    const before = map.get(key);
    map.set(key, {
      // A stage that is new is new, whatever else is said of it.
      how: before === undefined || before.how === 'changed' ? how : before.how,
      numbers: [...(before?.numbers ?? []), number],
      ...(before === undefined && fact !== undefined && { fact }),
    });
  };
  for (const { number, how, difference, fact, ...sides } of changes) {
    const touched: Touched = sides[side];
    const isStage = difference.of === 'part' && difference.map === 'stages';
    for (const id of touched.stages) add(stages, id, number, isStage ? how : 'changed', fact);
    for (const [id, wayHow] of touched.ways) add(ways, id, number, wayHow);
  }
  return { stages, ways };
}

/** Where a stage, or the mark of the beginning, lies. */
export function placeOf(id: Slug, placement: Placement): Box | undefined {
  return id === startId ? (placement.start ?? undefined) : placement.boxes.get(id);
}

/** A mark's height on the drawing, and its width with so many digits. */
const height = 28;
const widthOf = ({ numbers }: Mark) => 30 + numbers.join(', ').length * 10;
/** How far a mark stands out of its stage, to the left and above. */
const out = { x: 15, y: 23 };

/**
 * Where each mark stands, by its left upper corner: on the corner of its stage, on its line or beside its pill, none on
 * another as long as there is room. Pure.
 */
export function placeMarks(
  marks: Marks,
  placement: Placement,
  edges: readonly Edge[],
): { readonly stages: ReadonlyMap<Slug, Point>; readonly ways: ReadonlyMap<string, Point> } {
  const taken: Box[] = [];
  const stages = new Map<Slug, Point>();
  for (const [id, mark] of marks.stages) {
    const at = placeOf(id, placement);
    if (!at) continue;
    const corner = { x: at.x - out.x, y: at.y - out.y };
    stages.set(id, corner);
    taken.push({ ...corner, width: widthOf(mark), height });
  }
  const ways = new Map<string, Point>();
  const lines = edges
    .filter(({ id, stub }) => marks.ways.has(id) && stub === undefined)
    .flatMap(({ id, points }) =>
      points.slice(1).map((to, index) => ({ id, at: boundsOf([points[index] ?? to, to]) })),
    );
  const nodes = [...placement.boxes].flatMap(([id, at]) => (placement.bars.has(id) ? [] : [at]));
  for (const edge of edges) {
    const mark = marks.ways.get(edge.id);
    if (!mark) continue;
    const width = widthOf(mark);
    const boxes = middlesOf(edge, edges, width).map(({ x, y }) => ({
      x: x - width / 2,
      y: y - height / 2,
      width,
      height,
    }));
    const open = boxes.filter((box) => !taken.some((other) => meets(box, other)));
    // Best on no stage and no other line that differs: a number there would be taken for theirs.
    const clear = open.filter(
      (box) =>
        !nodes.some((at) => meets(box, at)) && !lines.some(({ id, at }) => id !== edge.id && meets(box, at)),
    );
    const free = clear[0] ?? open[0] ?? boxes[0];
    if (!free) continue;
    ways.set(edge.id, { x: free.x, y: free.y });
    taken.push(free);
  }
  return { stages, ways };
}

/** Places for the middle of a line's mark, the best first. */
function middlesOf(edge: Edge, edges: readonly Edge[], width: number): readonly Point[] {
  // A line that coincides with another is drawn by that one.
  const drawn = edge.along === undefined ? edge : (edges.find(({ id }) => id === edge.along) ?? edge);
  const { stub, points } = drawn;
  if (stub) {
    const { x, y, width: pill } = stub.out;
    const beside = width / 2 + 2;
    return [
      { x: x - beside, y },
      { x: x + pill + beside, y },
      { x: x + pill / 2, y: y + 26 },
      { x: x - beside, y: y + 26 },
    ];
  }
  const along = [0.5, 0.35, 0.65, 0.2, 0.8].map((part) => pointAt(points, part));
  const [middle = { x: 0, y: 0 }] = along;
  // On a short line a mark would hide it whole.
  const aside = [
    { x: middle.x, y: middle.y - 26 },
    { x: middle.x, y: middle.y + 26 },
  ];
  return lengthOf(points) < width + 40 ? [...aside, ...along] : [...along, ...aside];
}

function pointAt(points: readonly Point[], part: number): Point {
  let left = lengthOf(points) * part;
  for (const [index, to] of points.entries()) {
    const from = points[index - 1];
    if (!from) continue;
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    if (left <= length && length > 0)
      return { x: from.x + ((to.x - from.x) * left) / length, y: from.y + ((to.y - from.y) * left) / length };
    left -= length;
  }
  return points.at(-1) ?? { x: 0, y: 0 };
}

function lengthOf(points: readonly Point[]): number {
  return points.reduce((sum, to, index) => {
    const from = points[index - 1];
    return from ? sum + Math.hypot(to.x - from.x, to.y - from.y) : sum;
  }, 0);
}

export function meets(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

export function holds(outer: Box, inner: Box): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.width >= inner.x + inner.width &&
    outer.y + outer.height >= inner.y + inner.height
  );
}

/** The smallest box around two. */
export function around(one: Box, other: Box): Box {
  const [x, y] = [Math.min(one.x, other.x), Math.min(one.y, other.y)];
  return {
    x,
    y,
    width: Math.max(one.x + one.width, other.x + other.width) - x,
    height: Math.max(one.y + one.height, other.y + other.height) - y,
  };
}

export function boundsOf(points: readonly Point[]): Box {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
