import type { StageKind } from '@reglament/regulation';

/** What has an outline of its own: a stage of each kind, and the mark of the beginning. */
export type SilhouetteKind = StageKind | 'start';

/** `outline` is closed and may be filled; `extra` are strokes over it, where the kind has some. Both are SVG path data. */
export interface Silhouette {
  readonly outline: string;
  readonly extra?: string;
}

/** The height at which corners have their full size; lower ones shrink with the height (glyphs of the palette). */
const fullHeight = 88;

/** Sizes of the corners of a silhouette that is `height` high. */
export function cornersOf(height: number) {
  const scale = Math.min(1, height / fullHeight);
  return {
    radius: 8 * scale,
    cut: 15 * scale,
    point: 24 * scale,
    delay: 34 * scale,
    delayRadius: 4 * scale,
    tab: 8 * scale,
    wave: { right: 9 * scale, up: 19 * scale, down: 12 * scale, left: 5 * scale },
  };
}

/** Where the tab of a registration ends, as a part of its width. */
export const tabPart = 0.34;

/**
 * The outline of a stage kind in a box of `width` by `height` pixels whose top left is the origin: a kind is known by its
 * outline before its icon, and by its tint last. Signs of ГОСТ 19.701 where it has one for the thing. Pure.
 */
export function silhouette(kind: SilhouetteKind, width: number, height: number): Silhouette {
  const [w, h] = [width, height];
  const { radius: r, cut, point, delay, delayRadius, tab, wave } = cornersOf(height);
  switch (kind) {
    case 'approval':
      return {
        outline: `M${cut},0H${w - cut}L${w},${cut}V${h - cut}L${w - cut},${h}H${cut}L0,${h - cut}V${cut}Z`,
      };
    case 'signing':
      return {
        outline:
          `M${r},0H${w - r}A${r},${r} 0 0 1 ${w},${r}V${h - wave.right}` +
          `C${w * 0.7},${h - wave.up} ${w * 0.38},${h + wave.down} 0,${h - wave.left}` +
          `V${r}A${r},${r} 0 0 1 ${r},0Z`,
      };
    case 'registration':
      return {
        outline:
          `M${r},0H${w * tabPart}L${w * tabPart + tab},${tab}H${w - r}A${r},${r} 0 0 1 ${w},${tab + r}V${h - r}` +
          `A${r},${r} 0 0 1 ${w - r},${h}H${r}A${r},${r} 0 0 1 0,${h - r}V${r}A${r},${r} 0 0 1 ${r},0Z`,
      };
    case 'acquaintance':
      return {
        outline:
          `M0,${h / 2}C${point * 0.25},${h * 0.25} ${point * 0.55},0 ${point},0H${w - point}` +
          `A${point},${h / 2} 0 0 1 ${w - point},${h}` +
          `H${point}C${point * 0.55},${h} ${point * 0.25},${h * 0.75} 0,${h / 2}Z`,
      };
    case 'wait':
      return {
        outline:
          `M${delayRadius},0H${w - delay}A${delay},${h / 2} 0 0 1 ${w - delay},${h}H${delayRadius}` +
          `A${delayRadius},${delayRadius} 0 0 1 0,${h - delayRadius}V${delayRadius}` +
          `A${delayRadius},${delayRadius} 0 0 1 ${delayRadius},0Z`,
      };
    case 'choice':
      return { outline: `M${w / 2},0L${w},${h / 2}L${w / 2},${h}L0,${h / 2}Z` };
    case 'start':
      return { outline: roundedBox(0, 0, w, h, h / 2) };
    case 'end':
      return {
        outline: roundedBox(0, 0, w, h, h / 2),
        extra: roundedBox(3.5, 3.5, w - 7, h - 7, h / 2 - 3.5),
      };
    default:
      return { outline: roundedBox(0, 0, w, h, r) };
  }
}

function roundedBox(x: number, y: number, width: number, height: number, r: number): string {
  return (
    `M${x + r},${y}H${x + width - r}A${r},${r} 0 0 1 ${x + width},${y + r}V${y + height - r}` +
    `A${r},${r} 0 0 1 ${x + width - r},${y + height}H${x + r}A${r},${r} 0 0 1 ${x},${y + height - r}` +
    `V${y + r}A${r},${r} 0 0 1 ${x + r},${y}Z`
  );
}
