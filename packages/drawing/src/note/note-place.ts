import type { I18n } from '@reglament/i18n';
import { noteBounds, type Regulation } from '@reglament/regulation';
import { type Box, gapBetween, type Point } from '../geometry/box.ts';
import { segmentsOf } from '../geometry/polyline.ts';
import { type Direction, freePlace } from '../place/free-place.ts';
import type { Placement } from '../place/placement.ts';
import { labelBox, pillBox } from '../route/edge.ts';
import { route } from '../route/route.ts';
import { noteBoxes } from './note-box.ts';

const directions: readonly Direction[] = ['down', 'right', 'left', 'up'];

/** The place for a new note beside `near` that is nearest to it and lies on no stage, line, label or other note. Pure. */
export function notePlace(regulation: Regulation, placement: Placement, near: Box, i18n: I18n): Point {
  const lines = route(regulation, placement, { i18n }).flatMap(({ points, label, stub }) => [
    ...(stub === undefined ? segmentsOf(points) : [pillBox(stub.out), pillBox(stub.into)]),
    ...(label === undefined ? [] : [labelBox(label)]),
  ]);
  const taken = [...lines, ...noteBoxes(regulation).values(), ...placement.boxes.values()];
  const onSheet: Placement = { ...placement, lanes: new Map() };
  const spots = directions.map((direction) => freePlace(onSheet, near, direction, noteBounds.size, taken));
  const gap = (spot: Point) => gapBetween({ ...spot, ...noteBounds.size }, near);
  return spots.reduce((best, spot) => (gap(spot) < gap(best) ? spot : best));
}
