import type { Box, Point, Side } from './box.ts';
import { cornersOf, type SilhouetteKind, tabPart } from './silhouette.ts';

/**
 * The point of a silhouette's outline on one side of its box: `at` is the coordinate along that side (x of top and bottom,
 * y of left and right). A wave, a tab or a round side lies inside the box. Pure.
 */
export function outlinePoint(kind: SilhouetteKind, box: Box, side: Side, at: number): Point {
  const { x, y, width, height } = box;
  switch (side) {
    case 'top':
      return { x: at, y: y + topInset(kind, at - x, width, height) };
    case 'bottom':
      return { x: at, y: y + height - bottomInset(kind, at - x, width, height) };
    case 'left':
      return { x: x + leftInset(kind, at - y, height), y: at };
    case 'right':
      return { x: x + width - rightInset(kind, at - y, height), y: at };
  }
}

function topInset(kind: SilhouetteKind, along: number, width: number, height: number): number {
  if (kind !== 'registration') return 0;
  const { tab } = cornersOf(height);
  return Math.min(tab, Math.max(0, along - width * tabPart));
}

function bottomInset(kind: SilhouetteKind, along: number, width: number, height: number): number {
  if (kind !== 'signing') return 0;
  const { wave } = cornersOf(height);
  // The wave is a cubic curve from the right to the left: its place `t` is found by halving, its x falls steadily.
  let [low, high] = [0, 1];
  for (let i = 0; i < 20; i++) {
    const t = (low + high) / 2;
    if (cubic(width, width * 0.7, width * 0.38, 0, t) > along) low = t;
    else high = t;
  }
  return cubic(wave.right, wave.up, -wave.down, wave.left, (low + high) / 2);
}

function leftInset(kind: SilhouetteKind, along: number, height: number): number {
  if (kind !== 'acquaintance') return 0;
  const { point } = cornersOf(height);
  const half = height / 2;
  const off = Math.min(1, Math.abs(along - half) / half);
  // From the tip (0) to the flat top (1) by the same curve as the silhouette, again by halving.
  let [low, high] = [0, 1];
  for (let i = 0; i < 20; i++) {
    const t = (low + high) / 2;
    if (cubic(0, 0.5, 1, 1, t) < off) low = t;
    else high = t;
  }
  return cubic(0, point * 0.25, point * 0.55, point, (low + high) / 2);
}

function rightInset(kind: SilhouetteKind, along: number, height: number): number {
  const { point, delay } = cornersOf(height);
  const radius = kind === 'wait' ? delay : kind === 'acquaintance' ? point : 0;
  const off = Math.min(1, Math.abs(along - height / 2) / (height / 2));
  return radius * (1 - Math.sqrt(1 - off * off));
}

function cubic(a: number, b: number, c: number, d: number, t: number): number {
  const s = 1 - t;
  return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
}
