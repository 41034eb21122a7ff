import type { Regulation, Slug } from '@reglament/regulation';
import { gapBetween } from '../geometry/box.ts';
import { place } from '../place/placement.ts';
import { noteBoxes } from './note-box.ts';

/** Asks which stage a note lies nearest to; of none while nothing is drawn. A block is only what its stages lie in. Pure. */
export function nearestStages(regulation: Regulation): (note: Slug) => Slug | undefined {
  if (regulation.notes === undefined) return () => undefined;
  const { boxes, bars } = place(regulation);
  const stages = [...boxes].filter(([id]) => !bars.has(id));
  const notes = noteBoxes(regulation);
  return (note) => {
    const at = notes.get(note);
    if (at === undefined) return undefined;
    const gaps = stages.map(([id, box]) => ({ id, gap: gapBetween(at, box) }));
    return gaps.toSorted((a, b) => a.gap - b.gap)[0]?.id;
  };
}
