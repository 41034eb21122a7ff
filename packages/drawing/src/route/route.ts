import type { I18n } from '@reglament/i18n';
import { type Regulation, stageOf } from '@reglament/regulation';
import { grown, type Point, type Side } from '../geometry/box.ts';
import type { Placement } from '../place/placement.ts';
import { type Anchor, anchorsOf } from './anchor.ts';
import { type Edge, labelBox, numberAway, numberRadius, type Pill, pillBox } from './edge.ts';
import { type Fields, fieldsOf } from './fields.ts';
import { type Found, findWay, type Rail } from './find-way.ts';
import { placeLabel } from './labels.ts';
import { fromWords, placePill } from './pills.ts';
import { type Plan, plansOf } from './plan.ts';
import { createPorts, type Ports } from './ports.ts';
import { rememberRouting, type Signature, signatureOf, unchangedEdges } from './reuse.ts';
import { createGroupParts, type GroupParts } from './shared.ts';

export interface RouteOptions {
  /** The words beside the lines, in its language; without it they have none. */
  readonly i18n?: I18n;
  /**
   * What `route` gave for the drawing before a change. Lines whose ends and surroundings are as they were stay the same
   * objects. Meant for a drag: a drawing made anew may find better ways for them.
   */
  readonly previous?: readonly Edge[];
}

/** How far lines keep from stages: the main way near the next row, ways back near the row they leave. */
const margins = { main: 24, other: 32 };

/** The lines that each group has already: a few of them show where its rail runs. */
type Rails = Map<string, Rail[]>;
const mostRails = 6;

interface Ends {
  readonly from: Anchor;
  readonly to: Anchor;
}

/** A plan with its ends, and what is known of its line. */
interface Line {
  readonly plan: Plan;
  readonly ends: Ends;
  readonly signature: Signature;
  readonly group: string | undefined;
  kept?: Edge;
  found?: Found | undefined;
}

/**
 * The lines of a drawing: one for every alternative of every transition, for the beginning, for a block's way into each
 * branch, past a branch that has a rule, and to the join. The main way is laid first, then others by their length; ways back
 * to one stage share a rail, or become stubs where it would cross other lines. In the order of the document. Pure.
 */
export function route(
  regulation: Regulation,
  placement: Placement,
  options: RouteOptions = {},
): readonly Edge[] {
  const plans = plansOf(regulation, options.i18n);
  const fields = fieldsOf(regulation, placement);
  const ports = createPorts();
  const lines = linesOf(regulation, placement, plans);
  const kept = unchangedEdges(
    regulation,
    placement,
    lines.map(({ plan, signature }) => ({ plan, signature, field: fields.keyOf(plan) })),
    options.previous,
  );
  const drawn = new Map<string, Line>(lines.map((line) => [line.plan.id, line]));
  const rails: Rails = new Map();
  for (const line of lines) {
    const edge = kept.get(line.plan.id);
    if (edge === undefined) continue;
    line.kept = edge;
    if (line.plan.along !== undefined) continue;
    settleKept(line, edge, fields, ports, rails);
  }
  for (const line of lines.toSorted(byTurn)) {
    if (line.kept !== undefined || line.plan.along !== undefined) continue;
    if (line.plan.broken) line.found = brokenWay(line, fields, ports);
    else lay(line, fields, ports, rails);
  }
  const stubs = placeStubs(regulation, lines, fields, ports, options.i18n);
  for (const line of lines) {
    if (line.found === undefined || line.plan.number === undefined) continue;
    fields
      .of(line.plan)
      .reserve(grown({ ...numberPoint(line.found.points), width: 0, height: 0 }, numberRadius));
  }
  const groups = new Map<string, GroupParts>();
  for (const { plan, kept: before, found, group } of lines) {
    const points = before?.points ?? found?.points;
    if (group === undefined || points === undefined || plan.along !== undefined) continue;
    if (stubs.has(plan.id)) continue;
    const parts = groups.get(group) ?? createGroupParts();
    groups.set(group, parts);
    parts.add(plan.id, points);
  }
  const edges = new Map<string, Edge>();
  for (const line of lines) {
    if (line.plan.along !== undefined) continue;
    const edge = edgeOf(line, stubs.get(line.plan.id), fields, groups.get(line.group ?? ''));
    if (edge !== undefined) edges.set(line.plan.id, edge);
  }
  for (const { plan, kept: before } of lines) {
    const leader = plan.along === undefined ? undefined : edges.get(plan.along);
    if (leader === undefined) continue;
    const same = before?.points === leader.points && before.stub === leader.stub;
    edges.set(plan.id, same ? before! : follow(plan, leader));
  }
  const result = plans.flatMap(({ id }) => edges.get(id) ?? []);
  rememberRouting(result, placement, new Map([...drawn].map(([id, { signature }]) => [id, signature])));
  return result;
}

