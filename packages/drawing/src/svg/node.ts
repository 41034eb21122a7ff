import type { I18n } from '@reglament/i18n';
import { branchesOf, type Regulation, type Stage, type StageKind } from '@reglament/regulation';
import type { Box } from '../geometry/box.ts';
import { type SilhouetteKind, silhouette } from '../geometry/silhouette.ts';
import type { Bars, Lane } from '../place/placement.ts';
import { blockParts } from '../place/sizes.ts';
import { choiceName, choiceNameType } from '../words/choice-name.ts';
import { type Summary, summaryOf } from '../words/summary.ts';
import { cutToWidth, textWidth, wrapWords } from '../words/text-width.ts';
import type { Colours, KindColours } from './colours.ts';
import { icon, run, type TextStyle, text } from './parts.ts';
import { element, escapeXml } from './xml.ts';

const headHeight = 46;
/** A tab moves the words of a node down by so much. */
const tabHeight = 7;

/** A stage with its silhouette and its words. */
export function drawNode(
  regulation: Regulation,
  id: string,
  stage: Stage,
  box: Box,
  colours: Colours,
  i18n: I18n,
): string {
  const summary = summaryOf(regulation, id, i18n);
  const name = element('title', {}, escapeTitle(summary, i18n, stage.kind));
  const own = colours.kinds[stage.kind];
  const inside =
    stage.kind === 'choice'
      ? drawSmall('choice', box, colours) + icon('choice', { x: 9, y: 9 }, 18, colours.text2)
      : stage.kind === 'end'
        ? drawPill('end', summary.name, box, colours)
        : drawFull(`clip-${id}`, stage.kind, summary, box, colours, own ?? neutral(colours));
  return element('g', { transform: `translate(${box.x} ${box.y})` }, name, inside);
}

/** The name of a choice above its rhombus; a line behind it does not strike it through. */
export function drawChoiceName(title: string, rhombus: Box, colours: Colours): string {
  const { size, weight, lineHeight } = choiceNameType;
  const { lines, box } = choiceName(title, rhombus);
  return element(
    'g',
    {},
    element('rect', {
      x: box.x - 3,
      y: box.y,
      width: box.width + 6,
      height: box.height,
      rx: 4,
      fill: colours.background,
      'fill-opacity': 0.88,
    }),
    ...lines.map((line, index) =>
      text(
        line,
        { x: box.x + box.width / 2, y: box.y + index * lineHeight + 11.5 },
        { size, weight, colour: colours.text2, anchor: 'middle' },
      ),
    ),
  );
}

/** The mark of the beginning, or an end: an icon and a title in a pill. */
export function drawPill(kind: 'start' | 'end', title: string, box: Box, colours: Colours): string {
  const shown = cutToWidth(title, box.width - 54, 13, 600);
  const left = (box.width - 22 - textWidth(shown, 13, 600)) / 2;
  return (
    drawSmall(kind, box, colours) +
    icon(kind, { x: left, y: 8 }, 16, colours.text2) +
    text(shown, { x: left + 22, y: 20.5 }, { size: 13, weight: 600, colour: colours.text })
  );
}

/** The frame of a block: head, lanes, the bars of the fork and the join. */
export function drawBlock(
  stage: Stage,
  box: Box,
  lanes: readonly Lane[],
  bars: Bars,
  colours: Colours,
  i18n: I18n,
): string {
  const { outline } = silhouette('parallel', box.width, box.height);
  const title = stage.title[i18n.locale];
  const join = i18n.t('drawing.joinAll');
  const branches = i18n.t('drawing.branches', { count: branchesOf(stage).length });
  const room = box.width - 32 - 12 - textWidth(branches, 13, 400) - textWidth(join, 12, 500) - 60;
  const shown = cutToWidth(title, room, 13, 600);
  const quiet = { size: 13, weight: 400, colour: colours.text3 } as const;
  const body = element(
    'g',
    { transform: `translate(${box.x} ${box.y})` },
    element('path', { d: outline, fill: colours.block, stroke: colours.lineStrong, 'stroke-width': 1.5 }),
    icon('parallel', { x: 10, y: 6 }, 16, colours.text2),
    run(
      [
        [shown, { size: 13, weight: 600, colour: colours.text }],
        [`  ${branches}`, quiet],
      ],
      { x: 32, y: 18.5 },
    ),
    text(
      join,
      { x: box.width - 32, y: 18.5 },
      { size: 12, weight: 500, colour: colours.text2, anchor: 'end' },
    ),
    icon('join', { x: box.width - 26, y: 6 }, 16, colours.text2),
  );
  const lines = lanes.map(({ y }) =>
    element('line', {
      x1: box.x + 1,
      x2: box.x + box.width - 1,
      y1: y,
      y2: y,
      stroke: colours.line,
      'stroke-width': 1,
    }),
  );
  const drawnBars = [bars.fork, bars.join].map((bar) =>
    element('rect', { ...bar, rx: blockParts.barWidth / 2, fill: colours.text2 }),
  );
  return body + lines.join('') + drawnBars.join('');
}

