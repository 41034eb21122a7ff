import type { Stage, Text } from '@reglament/regulation';
import { textWidth } from '../words/text-width.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A stage that says who, by when and what follows. */
export const nodeSize: Size = { width: 184, height: 88 };

/** What the mark of the beginning is at least. */
export const startSize: Size = { width: 184, height: 32 };

/** Kinds whose tab or wave needs six pixels more. */
const tallHeight = 94;
const choiceSize: Size = { width: 36, height: 36 };
const end = { height: 32, least: 112, most: 260, around: 64 };

/** Parts of a block's box, in pixels. */
export const blockParts = {
  head: 28,
  barWidth: 4,
  /** From the left border to the bar of the fork, and from the bar of the join to the right border. */
  barInset: 16,
  /** Between a bar and its lanes' content. */
  barGap: 28,
  joinGap: 44,
  /** Above and below the bars inside the lanes. */
  barTop: 12,
  barBottom: 6,
  laneHeight: 104,
  lanePadding: 8,
  /** Under the stages of a branch that may be skipped: its way past them. */
  skipWay: 20,
} as const;

/** The size of a stage that is no block. Pure. */
export function sizeOf(stage: Stage): Size {
  switch (stage.kind) {
    case 'choice':
      return choiceSize;
    case 'end':
      return pillSize(widerOf(stage.title));
    case 'signing':
    case 'registration':
      return { ...nodeSize, height: tallHeight };
    default:
      return nodeSize;
  }
}

/** A pill with an icon and a title. */
export function pillSize(titleWidth: number, least: number = end.least): Size {
  const width = Math.ceil((titleWidth + end.around) / 8) * 8;
  return { width: Math.min(end.most, Math.max(least, width)), height: end.height };
}

/** The width of a pill's title in the wider of its languages: a drawing has one geometry for both. */
export function widerOf(title: Text): number {
  return Math.max(textWidth(title.ru, 13, 600), textWidth(title.en, 13, 600));
}
