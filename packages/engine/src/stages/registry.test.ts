import { stageKinds, stageModels } from '@reglament/regulation';
import { expect, it } from 'vitest';
import { stageReducers } from './registry.ts';

it('every stage kind has its reducer facet beside its model facet, under one id', () => {
  expect(Object.keys(stageReducers).sort()).toEqual(Object.keys(stageModels).sort());
  for (const kind of stageKinds) expect(stageReducers[kind].kind).toBe(kind);
});
