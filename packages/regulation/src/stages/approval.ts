import { z } from 'zod';
import type { ApprovalSettings } from '../model/stage.ts';
import { mapOf, ordered, slugList, slugSchema } from '../model/words.ts';
import { compileToState, type StageModel, unique } from './stage-model.ts';
import { againSchema } from './task.ts';

const settingsSchema: z.ZodType<ApprovalSettings> = ordered(
  z.strictObject({
    steps: mapOf(z.strictObject({ mode: z.enum(['parallel', 'sequential']), participants: slugList(1) })),
    stepOrder: slugList(1),
    deadline: slugSchema,
    again: againSchema,
    lateDecisions: z.boolean(),
  }),
  'steps',
  'stepOrder',
);

/** Visas of one or many, in steps; complete when all have decided. */
export const approvalModel: StageModel<'approval'> = {
  kind: 'approval',
  settings: settingsSchema,
  defaults: ({ participant, deadline }) => ({
    steps: { first: { mode: 'parallel', participants: [participant] } },
    stepOrder: ['first'],
    deadline,
    again: 'kept',
    lateDecisions: false,
  }),
  outcomes: () => [
    { id: 'approved', tone: 'forward' },
    { id: 'refused', tone: 'return' },
  ],
  participants: (settings) =>
    unique(settings.stepOrder.flatMap((step) => settings.steps[step]?.participants ?? [])),
  deadline: (settings) => settings.deadline,
  waitsFor: 'person',
  mayBeKept: (settings) => settings.again !== 'always',
  allowsAutoVisa: true,
  lint: () => [],
  compile: (_settings, compilation) => compileToState('approval', compilation),
};
