import type { Box, Point } from '../geometry/box.ts';
import { segmentsOf } from '../geometry/polyline.ts';

/** The parts of the lines of one group, found by the coordinate on which they lie. */
export interface GroupParts {
  readonly add: (owner: string, points: readonly Point[]) => void;
  /** The first part of a line that another one of the group runs along for half of its length; undefined without one. */
  readonly firstShared: (owner: string, points: readonly Point[]) => number | undefined;
}

export function createGroupParts(): GroupParts {
  const byCoordinate = new Map<string, { readonly owner: string; readonly part: Box }[]>();
  return {
    add: (owner, points) => {
      for (const part of segmentsOf(points)) {
        const key = coordinateOf(part);
        const list = byCoordinate.get(key);
        if (list === undefined) byCoordinate.set(key, [{ owner, part }]);
        else list.push({ owner, part });
      }
    },
    firstShared: (owner, points) => {
      const first = segmentsOf(points).findIndex((part) =>
        byCoordinate
          .get(coordinateOf(part))
          ?.some((other) => other.owner !== owner && halfOf(part, other.part)),
      );
      // What is shared from the very beginning has its words there all the same.
      return first < 1 ? undefined : first;
    },
  };
}

function coordinateOf({ x, y, height }: Box): string {
  return height === 0 ? `y${y}` : `x${x}`;
}

/** Whether `other`, on the same coordinate, covers more than half of a part. */
function halfOf(part: Box, other: Box): boolean {
  if (part.height === 0) {
    const common = Math.min(part.x + part.width, other.x + other.width) - Math.max(part.x, other.x);
    return common > part.width / 2;
  }
  const common = Math.min(part.y + part.height, other.y + other.height) - Math.max(part.y, other.y);
  return common > part.height / 2;
}
