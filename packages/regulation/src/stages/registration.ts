import { z } from 'zod';
import { slugSchema } from '../model/words.ts';
import { compileToState, type StageModel } from './stage-model.ts';

/** A number and a date from a register. */
export const registrationModel: StageModel<'registration'> = {
  kind: 'registration',
  settings: z.strictObject({ performer: slugSchema, register: slugSchema, deadline: slugSchema }),
  defaults: ({ participant, deadline, register }) => ({ performer: participant, register, deadline }),
  outcomes: () => [
    { id: 'registered', tone: 'forward' },
    { id: 'returned', tone: 'return' },
  ],
  participants: (settings) => [settings.performer],
  deadline: (settings) => settings.deadline,
  waitsFor: 'person',
  mayBeKept: () => false,
  allowsAutoVisa: false,
  lint: () => [],
  compile: (_settings, compilation) => compileToState('registration', compilation),
};
