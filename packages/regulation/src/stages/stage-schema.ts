import { z } from 'zod';
import { coordinateSchema } from '../model/note.ts';
import type { SettingsOf, Stage, StageKind } from '../model/stage.ts';
import { evidenceSchema, slugSchema, textSchema } from '../model/words.ts';
import { stageModels } from './registry.ts';

const natures = z.enum(['legal', 'anticorruption', 'financial', 'signing', 'statutory']);

function stageOf<K extends StageKind>(kind: K, settings: z.ZodType<SettingsOf[K]>) {
  return z.strictObject({
    kind: z.literal(kind),
    title: textSchema,
    ask: textSchema.exactOptional(),
    nature: z
      .array(natures)
      .max(5)
      .refine((list) => new Set(list).size === list.length, { params: { code: 'value-twice' } })
      .exactOptional(),
    settings,
    parent: z.strictObject({ block: slugSchema, branch: slugSchema }).exactOptional(),
    position: z.strictObject({ x: coordinateSchema, y: coordinateSchema }).exactOptional(),
    evidence: evidenceSchema.exactOptional(),
    notes: textSchema.exactOptional(),
  });
}

/** A stage of any kind; `settings` are checked by the kind's own schema. */
export const stageSchema: z.ZodType<Stage> = z.discriminatedUnion('kind', [
  stageOf('task', stageModels.task.settings),
  stageOf('approval', stageModels.approval.settings),
  stageOf('signing', stageModels.signing.settings),
  stageOf('registration', stageModels.registration.settings),
  stageOf('acquaintance', stageModels.acquaintance.settings),
  stageOf('choice', stageModels.choice.settings),
  stageOf('parallel', stageModels.parallel.settings),
  stageOf('wait', stageModels.wait.settings),
  stageOf('end', stageModels.end.settings),
]);
