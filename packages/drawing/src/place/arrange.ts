import { branchesOf, type Regulation, type Slug, stageOf } from '@reglament/regulation';
import type { Box, Point } from '../geometry/box.ts';
import { textWidth } from '../words/text-width.ts';
import { forwardWay } from './forward.ts';
import type { Home } from './homes.ts';
import { measure } from './measure.ts';
import { nodeSize, type Size, startSize } from './sizes.ts';

/** Columns of the root: a stage and the room for what its outcome says. */
const column = { width: nodeSize.width, pitch: 312, most: 4 };
const rowGap = 96;
const stackGap = 40;
/** Room above the first row for the mark of the beginning. */
const firstRow = startSize.height + 40;
/** Between stages of a branch, which stands in one line. */
const laneGap = 112;

/**
 * A place for every stage, as if none had one: the main way in rows of up to four columns, rework on the left, ends below,
 * what nothing leads to under them; in a branch one line from left to right. Places are written as the document has them:
 * of a stage in a branch, from the top left of its lane's content. Deterministic, pure.
 */
export function arrange(regulation: Regulation): ReadonlyMap<Slug, Point> {
  return measure(regulation, (home, sizes) => arrangeScope(regulation, home, sizes)).places;
}

/** Places of the stages of one scope, whose sizes are known. Pure. */
export function arrangeScope(
  regulation: Regulation,
  home: Home | undefined,
  sizes: (stage: Slug) => Size,
): ReadonlyMap<Slug, Point> {
  return home === undefined ? arrangeRoot(regulation, sizes) : arrangeLane(regulation, home, sizes);
}

function arrangeRoot(regulation: Regulation, sizes: (stage: Slug) => Size): ReadonlyMap<Slug, Point> {
  const { layers, reworks, ends, unreached, next } = forwardWay(regulation);
  const places = new Map<Slug, Point>();
  const left = reworks.length > 0 ? column.pitch : 0;
  let top = firstRow;
  for (const row of rowsOf(layers, sizes)) {
    const height = Math.max(...row.map((layer) => stackHeight(layer, sizes)));
    let slot = 0;
    for (const layer of row) {
      const room = slotsOf(layer, sizes);
      stack(layer, sizes, left + slot * column.pitch, roomWidth(room), top + height / 2, places);
      slot += room;
    }
    top += height + rowGap;
  }
  const below = layers.length > 0 ? firstRow + stackHeight(layers[0]!, sizes) + rowGap : firstRow;
  let at = below;
  for (const id of reworks) {
    places.set(id, { x: 0, y: at });
    at += sizes(id).height + rowGap;
  }
  top = layers.length > 0 || reworks.length === 0 ? top : at;
  top = placeEnds(ends, next, sizes, places, layers.flat(), left, top);
  for (let i = 0; i < unreached.length; i += column.most) {
    const row = unreached.slice(i, i + column.most);
    let x = left;
    for (const id of row) {
      places.set(id, { x, y: top });
      x += slotsOf([id], sizes) * column.pitch;
    }
    top += Math.max(...row.map((id) => sizes(id).height)) + rowGap;
  }
  return places;
}

function arrangeLane(
  regulation: Regulation,
  home: Home,
  sizes: (stage: Slug) => Size,
): ReadonlyMap<Slug, Point> {
  const { layers, reworks, ends, unreached } = forwardWay(regulation, home);
  const places = new Map<Slug, Point>();
  const line = [...layers, ...[...reworks, ...ends, ...unreached].map((id) => [id])];
  const height = Math.max(0, ...line.map((layer) => stackHeight(layer, sizes)));
  let x = roomForRule(regulation, home);
  for (const layer of line) {
    const width = Math.max(...layer.map((id) => sizes(id).width));
    stack(layer, sizes, x, width, height / 2, places);
    x += width + laneGap;
  }
  return places;
}

/** The room before the first stage of a branch for the rule under which it is entered. */
function roomForRule(regulation: Regulation, home: Home): number {
  const block = stageOf(regulation, home.block);
  const when = block && branchesOf(block).find(([branch]) => branch === home.branch)?.[1].when;
  const rule = when === undefined ? undefined : regulation.rules[when];
  if (rule === undefined) return 0;
  const words = Math.max(textWidth(rule.title.ru, 12, 500), textWidth(rule.title.en, 12, 500));
  return Math.min(120, Math.ceil(words / 8) * 8) + 24;
}

/** Layers in rows of up to four columns; one that is wider has a row of its own. */
function rowsOf(
  layers: readonly (readonly Slug[])[],
  sizes: (stage: Slug) => Size,
): readonly (readonly (readonly Slug[])[])[] {
  const rows: (readonly Slug[])[][] = [];
  let used = column.most;
  for (const layer of layers) {
    const room = slotsOf(layer, sizes);
    if (used + room > column.most) {
      rows.push([]);
      used = 0;
    }
    rows.at(-1)!.push(layer);
    used += room;
  }
  return rows;
}

function slotsOf(layer: readonly Slug[], sizes: (stage: Slug) => Size): number {
  const width = Math.max(...layer.map((id) => sizes(id).width));
  return Math.max(1, Math.ceil((width + column.pitch - column.width) / column.pitch));
}

function roomWidth(slots: number): number {
  return slots * column.pitch - (column.pitch - column.width);
}

/** Stages of one layer, one under another around the middle of their row, each in the middle of its column. */
function stack(
  layer: readonly Slug[],
  sizes: (stage: Slug) => Size,
  x: number,
  width: number,
  middle: number,
  places: Map<Slug, Point>,
): void {
  let y = middle - stackHeight(layer, sizes) / 2;
  for (const id of layer) {
    const size = sizes(id);
    const wide = size.width > column.width;
    places.set(id, { x: wide ? x : x + Math.min(width, column.width) / 2 - size.width / 2, y });
    y += size.height + stackGap;
  }
}

function stackHeight(layer: readonly Slug[], sizes: (stage: Slug) => Size): number {
  return layer.reduce((sum, id) => sum + sizes(id).height + stackGap, -stackGap);
}

/** Ends in rows of their own, each under a stage that leads to it where that place is free. */
function placeEnds(
  ends: readonly Slug[],
  next: (stage: Slug) => readonly Slug[],
  sizes: (stage: Slug) => Size,
  places: Map<Slug, Point>,
  main: readonly Slug[],
  left: number,
  top: number,
): number {
  if (ends.length === 0) return top;
  const taken: Box[] = [];
  for (const id of ends) {
    const size = sizes(id);
    const from = main.findLast((stage) => next(stage).includes(id));
    const source = from === undefined ? undefined : places.get(from);
    const middle = source === undefined ? left + column.width / 2 : source.x + sizes(from!).width / 2;
    let x = middle - size.width / 2;
    let y = top;
    while (taken.some((box) => Math.abs(box.x - x) < column.pitch - 24 && box.y === y)) {
      x += column.pitch;
      if (x > left + column.most * column.pitch) {
        x = left + column.width / 2 - size.width / 2;
        y += size.height + stackGap;
      }
    }
    taken.push({ x, y, ...size });
    places.set(id, { x, y });
  }
  return Math.max(...taken.map((box) => box.y + box.height)) + rowGap;
}
