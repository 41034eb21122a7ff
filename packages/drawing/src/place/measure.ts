import { branchesOf, type Regulation, type Slug, type StageOf, stageOf } from '@reglament/regulation';
import type { Point } from '../geometry/box.ts';
import { textWidth } from '../words/text-width.ts';
import { type Home, homesOf } from './homes.ts';
import { blockParts as parts, type Size, sizeOf, widerOf } from './sizes.ts';

export interface Measured {
  /** Of every stage; in a branch from the top left of its lane's content. */
  readonly places: ReadonlyMap<Slug, Point>;
  readonly sizes: ReadonlyMap<Slug, Size>;
  /** Heights of a block's lanes in the order of its branches. */
  readonly laneHeights: ReadonlyMap<Slug, readonly number[]>;
}

/** Gives places to the stages of one scope whose sizes are known. */
export type PlaceScope = (home: Home | undefined, sizes: (stage: Slug) => Size) => ReadonlyMap<Slug, Point>;

/** Places and sizes of all stages, from the innermost branches outwards: a block is as large as its lanes need. Pure. */
export function measure(regulation: Regulation, placeScope: PlaceScope): Measured {
  const homes = homesOf(regulation);
  const places = new Map<Slug, Point>();
  const sizes = new Map<Slug, Size>();
  const laneHeights = new Map<Slug, readonly number[]>();

  const measureScope = (home: Home | undefined): Size => {
    const stages = homes.in(home);
    for (const id of stages) {
      const stage = stageOf(regulation, id)!;
      sizes.set(id, stage.kind === 'parallel' ? measureBlock(id, stage) : sizeOf(stage));
    }
    let [width, height] = [0, 0];
    for (const [id, place] of placeScope(home, (stage) => sizes.get(stage)!)) {
      const size = sizes.get(id)!;
      places.set(id, place);
      width = Math.max(width, place.x + size.width);
      height = Math.max(height, place.y + size.height);
    }
    return { width, height };
  };

  const measureBlock = (id: Slug, block: StageOf<'parallel'>): Size => {
    let width = 0;
    const heights = branchesOf(block).map(([branch, { when }]) => {
      const content = measureScope({ block: id, branch });
      width = Math.max(width, content.width);
      const needed = content.height + 2 * parts.lanePadding;
      return Math.max(parts.laneHeight, needed) + (when === undefined ? 0 : parts.skipWay);
    });
    laneHeights.set(id, heights);
    return {
      width: Math.max(width + aroundContent, widerOf(block.title) + headWords, leastBlock),
      height:
        parts.head +
        Math.max(
          parts.laneHeight,
          heights.reduce((sum, height) => sum + height, 0),
        ),
    };
  };

  measureScope(undefined);
  return { places, sizes, laneHeights };
}

/** What a block is wider than the content of its lanes. */
const aroundContent = 2 * (parts.barInset + parts.barWidth) + parts.barGap + parts.joinGap;
/** Beside the block's title: icons, «3 ветви сразу», «ждать все ветви». */
const headWords = Math.ceil(textWidth('10 ветвей сразу ждать все ветви', 13, 500)) + 80;
const leastBlock = aroundContent + 184;
