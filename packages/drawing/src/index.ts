export type { Box, Point, Side } from './geometry/box.ts';
export { arrowHead, midpoint, wire } from './geometry/polyline.ts';
export { type Silhouette, type SilhouetteKind, silhouette } from './geometry/silhouette.ts';
export { nearestStages } from './note/nearest-stage.ts';
export { boundsWithNotes, noteBox, noteBoxes, noteLines, noteOutline, noteType } from './note/note-box.ts';
export { notePlace } from './note/note-place.ts';
export { settleNotes } from './note/settle-notes.ts';
export { arrange } from './place/arrange.ts';
export { type Direction, freePlace } from './place/free-place.ts';
export type { Home } from './place/homes.ts';
export { type LaneUnder, laneAt } from './place/lane-at.ts';
export { type Bars, type Lane, type Placement, type PlaceOptions, place } from './place/placement.ts';
export { nodeSize, type Size, sizeOf } from './place/sizes.ts';
export {
  type Edge,
  type EdgeKind,
  type EdgeLabel,
  type EdgeTone,
  type InPill,
  labelBox,
  labelSize,
  lineHeight,
  numberRadius,
  type Pill,
  pillBox,
  pillHeight,
  startMark,
} from './route/edge.ts';
export { type RouteOptions, route } from './route/route.ts';
export { type Colours, colours, type KindColours, type Theme } from './svg/colours.ts';
export { drawSvg, type SvgOptions } from './svg/draw-svg.ts';
export { iconPaths } from './svg/icons.ts';
export { choiceNameBoxes } from './words/choice-name.ts';
export {
  againWords,
  deadlineIn,
  durationWords,
  evidenceWords,
  hasAutoVisa,
  kindWords,
  lapseWords,
  type Say,
  stagesOf,
  type WayOut,
  waysOut,
  whoWords,
} from './words/stage-facts.ts';
export { type SilenceKind, type Summary, summaryOf } from './words/summary.ts';
export { cutToWidth, textWidth, type Weight, wrapWords } from './words/text-width.ts';
