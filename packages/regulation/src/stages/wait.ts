import { z } from 'zod';
import { slugSchema } from '../model/words.ts';
import { compileToState, type StageModel } from './stage-model.ts';

/** Time passes, nobody is asked. */
export const waitModel: StageModel<'wait'> = {
  kind: 'wait',
  settings: z.strictObject({ deadline: slugSchema, again: z.enum(['kept', 'always']) }),
  defaults: ({ deadline }) => ({ deadline, again: 'always' }),
  outcomes: () => [{ id: 'elapsed', tone: 'forward' }],
  participants: () => [],
  deadline: (settings) => settings.deadline,
  waitsFor: 'time',
  mayBeKept: (settings) => settings.again === 'kept',
  allowsAutoVisa: false,
  lint: () => [],
  compile: (_settings, compilation) => compileToState('wait', compilation),
};
