import type { I18n } from '@reglament/i18n';
import {
  outcomesOf,
  type Problem,
  type Regulation,
  type Slug,
  stageOf,
  type Text,
  wordProblem,
} from '@reglament/regulation';
import { outcomeWords } from '../document/outcomes.ts';

type Say = (text: Text) => string;

/** A problem in words that name things as the author named them, not by their ids. Pure. */
export function problemInWords(problem: Problem, regulation: Regulation, i18n: I18n, say: Say): string {
  if (regulation.stageOrder.length === 0 && problem.code === 'stage-unknown')
    return i18n.t('designer.emptyDrawing');
  const params: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(problem.params))
    params[name] =
      typeof value === 'string' ? (titleOf(name, value, problem, regulation, i18n, say) ?? value) : value;
  return wordProblem({ code: problem.code, params }, i18n.locale);
}

const maps = {
  participant: 'participants',
  deadline: 'deadlines',
  rule: 'rules',
  field: 'fields',
  register: 'registers',
} as const;

function titleOf(
  name: string,
  value: Slug,
  problem: Problem,
  regulation: Regulation,
  i18n: I18n,
  say: Say,
): string | undefined {
  if (
    name === 'stage' ||
    name === 'to' ||
    name === 'from' ||
    name === 'block' ||
    name === 'edits' ||
    name === 'target'
  ) {
    const stage = stageOf(regulation, value);
    return stage && say(stage.title);
  }
  if (name === 'outcome') {
    const id = problem.params['stage'] ?? problem.element?.stage;
    const stage = typeof id === 'string' ? stageOf(regulation, id) : undefined;
    const outcome = stage && outcomesOf(stage).find((one) => one.id === value);
    return outcome && outcomeWords(outcome, i18n, say);
  }
  if (!Object.hasOwn(maps, name)) return undefined;
  const map = regulation[maps[name as keyof typeof maps]];
  const part = Object.hasOwn(map, value) ? map[value] : undefined;
  return part && say(part.title);
}
