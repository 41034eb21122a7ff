import { z } from 'zod';
import type { StateJson } from '../compile/machine-json.ts';
import type { Branch } from '../model/stage.ts';
import { mapOf, ordered, slugList, slugSchema, textSchema } from '../model/words.ts';
import type { StageModel } from './stage-model.ts';

const branchSchema: z.ZodType<Branch> = z.strictObject({
  title: textSchema,
  when: slugSchema.exactOptional(),
  first: slugSchema,
});

/** A block: branches run side by side, each to its own end. */
export const parallelModel: StageModel<'parallel'> = {
  kind: 'parallel',
  settings: ordered(
    z.strictObject({ branches: mapOf(branchSchema), branchOrder: slugList(1) }),
    'branches',
    'branchOrder',
  ),
  defaults: ({ stage }) => ({
    branches: { first: { title: { ru: 'Ветвь 1', en: 'Branch 1' }, first: stage } },
    branchOrder: ['first'],
  }),
  outcomes: () => [
    { id: 'approved', tone: 'forward' },
    { id: 'refused', tone: 'return' },
  ],
  participants: () => [],
  deadline: () => undefined,
  waitsFor: 'nothing',
  mayBeKept: () => false,
  allowsAutoVisa: false,
  lint: () => [],
  compile: (settings, { stageId, transitionsOn, branchStates }) => {
    const regions: Record<string, StateJson> = {};
    for (const branch of settings.branchOrder) {
      const first = settings.branches[branch]?.first;
      if (first === undefined) continue;
      regions[branch] = compileRegion(stageId, branch, first, branchStates(branch));
    }
    return {
      [stageId]: {
        id: stageId,
        type: 'parallel',
        meta: { stage: stageId, kind: 'parallel' },
        // Never guarded: approved or refused is decided by the event that leaves the rest state behind the block.
        onDone: { target: `${stageId}$done` },
        states: regions,
      },
      // A key may not hold a dot, which XState would read as a path; an id may.
      [`${stageId}$done`]: {
        id: `${stageId}.$done`,
        meta: { block: stageId, rest: 'done' },
        on: transitionsOn(),
      },
    };
  },
};

function compileRegion(
  block: string,
  branch: string,
  first: string,
  stages: Record<string, StateJson>,
): StateJson {
  const id = `${block}.${branch}`;
  return {
    id,
    initial: '$when',
    meta: { block, branch },
    states: {
      $when: {
        id: `${id}.$when`,
        meta: { block, branch, rest: 'when' },
        on: {
          [`${id}.enter`]: [{ target: `#${first}` }],
          [`${id}.skip`]: [{ target: `#${id}.$end` }],
        },
      },
      ...stages,
      $end: { id: `${id}.$end`, type: 'final', meta: { block, branch, rest: 'end' } },
    },
  };
}