function linesOf(regulation: Regulation, placement: Placement, plans: readonly Plan[]): readonly Line[] {
  return plans.flatMap((plan): Line[] => {
    const ends = anchorsOf(regulation, placement, plan);
    if (ends === undefined) return [];
    const group =
      plan.kind === 'transition' && plan.tone === 'other' && !plan.broken ? `to ${plan.to}` : undefined;
    return [{ plan, ends, signature: signatureOf(plan, ends), group }];
  });
}

/** The order in which lines are laid: the main way has the shortest one, then the nearer before the farther. */
function byTurn(a: Line, b: Line): number {
  return turnOf(a.plan) - turnOf(b.plan) || distance(a.ends) - distance(b.ends);
}

function turnOf(plan: Plan): number {
  if (plan.broken) return 5;
  if (plan.kind === 'start' || (plan.kind === 'branch' && !plan.skips)) return 0;
  if (plan.tone === 'other') return plan.skips || plan.kind === 'join' ? 3 : 4;
  return plan.isReturn ? 2 : 1;
}

function distance({ from, to }: Ends): number {
  return (
    Math.abs(from.box.x + from.box.width / 2 - to.box.x - to.box.width / 2) +
    Math.abs(from.box.y + from.box.height / 2 - to.box.y - to.box.height / 2)
  );
}

/** Finds the line of a plan and enters it into its field, unless it becomes a stub. */
function lay(line: Line, fields: Fields, ports: Ports, rails: Rails): void {
  const { plan, ends, group } = line;
  const field = fields.of(plan);
  const found = findWay({
    ...ends,
    field,
    ports,
    ownFrom: fields.ownIn(plan, plan.from),
    ownTo: plan.kind === 'join' || plan.skips ? undefined : fields.ownIn(plan, plan.to),
    group,
    rails: rails.get(group ?? '') ?? [],
    numbered: plan.number !== undefined,
    mayGiveUp: plan.mayBeStub,
    nearTarget: plan.tone !== 'other',
    margin: plan.tone === 'other' ? margins.other : margins.main,
  });
  if (found === undefined) return;
  line.found = found;
  if (plan.mayBeStub && !found.isClear) return;
  settle(line, found.points, found.fromSide, found.toSide, fields, ports, rails);
}

/** Enters a line into its field: others go around it, and its group may join it. */
function settle(
  { plan, ends, group }: Line,
  points: readonly Point[],
  fromSide: Side,
  toSide: Side,
  fields: Fields,
  ports: Ports,
  rails: Rails,
): void {
  fields.of(plan).addLine(points, group);
  ports.take(ends.from, fromSide, along(fromSide, points[0]!), undefined);
  if (plan.broken) return;
  ports.take(ends.to, toSide, along(toSide, points.at(-1)!), group);
  if (group === undefined) return;
  const list = rails.get(group) ?? [];
  if (list.length < mostRails) rails.set(group, [...list, { points, toSide }]);
}

function settleKept(line: Line, edge: Edge, fields: Fields, ports: Ports, rails: Rails): void {
  const field = fields.of(line.plan);
  if (edge.stub === undefined) {
    settle(line, edge.points, edge.fromSide, edge.toSide, fields, ports, rails);
  } else {
    ports.take(line.ends.from, edge.fromSide, along(edge.fromSide, edge.stub.out.points[0]!), undefined);
    field.reserve(grown(pillBox(edge.stub.out), 2), true);
  }
  if (edge.label !== undefined) field.reserve(labelBox(edge.label));
  if (edge.numberAt !== undefined) {
    field.reserve(grown({ ...edge.numberAt, width: 0, height: 0 }, numberRadius));
  }
}

function along(side: Side, { x, y }: Point): number {
  return side === 'left' || side === 'right' ? y : x;
}

/** A line that leads nowhere: a short one, to whichever side is clear. */
function brokenWay(line: Line, fields: Fields, ports: Ports): Found | undefined {
  const { from } = line.ends;
  const field = fields.of(line.plan);
  const own = fields.ownIn(line.plan, line.plan.from);
  let best: Found | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const dock of from.docks) {
    const port = ports.free(from, dock, (dock.from + dock.to) / 2, undefined);
    const start = dock.point(port.at);
    const end = outwards(start, dock.side, brokenLength);
    const met = field.meet(start, end, own, own, undefined);
    const cost = dock.cost + port.cost + met.boxes * 5000 + (met.crossings + met.overlap) * 500;
    if (cost >= least) continue;
    least = cost;
    best = { points: [start, end], fromSide: dock.side, toSide: dock.side, isClear: true };
  }
  if (best === undefined) return undefined;
  field.addLine(best.points, undefined);
  ports.take(from, best.fromSide, along(best.fromSide, best.points[0]!), undefined);
  return best;
}