function drawSmall(kind: SilhouetteKind, { width, height }: Box, colours: Colours): string {
  const { outline, extra } = silhouette(kind, width, height);
  const line = { stroke: colours.text3, 'stroke-width': 1.5, 'stroke-linejoin': 'round' };
  return (
    element('path', { d: outline, fill: colours.surface, ...line }) +
    (extra === undefined ? '' : element('path', { d: extra, fill: 'none', ...line }))
  );
}

function drawFull(
  clip: string,
  kind: StageKind,
  summary: Summary,
  { width, height }: Box,
  colours: Colours,
  own: KindColours,
): string {
  const { outline } = silhouette(kind, width, height);
  const down = kind === 'registration' ? tabHeight : 0;
  const left = kind === 'acquaintance' ? 18 : 12;
  const right = width - (kind === 'wait' ? 16 : 8);
  const nameLeft = left + 28;
  const lines = wrapWords(summary.name, right - nameLeft, 14, 600, 2);
  const first = down + headHeight / 2 + 5 - (lines.length - 1) * 8.5;
  const facts = { size: 13, weight: 400, colour: colours.text2 } as const;
  return [
    element('clipPath', { id: clip }, element('path', { d: outline })),
    element('path', { d: outline, fill: colours.surface }),
    element('rect', {
      width,
      height: headHeight + down,
      fill: own.soft,
      'clip-path': `url(#${clip})`,
    }),
    element('path', {
      d: outline,
      fill: 'none',
      stroke: own.edge,
      'stroke-width': 1.5,
      'stroke-linejoin': 'round',
    }),
    icon(kind, { x: left, y: down + 13 }, 20, own.ink),
    ...lines.map((line, index) =>
      text(line, { x: nameLeft, y: first + index * 17 }, { size: 14, weight: 600, colour: colours.text }),
    ),
    summary.who === ''
      ? ''
      : text(cutToWidth(summary.who, right - left, 13), { x: left, y: down + 60.5 }, facts),
    // Nobody is asked: the term stands in the middle of the two lines.
    drawTerm(summary, left, down + (summary.who === '' ? 70 : 78.5), right - left, colours),
  ].join('');
}

/** The term and what follows silence: «1 раб. день → эскалация». */
function drawTerm({ term, silence }: Summary, x: number, y: number, width: number, colours: Colours): string {
  if (term === '') return '';
  const bold: TextStyle = { size: 13, weight: 500, colour: colours.text };
  const quiet: TextStyle = { size: 13, weight: 400, colour: colours.text3 };
  if (silence.kind === 'none') return run([[term, bold]], { x, y });
  const arrow = ' → ';
  const used = textWidth(term, 13, 500) + textWidth(arrow, 13, 400);
  if (silence.kind !== 'autoVisa') {
    const words = cutToWidth(silence.words, width - used, 13);
    return run(
      [
        [term, bold],
        [arrow + words, quiet],
      ],
      { x, y },
    );
  }
  const pill = { x: x + used + 3, width: textWidth(silence.words, 12, 500) + 14 };
  return [
    run(
      [
        [term, bold],
        [arrow, quiet],
      ],
      { x, y },
    ),
    element('rect', {
      x: pill.x,
      y: y - 12.5,
      width: pill.width,
      height: 17,
      rx: 8.5,
      fill: colours.autoSoft,
      stroke: colours.auto,
      'stroke-width': 1,
      'stroke-dasharray': '3 2',
    }),
    text(
      silence.words,
      { x: pill.x + pill.width / 2, y: y - 0.5 },
      { size: 12, weight: 500, colour: colours.auto, anchor: 'middle' },
    ),
  ].join('');
}

function neutral(colours: Colours): KindColours {
  return { soft: colours.surface, edge: colours.text3, ink: colours.text2 };
}

function escapeTitle(summary: Summary, i18n: I18n, kind: StageKind): string {
  return escapeXml(`${i18n.t(`methodologist.kind.${kind}`)}: ${summary.name}`);
}
