import type { Side } from '../geometry/box.ts';
import type { Anchor, Dock } from './anchor.ts';

/** Which places of the sides are taken, so that the ends of lines do not coincide. */
export interface Ports {
  /** Places on a side for a new end: the one that its group has already, then the free ones nearest to `wanted`. */
  readonly free: (anchor: Anchor, dock: Dock, wanted: number, group: string | undefined) => Port;
  readonly isFree: (anchor: Anchor, dock: Dock, at: number, group: string | undefined) => boolean;
  readonly take: (anchor: Anchor, side: Side, at: number, group: string | undefined) => void;
}

export interface Port {
  readonly at: number;
  /** What it costs that the place is taken or near to another. */
  readonly cost: number;
}

interface Taken {
  readonly at: number;
  readonly group: string | undefined;
}

/** Between two ends on one side, in pixels: on a long side, and on a short one. */
const apart = { long: 36, short: 18, least: 12 };
const crowded = 120;
const coincident = 500;

export function createPorts(): Ports {
  const taken = new Map<string, Taken[]>();
  const on = (anchor: Anchor, side: Side) => taken.get(`${anchor.key} ${side}`) ?? [];

  const isClear = (list: readonly Taken[], at: number, group: string | undefined, distance: number) =>
    list.every((other) =>
      group !== undefined && other.group === group && other.at === at
        ? true
        : Math.abs(other.at - at) >= distance,
    );

  const free: Ports['free'] = (anchor, dock, wanted, group) => {
    const list = on(anchor, dock.side);
    const first = Math.min(dock.to, Math.max(dock.from, wanted));
    if (list.length === 0) return { at: first, cost: 0 };
    const wide = apartOn(dock);
    for (const distance of [wide, wide / 2, apart.least]) {
      for (let step = 0; step * 4 <= dock.to - dock.from; step++) {
        for (const at of step === 0 ? [first] : [first + step * 4, first - step * 4]) {
          if (at < dock.from || at > dock.to) continue;
          if (isClear(list, at, group, distance)) return { at, cost: distance === wide ? 0 : crowded };
        }
      }
    }
    return { at: first, cost: coincident };
  };

  return {
    free,
    isFree: (anchor, dock, at, group) => isClear(on(anchor, dock.side), at, group, apartOn(dock)),
    take: (anchor, side, at, group) => {
      const key = `${anchor.key} ${side}`;
      const list = taken.get(key);
      if (list === undefined) taken.set(key, [{ at, group }]);
      else list.push({ at, group });
    },
  };
}

function apartOn(dock: Dock): number {
  return dock.to - dock.from > 100 ? apart.long : apart.short;
}
