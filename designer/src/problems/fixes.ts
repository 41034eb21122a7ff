import { freeId, type Operation, standardParts } from '@reglament/editing';
import { outcomesOf, type Problem, type Regulation, type Slug, stageOf } from '@reglament/regulation';
import type { Chooser } from '../choosing/chooser.ts';
import { outcomesWithWays } from '../document/outcomes.ts';

/** A quick fix: offered only where it is certain what the author means or where it opens the very choice he must make. */
export type Fix =
  | {
      readonly words:
        | 'removeStage'
        | 'removeWay'
        | 'removeAutoVisa'
        | 'dropPolicy'
        | 'markCycle'
        | 'noLateDecisions'
        | 'makeRework';
      /** One gesture. */
      readonly run: readonly Operation[];
    }
  | {
      readonly words: 'lead' | 'leadOtherwise' | 'addAlternative';
      readonly choose: Omit<Extract<Chooser, { ask: 'target' }>, 'ask'>;
    };

/** What can be done about a problem at once. Pure. */
export function fixOf(problem: Problem, regulation: Regulation): Fix | null {
  const { code, element, at, params } = problem;
  switch (code) {
    case 'outcome-leads-nowhere': {
      const from = element?.stage;
      if (from === undefined) return null;
      const outcome =
        typeof params['outcome'] === 'string'
          ? params['outcome']
          : outcomesWithWays(regulation, from).find(({ transition }) => transition === undefined)?.id;
      return outcome === undefined ? null : { words: 'lead', choose: { from, outcome } };
    }
    case 'else-missing': {
      const id = element?.transition;
      const transition = id === undefined ? undefined : regulation.transitions[id];
      if (!transition) return null;
      const { from, outcome } = transition;
      return { words: 'leadOtherwise', choose: { from, outcome, otherwise: true } };
    }
    case 'choice-of-one':
      return element?.stage === undefined
        ? null
        : { words: 'addAlternative', choose: { from: element.stage, outcome: 'chosen' } };
    case 'stage-unreachable':
      return element?.stage === undefined
        ? null
        : { words: 'removeStage', run: [{ do: 'removeStages', ids: [element.stage] }] };
    case 'refusal-leads-forward': {
      const run = typeof params['to'] === 'string' ? makeRework(params['to'], regulation) : null;
      return run && { words: 'makeRework', run };
    }
    case 'policy-without-return':
    case 'cycle-unmarked':
    case 'alternative-unreachable': {
      const [map, transition, , alternative] = at;
      if (map !== 'transitions' || typeof transition !== 'string' || typeof alternative !== 'string')
        return null;
      if (!Object.hasOwn(regulation.transitions[transition]?.alternatives ?? {}, alternative)) return null;
      if (code === 'policy-without-return')
        return {
          words: 'dropPolicy',
          run: [{ do: 'setAlternative', transition, alternative, policy: null }],
        };
      if (code === 'cycle-unmarked')
        return { words: 'markCycle', run: [{ do: 'setAlternative', transition, alternative, cycle: true }] };
      return { words: 'removeWay', run: [{ do: 'removeAlternative', transition, alternative }] };
    }
    case 'late-without-auto-visa': {
      const id = element?.stage;
      if (id === undefined || stageOf(regulation, id)?.kind !== 'approval') return null;
      return {
        words: 'noLateDecisions',
        run: [{ do: 'setStage', id, path: ['settings', 'lateDecisions'], value: false }],
      };
    }
    default:
      return null;
  }
}

/**
 * Makes a task the author's rework, in which he can mend the whole document. Null where the stage is more than an answer to
 * refusals: where anything else leads to it.
 */
function makeRework(id: Slug, regulation: Regulation): readonly Operation[] | null {
  const stage = stageOf(regulation, id);
  const ledForward = Object.values(regulation.transitions).some(({ from, outcome, alternatives }) => {
    if (Object.values(alternatives).every(({ to }) => to !== id)) return false;
    const source = stageOf(regulation, from);
    return !source || outcomesOf(source).find((one) => one.id === outcome)?.tone !== 'return';
  });
  if (stage?.kind !== 'task' || id === regulation.start || ledForward) return null;
  const set = (key: string, value: unknown): Operation => ({
    do: 'setStage',
    id,
    path: ['settings', key],
    value,
  });
  const { participants } = regulation;
  const known = Object.keys(participants).find((one) => participants[one]?.type === 'initiator');
  const { id: name, part } = standardParts.participants;
  const author = known ?? freeId(regulation, 'participants', name);
  return [
    ...(known === undefined
      ? [{ do: 'setPart', map: 'participants', id: author, value: part } satisfies Operation]
      : []),
    ...(participants[stage.settings.performer]?.type === 'initiator' ? [] : [set('performer', author)]),
    set('edits', { card: 'all', files: true, visas: stage.settings.edits?.visas ?? 'keptAndMarked' }),
    set('rework', true),
  ];
}
