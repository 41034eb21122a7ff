import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { edit } from '@reglament/editing';
import { meaningHash, printRegulation, type Regulation, readRegulation } from '@reglament/regulation';
import { describe, expect, it } from 'vitest';
import { alignIds, differences } from '../e2e/lib/sameMeaning.ts';

const shippedOf = (id: string): Regulation => {
  const file = new URL(`../../regulations/${id}/regulation.json`, import.meta.url);
  const reading = readRegulation(readFileSync(fileURLToPath(file), 'utf8'));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.regulation;
};

const inner = ['p4-93', 'local-budget', 'supply', 'agreed', 'sent', 'units', 'publication'];

/** The same regulation with each id another one: two stages even bear each other's. */
function underOtherIds(regulation: Regulation): Regulation {
  let text = JSON.stringify(regulation);
  // Options, outcomes of tasks and branches that bear the name of nothing else.
  for (const id of inner) text = text.replaceAll(`"${id}"`, `"of-${id}"`);
  let next = JSON.parse(text) as Regulation;
  const [first, second] = Object.keys(next.stages) as [string, string];
  for (const [id, to] of [
    [first, 'between'],
    [second, first],
    ['between', second],
  ] as const) {
    const done = edit(next, { do: 'renameStage', id, to });
    if (!done.ok) throw new Error(done.code);
    next = done.next;
  }
  for (const map of ['participants', 'deadlines', 'rules', 'registers', 'fields'] as const)
    for (const id of Object.keys(next[map])) {
      const done = edit(next, { do: 'renamePart', map, id, to: `other-${id}` });
      if (!done.ok) throw new Error(done.code);
      next = done.next;
    }
  const transitions = Object.entries(next.transitions).map(([id, one]) => {
    const alternatives = Object.fromEntries(
      Object.entries(one.alternatives).map(([key, way]) => [`way-${key}`, way]),
    );
    return [`from-${id}`, { ...one, alternatives, order: one.order.map((key) => `way-${key}`) }];
  });
  return { ...next, id: 'drawn', transitions: Object.fromEntries(transitions) };
}

describe.each(['municipal-contract', 'municipal-act'])('%s under other ids', (id) => {
  const shipped = shippedOf(id);

  it('is the shipped one again when its ids are aligned', () => {
    const other = underOtherIds(shipped);
    expect(meaningHash(other)).not.toBe(meaningHash(shipped));
    const aligned = alignIds(other, shipped);
    expect(differences(aligned, shipped)).toEqual([]);
    expect(meaningHash(aligned)).toBe(meaningHash(shipped));
    expect(JSON.parse(printRegulation(aligned))).toEqual(JSON.parse(printRegulation(shipped)));
  });

  it('stays as it is when the ids are the same already', () => {
    expect(meaningHash(alignIds(shipped, shipped))).toBe(meaningHash(shipped));
  });
});

// Each of these is a slip of the hand that a story has to find.
it('what was drawn otherwise is named and not mended', () => {
  const shipped = shippedOf('municipal-contract');
  const slip = (operation: Parameters<typeof edit>[1]) => {
    const done = edit(shipped, operation);
    if (!done.ok) throw new Error(done.code);
    const aligned = alignIds(done.next, shipped);
    expect(meaningHash(aligned)).not.toBe(meaningHash(shipped));
    return differences(aligned, shipped).map((line) => line.split('\n')[0]);
  };
  const at = { transition: 'editing-returned', alternative: 'rework' };
  expect(slip({ do: 'setAlternative', ...at, policy: null })).toEqual(['transitions/editing-returned']);
  expect(slip({ do: 'retarget', ...at, to: 'annulled' })).toEqual(['transitions/editing-returned']);
  expect(slip({ do: 'setStage', id: 'legal', path: ['nature'], value: ['financial'] })).toEqual([
    'stages/legal',
  ]);
  expect(slip({ do: 'setDocument', path: ['readers'], value: [] })).toEqual(['readers']);
  expect(slip({ do: 'removePart', map: 'participants', id: 'curator' })).toEqual(['participants/curator']);
});
