import type { Slug } from '../model/regulation.ts';
import type { StageKind, StageOf } from '../model/stage.ts';
import { acquaintanceModel } from './acquaintance.ts';
import { approvalModel } from './approval.ts';
import { choiceModel } from './choice.ts';
import { endModel } from './end.ts';
import { parallelModel } from './parallel.ts';
import { registrationModel } from './registration.ts';
import { signingModel } from './signing.ts';
import type { CompiledStage, Outcome, StageCompilation, StageModel } from './stage-model.ts';
import { taskModel } from './task.ts';
import { waitModel } from './wait.ts';

/** The model facet of every stage kind, by kind. */
export const stageModels: { readonly [K in StageKind]: StageModel<K> } = {
  task: taskModel,
  approval: approvalModel,
  signing: signingModel,
  registration: registrationModel,
  acquaintance: acquaintanceModel,
  choice: choiceModel,
  parallel: parallelModel,
  wait: waitModel,
  end: endModel,
};

/** How a stage can end, in the order in which it is offered. */
export function outcomesOf<K extends StageKind>(stage: StageOf<K>): readonly Outcome[] {
  return stageModels[stage.kind].outcomes(stage.settings);
}

/** The participants whom a stage asks, each once. */
export function participantsOf<K extends StageKind>(stage: StageOf<K>): readonly Slug[] {
  return stageModels[stage.kind].participants(stage.settings);
}

/** The deadline of a stage's tasks, or of its wait. */
export function deadlineOf<K extends StageKind>(stage: StageOf<K>): Slug | undefined {
  return stageModels[stage.kind].deadline(stage.settings);
}

export function mayBeKept<K extends StageKind>(stage: StageOf<K>): boolean {
  return stageModels[stage.kind].mayBeKept(stage.settings);
}

export function lintSettings<K extends StageKind>(stage: StageOf<K>): ReturnType<StageModel<K>['lint']> {
  return stageModels[stage.kind].lint(stage.settings);
}

export function compileStage<K extends StageKind>(
  stage: StageOf<K>,
  compilation: StageCompilation,
): CompiledStage {
  return stageModels[stage.kind].compile(stage.settings, compilation);
}
