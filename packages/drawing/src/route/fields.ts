import type { Locale } from '@reglament/i18n';
import type { Regulation, Slug } from '@reglament/regulation';
import { around, type Box } from '../geometry/box.ts';
import { type Home, homesOf } from '../place/homes.ts';
import type { Placement } from '../place/placement.ts';
import { choiceNameBoxes } from '../words/choice-name.ts';
import { startMark } from './edge.ts';
import { createField, type Field } from './field.ts';
import type { Plan } from './plan.ts';

/** The places of a drawing in which lines run; a line runs in the smallest one that holds both of its ends. */
export interface Fields {
  readonly of: (plan: Plan) => Field;
  /** The name of that field: empty for the root. */
  readonly keyOf: (plan: Plan) => string;
  /** The box by which a stage stands in the field of a plan: its own, or that of the block that holds it there. */
  readonly ownIn: (plan: Plan, stage: string) => number | undefined;
}

/** `locale`: of the words that are drawn; without it there are none. */
export function fieldsOf(regulation: Regulation, placement: Placement, locale: Locale | undefined): Fields {
  const homes = homesOf(regulation);
  const fields = new Map<string, { readonly field: Field; readonly indexOf: ReadonlyMap<string, number> }>();

  const fieldAt = (home: Home | undefined) => {
    const key = nameOf(home);
    const known = fields.get(key);
    if (known !== undefined) return known;
    const named: (readonly [string, Box])[] = homes
      .in(home)
      .flatMap((id) => (placement.boxes.has(id) ? [[id, placement.boxes.get(id)!] as const] : []));
    if (home === undefined && placement.start !== null) named.push([startMark, placement.start]);
    const boxes = named.map(([, box]) => box);
    const field = createField(boxes, regionOf(placement, home, boxes), home !== undefined);
    // Words beside a line leave room for the names of choices.
    const names = locale === undefined ? [] : choiceNameBoxes(regulation, named, locale);
    for (const box of names) field.reserve(box);
    const made = {
      field,
      indexOf: new Map(named.map(([id], index) => [id, index])),
    };
    fields.set(key, made);
    return made;
  };

  return {
    keyOf: (plan) => nameOf(homeOf(regulation, plan)),
    of: (plan) => fieldAt(homeOf(regulation, plan)).field,
    ownIn: (plan, stage) => {
      const { indexOf } = fieldAt(homeOf(regulation, plan));
      for (let at: Slug | undefined = stage; at !== undefined; at = homes.of(at)?.block) {
        const index = indexOf.get(at);
        if (index !== undefined) return index;
      }
      return undefined;
    },
  };
}

/** The innermost branch in which both ends of a plan lie. */
function homeOf(regulation: Regulation, plan: Plan): Home | undefined {
  const homes = homesOf(regulation);
  if (plan.branch !== undefined && !plan.broken) {
    return { block: plan.kind === 'branch' ? plan.from : plan.to, branch: plan.branch };
  }
  const chain = (stage: string): readonly Home[] => {
    const found: Home[] = [];
    for (let home = homes.of(stage); home !== undefined; home = homes.of(home.block)) found.push(home);
    return found;
  };
  const from = chain(plan.from);
  if (plan.broken) return from[0];
  return chain(plan.to).find((home) =>
    from.some((one) => one.block === home.block && one.branch === home.branch),
  );
}

function nameOf(home: Home | undefined): string {
  return home === undefined ? '' : `${home.block}.${home.branch}`;
}

function regionOf(placement: Placement, home: Home | undefined, boxes: readonly Box[]): Box {
  if (home === undefined) return around(boxes);
  const bars = placement.bars.get(home.block);
  const lane = placement.lanes.get(home.block)?.find(({ branch }) => branch === home.branch);
  if (bars === undefined || lane === undefined) return around(boxes);
  const x = bars.fork.x + bars.fork.width;
  return { x, y: lane.y, width: bars.join.x - x, height: lane.height };
}
