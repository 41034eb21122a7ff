import { outcomesOf, type Regulation, type Slug, stageOf, type Text } from '@reglament/regulation';
import type { TextPath } from './textMap.ts';

/** What may be named at a place: an id of the document and how it is called. */
export interface NameAt {
  readonly id: Slug;
  readonly title: Text | null;
}

type NamedMap = 'stages' | 'participants' | 'deadlines' | 'registers' | 'rules' | 'fields';

const maps: Readonly<Record<string, NamedMap>> = {
  performer: 'participants',
  signer: 'participants',
  participants: 'participants',
  deadline: 'deadlines',
  register: 'registers',
  rule: 'rules',
  when: 'rules',
  start: 'stages',
  to: 'stages',
  from: 'stages',
  first: 'stages',
  block: 'stages',
  stage: 'stages',
  stageOrder: 'stages',
  titleField: 'fields',
  counterpartyField: 'fields',
  field: 'fields',
  fieldOrder: 'fields',
  card: 'fields',
};

/** Names of the document that a value at this path may be; null where it names nothing. Pure. */
export function namesAt(path: TextPath, regulation: Regulation): readonly NameAt[] | null {
  const key = path.findLast((each): each is string => typeof each === 'string');
  if (key === undefined || path.length > 1 + path.lastIndexOf(key) + 1) return null;
  // Events of a legal term and a reminder's readers are no stages, though the keys are called the same.
  if (path[0] === 'legalTerms' || path[0] === 'deadlines') return null;
  if (path[0] === 'transitions' && key === 'outcome') return outcomesAt(path, regulation);
  const map = Object.hasOwn(maps, key) ? maps[key] : undefined;
  if (map === undefined) return null;
  const names = Object.entries(regulation[map]).map(([id, { title }]) => ({ id, title }));
  return path[0] === 'transitions' && key === 'to' ? [...names, { id: '$end', title: null }] : names;
}

function outcomesAt(path: TextPath, regulation: Regulation): readonly NameAt[] | null {
  const [, id] = path;
  const transition = typeof id === 'string' ? regulation.transitions[id] : undefined;
  const stage = transition && stageOf(regulation, transition.from);
  return stage
    ? outcomesOf(stage).map((outcome) => ({ id: outcome.id, title: outcome.title ?? null }))
    : null;
}
