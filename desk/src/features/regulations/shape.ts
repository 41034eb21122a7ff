import type { StageKind } from '@reglament/regulation';

function box(x: number, y: number, width: number, height: number, r: number): string {
  return (
    `M${x + r},${y}H${x + width - r}A${r},${r} 0 0 1 ${x + width},${y + r}V${y + height - r}` +
    `A${r},${r} 0 0 1 ${x + width - r},${y + height}H${x + r}A${r},${r} 0 0 1 ${x},${y + height - r}` +
    `V${y + r}A${r},${r} 0 0 1 ${x + r},${y}Z`
  );
}

/**
 * The silhouette of a stage kind (look/nodes.html): a kind is known by its outline before its icon, and by its tint last.
 * Signs of ГОСТ 19.701 where it has one for the thing. Pure.
 */
export function shapeOf(kind: StageKind, w: number, h: number): string {
  const r = 8;
  switch (kind) {
    case 'approval': {
      const k = 15;
      return `M${k},0H${w - k}L${w},${k}V${h - k}L${w - k},${h}H${k}L0,${h - k}V${k}Z`;
    }
    case 'signing':
      return (
        `M${r},0H${w - r}A${r},${r} 0 0 1 ${w},${r}V${h - 9}` +
        `C${w * 0.7},${h - 19} ${w * 0.38},${h + 12} 0,${h - 5}V${r}A${r},${r} 0 0 1 ${r},0Z`
      );
    case 'registration': {
      const tab = w * 0.34;
      return (
        `M${r},0H${tab}L${tab + 8},8H${w - r}A${r},${r} 0 0 1 ${w},${8 + r}V${h - r}` +
        `A${r},${r} 0 0 1 ${w - r},${h}H${r}A${r},${r} 0 0 1 0,${h - r}V${r}A${r},${r} 0 0 1 ${r},0Z`
      );
    }
    case 'acquaintance': {
      const a = 24;
      return (
        `M0,${h / 2}C${a * 0.25},${h * 0.25} ${a * 0.55},0 ${a},0H${w - a}A${a},${h / 2} 0 0 1 ${w - a},${h}` +
        `H${a}C${a * 0.55},${h} ${a * 0.25},${h * 0.75} 0,${h / 2}Z`
      );
    }
    case 'wait': {
      const a = 34;
      return `M4,0H${w - a}A${a},${h / 2} 0 0 1 ${w - a},${h}H4A4,4 0 0 1 0,${h - 4}V4A4,4 0 0 1 4,0Z`;
    }
    case 'choice':
      return `M${w / 2},0L${w},${h / 2}L${w / 2},${h}L0,${h / 2}Z`;
    case 'end':
      return box(0, 0, w, h, h / 2) + box(3.5, 3.5, w - 7, h - 7, h / 2 - 3.5);
    default:
      return box(0, 0, w, h, r);
  }
}
