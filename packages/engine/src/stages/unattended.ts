import type { StageKind } from '@reglament/regulation';
import type { StageReducer } from './stage-reducer.ts';

/**
 * Kinds at which nobody is asked: the engine itself drives a choice and a block, time ends a wait, an end ends all.
 * Their slots, decisions and progress are empty by nature.
 */
function unattended<K extends StageKind>(kind: K, again: StageReducer<K>['again']): StageReducer<K> {
  return {
    kind,
    steps: () => [],
    decision: () => null,
    check: () => null,
    progress: () => ({ do: 'wait' }),
    again,
  };
}

export const choiceReducer = unattended('choice', () => 'never');
export const parallelReducer = unattended('parallel', () => 'never');
export const endReducer = unattended('end', () => 'never');
/** A wait that elapsed once has elapsed. */
export const waitReducer = unattended('wait', (settings) => settings.again);
