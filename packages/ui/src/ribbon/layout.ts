import { type Drawing, type Measure, total } from './drawing.ts';
import { layoutDown } from './layout-down.ts';
import { layoutWide } from './layout-wide.ts';
import type { RibbonModel } from './model.ts';
import type { PlanDay } from './plan.ts';
import { type Cell, rulerOf } from './ruler.ts';

/** Under this width time always runs down. */
const WIDE_FROM = 640;

export interface LayoutGiven {
  model: RibbonModel;
  days: readonly PlanDay[];
  zone: string;
  /** px */
  width: number;
  /** time runs down whatever the width, as beside a form */
  down: boolean;
  measure: Measure;
}

/**
 * The geometry of a ribbon: across when a day is wide enough for a person and every label finds a place, else down.
 * Pure: the same plan, words and width give the same drawing.
 */
export function layoutRibbon({ model, days, zone, width, down, measure }: LayoutGiven): Drawing {
  const ruler = rulerOf(model, days, zone);
  const across = down || width < WIDE_FROM ? null : acrossOf(model, ruler, zone, width, measure);
  return across ?? layoutDown(model, ruler, zone, width, measure);
}

/** Each stage with its name where they fit; else those of one day as one bar; else the oldest without a name. */
function acrossOf(
  model: RibbonModel,
  ruler: readonly Cell[],
  zone: string,
  width: number,
  measure: Measure,
): Drawing | null {
  const whole = layoutWide(model, ruler, zone, width, measure);
  if (!model.gathered || whole?.labels.length === labelsOf(model)) return whole;
  return layoutWide({ ...model, stages: model.gathered }, ruler, zone, width, measure) ?? whole;
}

const labelsOf = ({ stages }: RibbonModel) => total(stages, ({ rows }) => 1 + (rows?.length ?? 0));