const brokenLength = 36;

function outwards({ x, y }: Point, side: Side, by: number): Point {
  switch (side) {
    case 'right':
      return { x: x + by, y };
    case 'left':
      return { x: x - by, y };
    case 'bottom':
      return { x, y: y + by };
    case 'top':
      return { x, y: y - by };
  }
}

/** Pills of the lines that would cross others: one at each source, one for all at a target. */
function placeStubs(
  regulation: Regulation,
  lines: readonly Line[],
  fields: Fields,
  ports: Ports,
  i18n: I18n | undefined,
): ReadonlyMap<string, Edge['stub']> {
  const stubs = new Map<string, Edge['stub']>();
  const isStub = ({ kept, found, plan }: Line) =>
    plan.along === undefined &&
    (kept === undefined ? found !== undefined && plan.mayBeStub && !found.isClear : kept.stub !== undefined);
  const say = (id: string) => stageOf(regulation, id)?.title[i18n?.locale ?? 'ru'] ?? id;
  for (const [to, list] of Map.groupBy(lines.filter(isStub), ({ plan }) => plan.to)) {
    const first = list[0]!;
    const keptInto = list.find(({ kept }) => kept?.stub !== undefined)?.kept?.stub?.into;
    // The pill stays when exactly those lines share it that did before.
    const stays =
      keptInto !== undefined &&
      list.every(({ kept }) => kept !== undefined) &&
      keptInto.count === list.length;
    const sources = [...new Set(list.map(({ plan }) => plan.from))].map(say);
    const into = stays
      ? undefined
      : placePill(first.ends.to, fromWords(i18n, sources), 'in', fields.of(first.plan), ports);
    for (const line of list) {
      if (stays) {
        stubs.set(line.plan.id, line.kept!.stub!);
        continue;
      }
      const out: { pill: Pill } =
        line.kept?.stub === undefined
          ? placePill(
              line.ends.from,
              say(to),
              line.plan.number === undefined ? 'out' : 'outNumbered',
              fields.of(line.plan),
              ports,
            )
          : { pill: line.kept.stub.out };
      stubs.set(line.plan.id, {
        out: out.pill,
        into: { ...into!.pill, side: into!.side, count: list.length, drawn: line === first },
      });
    }
  }
  return stubs;
}

function edgeOf(
  line: Line,
  stub: Edge['stub'],
  fields: Fields,
  group: GroupParts | undefined,
): Edge | undefined {
  const { plan, kept, found } = line;
  if (kept !== undefined)
    return kept.stub === stub ? kept : { ...kept, ...(stub === undefined ? {} : { stub }) };
  if (found === undefined) return undefined;
  const numbered = plan.number !== undefined;
  // A pill says where a way leads; by which outcome is said on the whole line, and in its words.
  const label =
    plan.caption !== '' && !plan.broken && stub === undefined
      ? placeLabel(plan.caption, found.points, fields.of(plan), {
          numbered,
          shared: group?.firstShared(plan.id, found.points),
        })
      : undefined;
  return {
    ...identityOf(plan),
    fromSide: found.fromSide,
    toSide: found.toSide,
    ...(plan.number === undefined ? {} : { number: plan.number }),
    ...(numbered ? { numberAt: numberPoint(stub?.out.points ?? found.points) } : {}),
    ...(label === undefined ? {} : { label }),
    points: found.points,
    ...(stub === undefined ? {} : { stub }),
    ...(plan.broken ? { broken: true } : {}),
  };
}

function identityOf(plan: Plan) {
  return {
    id: plan.id,
    kind: plan.kind,
    ...(plan.transition === undefined ? {} : { transition: plan.transition }),
    ...(plan.alternative === undefined ? {} : { alternative: plan.alternative }),
    ...(plan.branch === undefined ? {} : { branch: plan.branch }),
    from: plan.from,
    to: plan.to,
    tone: plan.tone,
    words: plan.words,
    isReturn: plan.isReturn,
  };
}

/** A line that coincides with that of another outcome: the words are that one's. */
function follow(plan: Plan, { fromSide, toSide, points, stub }: Edge): Edge {
  return {
    ...identityOf(plan),
    fromSide,
    toSide,
    points,
    ...(stub === undefined ? {} : { stub: { ...stub, into: { ...stub.into, drawn: false } } }),
    along: plan.along!,
  };
}

function numberPoint(points: readonly Point[]): Point {
  const [from, to] = [points[0]!, points[1]!];
  return {
    x: from.x + Math.sign(to.x - from.x) * numberAway,
    y: from.y + Math.sign(to.y - from.y) * numberAway,
  };
}
