import type { Regulation } from '@reglament/regulation';
import type { Point, Side } from '../geometry/box.ts';
import type { Placement } from '../place/placement.ts';
import { type Anchor, anchorsOf } from './anchor.ts';
import type { Edge } from './edge.ts';
import type { Found } from './find-way.ts';
import type { Plan } from './plan.ts';
import { type Signature, signatureOf } from './reuse.ts';

export interface Ends {
  readonly from: Anchor;
  readonly to: Anchor;
}

/** A plan with its ends, and what is known of its line. */
export interface Line {
  readonly plan: Plan;
  readonly ends: Ends;
  readonly signature: Signature;
  readonly group: string | undefined;
  kept?: Edge;
  found?: Found | undefined;
}

/** The plans that have both of their ends in the placement. */
export function linesOf(
  regulation: Regulation,
  placement: Placement,
  plans: readonly Plan[],
): readonly Line[] {
  return plans.flatMap((plan): Line[] => {
    const ends = anchorsOf(regulation, placement, plan);
    if (ends === undefined) return [];
    const group =
      plan.kind === 'transition' && plan.tone === 'other' && !plan.broken ? `to ${plan.to}` : undefined;
    return [{ plan, ends, signature: signatureOf(plan, ends), group }];
  });
}

/** The order in which lines are laid: the main way has the shortest one, then the nearer before the farther. */
export function byTurn(a: Line, b: Line): number {
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

/** Whether a line was found and would cross others, so that it is drawn as a stub. */
export function isStub({ kept, found, plan }: Line): boolean {
  if (plan.along !== undefined) return false;
  return kept === undefined
    ? found !== undefined && plan.mayBeStub && !found.isClear
    : kept.stub !== undefined;
}

/** The coordinate of a point along a side. */
export function along(side: Side, { x, y }: Point): number {
  return side === 'left' || side === 'right' ? y : x;
}
