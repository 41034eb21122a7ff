import { readFileSync } from 'node:fs';
import { place, route } from '@reglament/drawing';
import { createI18n } from '@reglament/i18n';
import { readRegulation } from '@reglament/regulation';
import { describe, expect, it } from 'vitest';
import type { ListedChange } from './changes.ts';
import { marksOf, meets, placeMarks } from './marks.ts';

const reading = readRegulation(
  readFileSync(new URL('../../../regulations/municipal-act/regulation.json', import.meta.url), 'utf8'),
);
if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
const act = reading.regulation;
const i18n = createI18n('ru');
const placement = place(act, { startTitle: 'Начало' });
const edges = route(act, placement, { i18n });

function change(number: number, more: Partial<ListedChange>): ListedChange {
  const nowhere = { stages: [], ways: [] };
  const difference = {
    of: 'part',
    kind: 'meaning',
    map: 'deadlines',
    id: 'legal',
    how: 'changed',
    settings: [],
    changes: [],
  };
  const words = { head: '', lines: [], sentence: '' };
  return {
    number,
    how: 'changed',
    difference,
    words,
    left: nowhere,
    right: nowhere,
    ...more,
  } as ListedChange;
}

describe('marks of a comparison', () => {
  it('bear every number of their stage, and its newness whatever else is said', () => {
    const stage = { of: 'part', map: 'stages', id: 'legal', how: 'added' } as ListedChange['difference'];
    const right = { stages: ['legal'], ways: [] };
    const { stages } = marksOf(
      [change(2, { right }), change(5, { right, how: 'added', difference: stage }), change(7, { right })],
      'right',
    );
    expect(stages.get('legal')).toMatchObject({ how: 'added', numbers: [2, 5, 7] });
    expect(marksOf([change(2, { right })], 'left').stages.size).toBe(0);
  });

  // Seen failing with every mark put in the middle of its line.
  it('stand on each stage and each way, none on another', () => {
    const ways = edges.filter(({ transition }) => transition !== undefined);
    const marks = marksOf(
      [
        ...act.stageOrder.map((id, index) => change(index + 1, { right: { stages: [id], ways: [] } })),
        ...ways.map(({ id }, index) =>
          change(index + 20, { right: { stages: [], ways: [[id, 'changed']] } }),
        ),
      ],
      'right',
    );
    const placed = placeMarks(marks, placement, edges);
    expect(placed.stages.size).toBe(act.stageOrder.length);
    expect(placed.ways.size).toBe(ways.length);
    const boxes = [...placed.stages.values(), ...placed.ways.values()].map((at) => ({
      ...at,
      width: 40,
      height: 28,
    }));
    const hidden = boxes.filter((box, index) => boxes.slice(0, index).some((other) => meets(box, other)));
    expect(hidden).toEqual([]);
  });
});
