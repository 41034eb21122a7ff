import type { Point } from '../geometry/box.ts';
import { type Edge, numberAway } from './edge.ts';
import type { Fields } from './fields.ts';
import { placeLabel } from './labels.ts';
import type { Line } from './line.ts';
import type { Plan } from './plan.ts';
import type { GroupParts } from './shared.ts';

/** The edge of a line: the one it was before where that still stands, or a new one with a label where there is room. */
export function edgeOf(
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
export function follow(plan: Plan, { fromSide, toSide, points, stub }: Edge): Edge {
  return {
    ...identityOf(plan),
    fromSide,
    toSide,
    points,
    ...(stub === undefined ? {} : { stub: { ...stub, into: { ...stub.into, drawn: false } } }),
    along: plan.along!,
  };
}

export function numberPoint(points: readonly Point[]): Point {
  const [from, to] = [points[0]!, points[1]!];
  return {
    x: from.x + Math.sign(to.x - from.x) * numberAway,
    y: from.y + Math.sign(to.y - from.y) * numberAway,
  };
}
