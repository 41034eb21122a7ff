import type { I18n } from '@reglament/i18n';
import { type Regulation, stageOf } from '@reglament/regulation';
import { around, type Box, grown } from '../geometry/box.ts';
import { segmentsOf } from '../geometry/polyline.ts';
import { noteBoxes } from '../note/note-box.ts';
import { homesOf } from '../place/homes.ts';
import { type Placement, place } from '../place/placement.ts';
import { type Edge, labelBox, pillBox } from '../route/edge.ts';
import { route } from '../route/route.ts';
import { choiceNameBoxes } from '../words/choice-name.ts';
import { colours as palette, type Theme } from './colours.ts';
import { drawEdge, drawEdgeWords } from './edge.ts';
import { drawBlock, drawChoiceName, drawNode, drawPill } from './node.ts';
import { drawNote } from './note.ts';
import { fontFamily } from './parts.ts';
import { element, escapeXml } from './xml.ts';

export interface SvgOptions {
  /** The language of the words. */
  readonly i18n: I18n;
  readonly theme: Theme;
  /** What the picture is called by a reader of screens; the regulation's own title when absent. */
  readonly title?: string;
}

const padding = 24;

/**
 * A regulation as a whole SVG file: no style sheet, no font and no script of its own, so that it stands in a letter or on
 * paper as it does here. Every text is escaped. Pure.
 */
export function drawSvg(regulation: Regulation, { i18n, theme, title }: SvgOptions): string {
  const colours = palette[theme];
  const startTitle = i18n.t('drawing.start');
  const placement = place(regulation, { startTitle });
  const edges = route(regulation, placement, { i18n });
  const { x, y, width, height } = grown(
    around([
      extent(placement, edges),
      ...choiceNameBoxes(regulation, placement.boxes, i18n.locale),
      ...noteBoxes(regulation).values(),
    ]),
    padding,
  );
  const box = [x, y, width, height].map(Math.round);

  const blocks: string[] = [];
  const nodes: string[] = [];
  const names: string[] = [];
  for (const id of byDepth(regulation)) {
    const stage = stageOf(regulation, id)!;
    const at = placement.boxes.get(id)!;
    const bars = placement.bars.get(id);
    if (stage.kind === 'choice') names.push(drawChoiceName(stage.title[i18n.locale], at, colours));
    if (bars === undefined) nodes.push(drawNode(regulation, id, stage, at, colours, i18n));
    else blocks.push(drawBlock(stage, at, placement.lanes.get(id) ?? [], bars, colours, i18n));
  }
  const { start } = placement;
  if (start !== null) {
    nodes.push(
      element(
        'g',
        { transform: `translate(${start.x} ${start.y})` },
        drawPill('start', startTitle, start, colours),
      ),
    );
  }
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: box[2],
      height: box[3],
      viewBox: box.join(' '),
      role: 'img',
      'font-family': fontFamily,
    },
    element('title', {}, escapeXml(title ?? regulation.title[i18n.locale])),
    element('rect', { x: box[0], y: box[1], width: box[2], height: box[3], fill: colours.background }),
    ...blocks,
    // Under the lines: a line is never hidden by what is said of it.
    ...Object.values(regulation.notes ?? {}).map((note) => drawNote(note, i18n.locale, colours)),
    ...edges.map((edge) => drawEdge(edge, colours)),
    ...nodes,
    ...names,
    ...edges.map((edge) => drawEdgeWords(edge, colours)),
  );
}

/** Stages from the root inwards, so that a block is drawn before those it holds. */
function byDepth(regulation: Regulation): readonly string[] {
  const homes = homesOf(regulation);
  const depth = (id: string): number => {
    let steps = 0;
    for (let home = homes.of(id); home !== undefined; home = homes.of(home.block)) steps++;
    return steps;
  };
  return homes.all.toSorted((a, b) => depth(a) - depth(b));
}

/** Everything that is drawn: stages, lines, words and pills. */
function extent({ bounds }: Placement, edges: readonly Edge[]): Box {
  const drawn = edges.flatMap(({ points, stub, label }): readonly Box[] => [
    ...(stub === undefined ? segmentsOf(points) : [pillBox(stub.out), pillBox(stub.into)]),
    ...(label === undefined ? [] : [labelBox(label)]),
  ]);
  return around([bounds, ...drawn]);
}
