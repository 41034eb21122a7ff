import { z } from 'zod';
import { fieldSchema } from '../model/field.ts';
import type { Edits, TaskSettings } from '../model/stage.ts';
import { mapOf, ordered, slugList, slugSchema, textSchema } from '../model/words.ts';
import { compileToState, type StageModel } from './stage-model.ts';

export const againSchema = z.enum(['kept', 'changed', 'always']);

const editsSchema: z.ZodType<Edits> = z.strictObject({
  card: z.union([z.literal('all'), slugList()]),
  files: z.boolean(),
  visas: z.enum(['keptAndMarked', 'askedAgain']),
});

const settingsSchema: z.ZodType<TaskSettings> = ordered(
  ordered(
    z.strictObject({
      performer: slugSchema,
      deadline: slugSchema,
      again: againSchema,
      outcomes: mapOf(z.strictObject({ title: textSchema, tone: z.enum(['forward', 'return', 'annul']) })),
      outcomeOrder: slugList(1),
      edits: editsSchema.exactOptional(),
      form: mapOf(fieldSchema).exactOptional(),
      formOrder: slugList(1).exactOptional(),
      rework: z.boolean().exactOptional(),
    }),
    'outcomes',
    'outcomeOrder',
  ),
  'form',
  'formOrder',
);

/** A person does something and says how it ended; outcomes, form and edits are the regulation's own. */
export const taskModel: StageModel<'task'> = {
  kind: 'task',
  settings: settingsSchema,
  defaults: ({ participant, deadline }) => ({
    performer: participant,
    deadline,
    again: 'always',
    outcomes: { done: { title: { ru: 'Выполнено', en: 'Done' }, tone: 'forward' } },
    outcomeOrder: ['done'],
  }),
  outcomes: (settings) =>
    settings.outcomeOrder.flatMap((id) => {
      const outcome = settings.outcomes[id];
      return outcome === undefined ? [] : [{ id, tone: outcome.tone, title: outcome.title }];
    }),
  participants: (settings) => [settings.performer],
  deadline: (settings) => settings.deadline,
  waitsFor: 'person',
  mayBeKept: (settings) => settings.again !== 'always' && settings.rework !== true,
  allowsAutoVisa: false,
  lint: (settings) =>
    Object.values(settings.outcomes).some((outcome) => outcome.tone === 'forward')
      ? []
      : [{ code: 'forward-outcome-missing', severity: 'error', at: ['outcomes'], params: {} }],
  compile: (_settings, compilation) => compileToState('task', compilation),
};
