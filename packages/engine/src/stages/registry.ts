import type { Stage, StageKind, StageOf } from '@reglament/regulation';
import { acquaintanceReducer } from './acquaintance.ts';
import { approvalReducer } from './approval.ts';
import { registrationReducer } from './registration.ts';
import { signingReducer } from './signing.ts';
import type {
  DecideCommand,
  DecideView,
  DecisionShape,
  Problem,
  Progress,
  SlotView,
  StageReducer,
  VisitStep,
} from './stage-reducer.ts';
import { taskReducer } from './task.ts';
import { choiceReducer, endReducer, parallelReducer, waitReducer } from './unattended.ts';

/** The reducer facet of every stage kind, by kind. */
export const stageReducers: { readonly [K in StageKind]: StageReducer<K> } = {
  task: taskReducer,
  approval: approvalReducer,
  signing: signingReducer,
  registration: registrationReducer,
  acquaintance: acquaintanceReducer,
  choice: choiceReducer,
  parallel: parallelReducer,
  wait: waitReducer,
  end: endReducer,
};

export function stepsOf<K extends StageKind>(stage: StageOf<K>): readonly VisitStep[] {
  return stageReducers[stage.kind].steps(stage.settings);
}

export function shapeDecision<K extends StageKind>(
  stage: StageOf<K>,
  command: DecideCommand,
): DecisionShape | null {
  return stageReducers[stage.kind].decision(stage.settings, command);
}

export function checkDecision<K extends StageKind>(
  stage: StageOf<K>,
  shape: DecisionShape,
  command: DecideCommand,
  view: DecideView,
): Problem | null {
  return stageReducers[stage.kind].check(stage.settings, shape, command, view);
}

export function progressOf<K extends StageKind>(
  stage: StageOf<K>,
  slots: readonly SlotView[],
  step: number,
): Progress {
  return stageReducers[stage.kind].progress(stage.settings, slots, step);
}

export function againOf<K extends StageKind>(stage: StageOf<K>): ReturnType<StageReducer<K>['again']> {
  return stageReducers[stage.kind].again(stage.settings);
}

/** The edits that a stage declares; only tasks do. */
export function editsOf(stage: Stage) {
  return stage.kind === 'task' ? stage.settings.edits : undefined;
}
