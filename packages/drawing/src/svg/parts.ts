import type { Point } from '../geometry/box.ts';
import type { Weight } from '../words/text-width.ts';
import { iconPaths } from './icons.ts';
import { element, escapeXml } from './xml.ts';

/** Golos Text where it is installed; the others are near to its widths. */
export const fontFamily = "'Golos Text Variable', 'Golos Text', 'Noto Sans', 'Segoe UI', Arial, sans-serif";

/** An icon in a square of `size` by its top left. */
export function icon(name: keyof typeof iconPaths, { x, y }: Point, size: number, colour: string): string {
  const scale = size / 24;
  return element('path', {
    d: iconPaths[name],
    transform: `translate(${x} ${y}) scale(${Math.round(scale * 10_000) / 10_000})`,
    fill: 'none',
    stroke: colour,
    'stroke-width': 1.75,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  });
}

export interface TextStyle {
  readonly size: number;
  readonly weight: Weight;
  readonly colour: string;
  readonly anchor?: 'start' | 'middle' | 'end';
}

/** One line of text by its baseline. */
export function text(words: string, { x, y }: Point, style: TextStyle): string {
  return element('text', { x, y, ...written(style), 'text-anchor': style.anchor }, escapeXml(words));
}

/** Pieces of one line that follow each other, each in its own style. */
export function run(pieces: readonly (readonly [string, TextStyle])[], { x, y }: Point): string {
  return element(
    'text',
    { x, y, 'xml:space': 'preserve' },
    ...pieces.map(([words, style]) => element('tspan', written(style), escapeXml(words))),
  );
}

function written({ size, weight, colour }: TextStyle) {
  return { 'font-size': size, 'font-weight': weight, fill: colour };
}
