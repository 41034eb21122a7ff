import type { Locale } from '@reglament/i18n';
import { type Regulation, stageOf } from '@reglament/regulation';
import type { Box } from '../geometry/box.ts';
import { textWidth, wrapWords } from './text-width.ts';

/** How the name of a choice is written: a rhombus has no room for it. */
export const choiceNameType = { size: 12, weight: 500, lineHeight: 15, width: 160, gap: 3, most: 3 } as const;

/** The lines of a choice's name and the box they take above its rhombus. Pure. */
export function choiceName(
  title: string,
  rhombus: Box,
): { readonly lines: readonly string[]; readonly box: Box } {
  const { size, weight, lineHeight, width: most, gap } = choiceNameType;
  const lines = wrapWords(title, most, size, weight, choiceNameType.most);
  const width = Math.max(0, ...lines.map((line) => textWidth(line, size, weight)));
  const height = lines.length * lineHeight;
  return {
    lines,
    box: { x: rhombus.x + rhombus.width / 2 - width / 2, y: rhombus.y - gap - height, width, height },
  };
}

/** Where the names of the choices among some boxes stand, in a language. Pure. */
export function choiceNameBoxes(
  regulation: Regulation,
  boxes: Iterable<readonly [string, Box]>,
  locale: Locale,
): readonly Box[] {
  return [...boxes].flatMap(([id, box]) => {
    const stage = stageOf(regulation, id);
    return stage?.kind === 'choice' ? [choiceName(stage.title[locale], box).box] : [];
  });
}
