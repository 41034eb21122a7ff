import type { Point } from '../geometry/box.ts';
import { arrowHead, wire } from '../geometry/polyline.ts';
import { type Edge, labelSize, lineHeight, numberRadius, type Pill, pillHeight } from '../route/edge.ts';
import type { Colours } from './colours.ts';
import { icon, text } from './parts.ts';
import { element } from './xml.ts';

/** A line, or the pills that stand for it. */
export function drawEdge(edge: Edge, colours: Colours): string {
  if (edge.along !== undefined) return '';
  const { stub } = edge;
  if (stub === undefined) {
    return edge.broken === true ? drawBroken(edge, colours) : drawLine(edge.points, edge, colours, true);
  }
  return [
    drawLine(stub.out.points, edge, colours, false),
    drawPill(stub.out, colours),
    ...(stub.into.drawn
      ? [drawLine(stub.into.points, edge, colours, true), drawPill(stub.into, colours)]
      : []),
  ].join('');
}

/** The words and the number of a line; drawn over all lines. */
export function drawEdgeWords({ label, number, numberAt }: Edge, colours: Colours): string {
  const words = (label?.lines ?? []).map((line, index) =>
    text(
      line,
      { x: label!.x, y: label!.y + index * lineHeight },
      { size: labelSize, weight: 500, colour: colours.text2, anchor: label!.anchor },
    ),
  );
  if (number === undefined || numberAt === undefined) return words.join('');
  const circle = element('circle', {
    cx: numberAt.x,
    cy: numberAt.y,
    r: numberRadius,
    fill: colours.surface,
    stroke: colours.text3,
    'stroke-width': 1.25,
  });
  const digit = text(
    String(number),
    { x: numberAt.x, y: numberAt.y + 4 },
    { size: 11, weight: 600, colour: colours.text, anchor: 'middle' },
  );
  return [...words, circle, digit].join('');
}

function drawLine(
  points: readonly Point[],
  { tone }: Pick<Edge, 'tone'>,
  colours: Colours,
  tip: boolean,
): string {
  const colour = tone === 'other' ? colours.text3 : colours.text2;
  const line = element('path', {
    d: wire(points, 10, { tip }),
    fill: 'none',
    stroke: colour,
    'stroke-width': tone === 'other' ? 1.25 : 1.75,
    ...(tone === 'lapse' ? { 'stroke-dasharray': '2 4', 'stroke-linecap': 'round' } : {}),
  });
  return tip ? line + element('path', { d: arrowHead(points), fill: colour }) : line;
}

/** A line that leads nowhere: it ends in an empty place. */
function drawBroken({ points }: Edge, colours: Colours): string {
  const [from, to] = [points[0]!, points.at(-1)!];
  const radius = 7;
  const rim = {
    x: to.x - Math.sign(to.x - from.x) * radius * 2,
    y: to.y - Math.sign(to.y - from.y) * radius * 2,
  };
  const stroke = { fill: 'none', stroke: colours.rejected };
  return (
    element('path', { d: wire([from, rim], 10, { tip: false }), ...stroke, 'stroke-width': 1.5 }) +
    element('circle', {
      cx: (to.x + rim.x) / 2,
      cy: (to.y + rim.y) / 2,
      r: radius,
      ...stroke,
      'stroke-width': 2,
      'stroke-dasharray': '4 3',
    })
  );
}

function drawPill({ x, y, width, text: words }: Pill, colours: Colours): string {
  return (
    element('rect', {
      x,
      y: y - pillHeight / 2,
      width,
      height: pillHeight,
      rx: pillHeight / 2,
      fill: colours.surface,
      stroke: colours.text3,
      'stroke-width': 1.25,
    }) +
    icon('back', { x: x + 8, y: y - 6 }, 12, colours.text2) +
    text(words, { x: x + 24, y: y + 4 }, { size: labelSize, weight: 500, colour: colours.text2 })
  );
}
