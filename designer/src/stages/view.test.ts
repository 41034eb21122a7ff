import { deadlineOf, stageKinds, stageModels } from '@reglament/regulation';
import { expect, test } from 'vitest';
import { shipped } from '../testing/shipped.ts';
import { kindsByGroup, stageViews } from './view.ts';

// The reducers' key set is held equal to the models' in packages/engine.
test('every stage kind has a view facet and a place in the palette', () => {
  expect(Object.keys(stageViews).sort()).toEqual(Object.keys(stageModels).sort());
  expect(
    kindsByGroup()
      .flatMap(({ kinds }) => kinds)
      .sort(),
  ).toEqual([...stageKinds].sort());
});

test('a kind shows a term in the inspector exactly when its stages have one', () => {
  for (const stage of Object.values(shipped('municipal-act').stages))
    expect(stageViews[stage.kind].parts.includes('term'), stage.kind).toBe(deadlineOf(stage) !== undefined);
});
