import type { I18n } from '@reglament/i18n';
import { type Box, grown, holds, type Point, type Side } from '../geometry/box.ts';
import { firstWords, textWidth } from '../words/text-width.ts';
import type { Anchor, Dock } from './anchor.ts';
import { labelSize, type Pill, pillBox, pillHeight } from './edge.ts';
import type { Field } from './field.ts';
import type { Ports } from './ports.ts';

/** A pill at an anchor, and the side it stands at. */
export interface PlacedPill {
  readonly pill: Pill;
  readonly side: Side;
}

const widestText = { out: 100, in: 150 };
/** The sign of return, and the room around it and the text. */
const aroundText = 33;
const air = 5;
/** From the stage to an out pill, and to an in pill, whose line has a tip. */
const away = { out: 16, outNumbered: 32, in: 22 };

export type PillDirection = keyof typeof away;

/**
 * A pill beside an anchor, where it is clear of everything; its line goes `out` of the stage or `in`to it. Takes its port.
 */
export function placePill(
  anchor: Anchor,
  text: string,
  direction: PillDirection,
  field: Field,
  ports: Ports,
): PlacedPill {
  const shown = firstWords(text, widestText[direction === 'in' ? 'in' : 'out'], labelSize, 500);
  const width = Math.ceil(textWidth(shown, labelSize, 500)) + aroundText;
  let best: (PlacedPill & { readonly at: number }) | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const dock of anchor.docks) {
    for (const port of placesOn(dock, ports, anchor)) {
      for (const [turn, candidate] of pillsAt(dock, port.at, shown, width, direction).entries()) {
        const cost = dock.cost + port.cost + turn * 8 + trouble(field, candidate);
        if (cost >= least) continue;
        least = cost;
        best = { pill: candidate, side: dock.side, at: port.at };
      }
    }
  }
  const { pill, side, at } = best!;
  ports.take(anchor, side, at, undefined);
  field.reserve(grown(pillBox(pill), 2), true);
  return { pill, side };
}

/** What a pill says at the stage that is returned to. */
export function fromWords(i18n: I18n | undefined, sources: readonly string[]): string {
  const [title = ''] = sources;
  if (i18n === undefined) return title;
  return sources.length > 1
    ? i18n.t('drawing.fromMany', { count: sources.length })
    : i18n.t('drawing.from', { title });
}

function placesOn(dock: Dock, ports: Ports, anchor: Anchor) {
  const middle = (dock.from + dock.to) / 2;
  const quarter = (dock.to - dock.from) / 3;
  return [middle, middle + quarter, middle - quarter].map((wanted) =>
    ports.free(anchor, dock, wanted, undefined),
  );
}

/** Pills at one port: straight out, then turned aside. */
function pillsAt(
  dock: Dock,
  at: number,
  text: string,
  width: number,
  direction: PillDirection,
): readonly Pill[] {
  const end = dock.point(at);
  const far = away[direction];
  const made = (x: number, y: number, ...line: readonly Point[]): Pill => ({
    x,
    y,
    width,
    text,
    points: direction === 'in' ? [...line.toReversed(), end] : [end, ...line],
  });
  switch (dock.side) {
    case 'left':
    case 'right': {
      const right = dock.side === 'right';
      const edge = right ? end.x + far : end.x - far;
      return [made(right ? edge : edge - width, end.y, { x: edge, y: end.y })];
    }
    default: {
      const down = dock.side === 'bottom';
      const edge = down ? end.y + far : end.y - far;
      const middle = down ? edge + pillHeight / 2 : edge - pillHeight / 2;
      // Beyond a line that runs along the side there may be room again.
      const farther = down ? 26 : -26;
      const straight = [0, 0.3, -0.3].flatMap((part) =>
        [0, farther].map((more) =>
          made(end.x - width / 2 + part * width, middle + more, { x: end.x, y: edge + more }),
        ),
      );
      if (direction === 'in') return straight;
      const turn = { x: end.x, y: edge };
      return [
        ...straight,
        made(end.x + 24, edge, turn, { x: end.x + 24, y: edge }),
        made(end.x - 24 - width, edge, turn, { x: end.x - 24, y: edge }),
      ];
    }
  }
}

function trouble(field: Field, pill: Pill): number {
  const at = field.clearance(grown(pillBox(pill), air));
  let cost = at.boxes * 5000 + at.reserved * 2000 + at.lines * 900;
  for (let i = 1; i < pill.points.length; i++) {
    const [from, to] = [pill.points[i - 1]!, pill.points[i]!];
    cost += field.clearance(thin(from, to)).lines * 400;
  }
  if (field.closed && !holds(field.region, pillBox(pill))) cost += 1500;
  return cost;
}

function thin(from: Point, to: Point): Box {
  return {
    x: Math.min(from.x, to.x) - 3,
    y: Math.min(from.y, to.y) - 3,
    width: Math.abs(from.x - to.x) + 6,
    height: Math.abs(from.y - to.y) + 6,
  };
}
