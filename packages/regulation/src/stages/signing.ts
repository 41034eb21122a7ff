import { z } from 'zod';
import { slugSchema } from '../model/words.ts';
import { compileToState, type StageModel } from './stage-model.ts';

/** One signer; never by silence, never carried to another version. */
export const signingModel: StageModel<'signing'> = {
  kind: 'signing',
  settings: z.strictObject({ signer: slugSchema, deadline: slugSchema }),
  defaults: ({ participant, deadline }) => ({ signer: participant, deadline }),
  outcomes: () => [
    { id: 'signed', tone: 'forward' },
    { id: 'returned', tone: 'return' },
    { id: 'annulled', tone: 'annul' },
  ],
  participants: (settings) => [settings.signer],
  deadline: (settings) => settings.deadline,
  waitsFor: 'person',
  // A signature on the same version stands, so a second way through need not wait.
  mayBeKept: () => true,
  allowsAutoVisa: false,
  lint: () => [],
  compile: (_settings, compilation) => compileToState('signing', compilation),
};
