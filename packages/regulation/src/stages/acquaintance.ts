import { z } from 'zod';
import { slugList, slugSchema } from '../model/words.ts';
import { compileToState, type StageModel, unique } from './stage-model.ts';

/** Everybody named reads the document and says so. */
export const acquaintanceModel: StageModel<'acquaintance'> = {
  kind: 'acquaintance',
  settings: z.strictObject({ participants: slugList(1), deadline: slugSchema }),
  defaults: ({ participant, deadline }) => ({ participants: [participant], deadline }),
  outcomes: () => [{ id: 'done', tone: 'forward' }],
  participants: (settings) => unique(settings.participants),
  deadline: (settings) => settings.deadline,
  waitsFor: 'person',
  mayBeKept: () => false,
  allowsAutoVisa: false,
  lint: () => [],
  compile: (_settings, compilation) => compileToState('acquaintance', compilation),
};
