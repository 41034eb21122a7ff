import { z } from 'zod';
import type { StageModel } from './stage-model.ts';

/** The instance is over. */
export const endModel: StageModel<'end'> = {
  kind: 'end',
  settings: z.strictObject({ as: z.enum(['completed', 'annulled']) }),
  defaults: () => ({ as: 'completed' }),
  outcomes: () => [],
  participants: () => [],
  deadline: () => undefined,
  waitsFor: 'nothing',
  mayBeKept: () => false,
  allowsAutoVisa: false,
  lint: () => [],
  compile: (_settings, { stageId }) => ({
    [stageId]: { id: stageId, type: 'final', meta: { stage: stageId, kind: 'end' } },
  }),
};
