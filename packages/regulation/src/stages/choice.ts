import { z } from 'zod';
import { compileToState, type StageModel } from './stage-model.ts';

/** A gateway by rules; the alternatives of its one outcome are the choice. */
export const choiceModel: StageModel<'choice'> = {
  kind: 'choice',
  settings: z.strictObject({}),
  defaults: () => ({}),
  outcomes: () => [{ id: 'chosen', tone: 'forward' }],
  participants: () => [],
  deadline: () => undefined,
  waitsFor: 'nothing',
  mayBeKept: () => false,
  allowsAutoVisa: false,
  lint: () => [],
  compile: (_settings, compilation) => compileToState('choice', compilation),
};
