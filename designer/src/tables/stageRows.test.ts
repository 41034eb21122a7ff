import { readFileSync } from 'node:fs';
import { readRegulation } from '@reglament/regulation';
import { expect, it } from 'vitest';
import { keyOf, stageRows } from './stageRows.ts';

it.each(['municipal-act', 'municipal-contract'])(
  'lists every stage of %s once, what a block holds behind it',
  (name) => {
    const reading = readRegulation(
      readFileSync(new URL(`../../../regulations/${name}/regulation.json`, import.meta.url), 'utf8'),
    );
    if (!reading.ok) throw new Error(name);
    const rows = stageRows(reading.regulation);
    const stages = rows.filter(({ of }) => of === 'stage').map(keyOf);
    expect(stages.toSorted()).toEqual(reading.regulation.stageOrder.toSorted());
    for (const row of rows) {
      if (row.of !== 'stage') continue;
      const { parent } = reading.regulation.stages[row.id]!;
      expect(row.holder).toBe(parent ? `${parent.block}/${parent.branch}` : null);
      if (row.holder !== null)
        expect(rows.findIndex((one) => keyOf(one) === row.holder)).toBeLessThan(rows.indexOf(row));
    }
  },
);

it('lists a stage whose block is gone', () => {
  const stage = { kind: 'end', title: { ru: 'a', en: 'a' }, settings: { as: 'completed' } } as const;
  const lost = { ...stage, parent: { block: 'gone', branch: 'one' } };
  const rows = stageRows({ stageOrder: ['lost', 'end'], stages: { lost, end: stage } } as never);
  expect(rows.map(keyOf)).toEqual(['end', 'lost']);
});
