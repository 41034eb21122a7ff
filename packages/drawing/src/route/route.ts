import type { I18n } from '@reglament/i18n';
import type { Regulation } from '@reglament/regulation';
import { grown, type Point, type Side } from '../geometry/box.ts';
import type { Placement } from '../place/placement.ts';
import { brokenWay } from './broken-way.ts';
import { type Edge, labelBox, numberRadius, pillBox } from './edge.ts';
import { type Fields, fieldsOf } from './fields.ts';
import { findWay, type Rail } from './find-way.ts';
import { along, byTurn, type Line, linesOf } from './line.ts';
import { edgeOf, follow, numberPoint } from './make-edge.ts';
import { plansOf } from './plan.ts';
import { createPorts, type Ports } from './ports.ts';
import { isDrawnAs, rememberRouting, unchangedEdges } from './reuse.ts';
import { createGroupParts, type GroupParts } from './shared.ts';
import { placeStubs } from './stubs.ts';

export interface RouteOptions {
  /** The words beside the lines, in its language; without it they have none. */
  readonly i18n?: I18n;
  /**
   * What `route` gave for the drawing before a change. Lines whose ends and surroundings are as they were stay as they are,
   * and every line that is drawn as before stays the same object.
   */
  readonly previous?: readonly Edge[];
}

/** How far lines keep from stages: the main way near the next row, ways back near the row they leave. */
const margins = { main: 24, other: 32 };

/** The lines that each group has already: a few of them show where its rail runs. */
type Rails = Map<string, Rail[]>;
const mostRails = 6;

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
  const fields = fieldsOf(regulation, placement, options.i18n?.locale);
  const ports = createPorts();
  const lines = linesOf(regulation, placement, plans);
  const kept = unchangedEdges(
    regulation,
    placement,
    lines.map(({ plan, signature, group }) => ({ plan, signature, group, field: fields.keyOf(plan) })),
    options.previous,
  );
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
    const at = numberPoint(stubs.get(line.plan.id)?.out.points ?? line.found.points);
    fields.of(line.plan).reserve(grown({ ...at, width: 0, height: 0 }, numberRadius));
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
  const former = new Map(options.previous?.map((edge) => [edge.id, edge]));
  const edges = new Map<string, Edge>();
  for (const line of lines) {
    if (line.plan.along !== undefined) continue;
    const edge = edgeOf(line, stubs.get(line.plan.id), fields, groups.get(line.group ?? ''));
    if (edge === undefined) continue;
    const old = former.get(line.plan.id);
    edges.set(line.plan.id, old !== undefined && isDrawnAs(old, edge) ? old : edge);
  }
  for (const { plan, kept: before } of lines) {
    const leader = plan.along === undefined ? undefined : edges.get(plan.along);
    if (leader === undefined) continue;
    const same = before?.points === leader.points && before.stub === leader.stub;
    edges.set(plan.id, same ? before! : follow(plan, leader));
  }
  const result = plans.flatMap(({ id }) => edges.get(id) ?? []);
  rememberRouting(result, placement, new Map(lines.map(({ plan, signature }) => [plan.id, signature])));
  return result;
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
