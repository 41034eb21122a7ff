import {
  branchEnd,
  branchesOf,
  parseFact,
  type Regulation,
  type RuleConditions,
  type RuleNode,
  type Slug,
  type Stage,
  testsOf,
} from '@reglament/regulation';
import type { PartMap } from './refusal.ts';

/** A place of a document that names a part by its id, whether there is such a part or not. */
export interface Mention {
  readonly map: PartMap;
  readonly id: Slug;
  /** The key whose value names the part: the name itself, a list with it, conditions with it. */
  readonly path: readonly string[];
  /** The whole value of `path` with every mention of the part under its new id. */
  readonly renamed: (to: Slug) => unknown;
}

/**
 * Every mention in a document, in its order; one for each key and part, though a list or a rule may name the part more than
 * once. The orders beside maps are no mentions. Pure.
 */
export function* mentionsIn(regulation: Regulation): Generator<Mention> {
  const { documentKind, urgency } = regulation;
  yield named('fields', documentKind.titleField, ['documentKind', 'titleField']);
  yield* maybe('fields', documentKind.counterpartyField, ['documentKind', 'counterpartyField']);
  yield* maybe('rules', urgency?.rule, ['urgency', 'rule']);
  yield named('stages', regulation.start, ['start']);
  for (const [id, participant] of Object.entries(regulation.participants)) {
    if (participant.type === 'card') yield named('fields', participant.field, ['participants', id, 'field']);
    if (participant.type === 'performer')
      yield named('stages', participant.stage, ['participants', id, 'stage']);
  }
  for (const [id, term] of Object.entries(regulation.legalTerms)) {
    yield* inEvent(term.from, ['legalTerms', id, 'from']);
    yield* inEvent(term.to, ['legalTerms', id, 'to']);
  }
  for (const [id, rule] of Object.entries(regulation.rules))
    yield* inConditions(rule.when, ['rules', id, 'when']);
  for (const [id, stage] of Object.entries(regulation.stages)) yield* mentionsOfStage(id, stage);
  for (const [id, transition] of Object.entries(regulation.transitions)) {
    yield named('stages', transition.from, ['transitions', id, 'from']);
    for (const [alternativeId, { to, rule }] of Object.entries(transition.alternatives)) {
      const at = ['transitions', id, 'alternatives', alternativeId];
      if (to !== branchEnd) yield named('stages', to, [...at, 'to']);
      yield* maybe('rules', rule, [...at, 'rule']);
    }
  }
}

/** Mentions of one part, in the order of the document. Pure. */
export function mentionsOf(regulation: Regulation, map: PartMap, id: Slug): readonly Mention[] {
  return [...mentionsIn(regulation)].filter((mention) => mention.map === map && mention.id === id);
}

/** What a stage names: its block, and the parts in its settings. Pure. */
export function* mentionsOfStage(id: Slug, stage: Stage): Generator<Mention> {
  const at = (...keys: readonly string[]) => ['stages', id, 'settings', ...keys];
  yield* maybe('stages', stage.parent?.block, ['stages', id, 'parent', 'block']);
  switch (stage.kind) {
    case 'task': {
      const { performer, deadline, edits } = stage.settings;
      yield named('participants', performer, at('performer'));
      yield named('deadlines', deadline, at('deadline'));
      if (edits !== undefined && edits.card !== 'all')
        yield* inList('fields', edits.card, at('edits', 'card'));
      return;
    }
    case 'approval':
      for (const [step, { participants }] of Object.entries(stage.settings.steps)) {
        yield* inList('participants', participants, at('steps', step, 'participants'));
      }
      yield named('deadlines', stage.settings.deadline, at('deadline'));
      return;
    case 'signing':
      yield named('participants', stage.settings.signer, at('signer'));
      yield named('deadlines', stage.settings.deadline, at('deadline'));
      return;
    case 'registration':
      yield named('participants', stage.settings.performer, at('performer'));
      yield named('registers', stage.settings.register, at('register'));
      yield named('deadlines', stage.settings.deadline, at('deadline'));
      return;
    case 'acquaintance':
      yield* inList('participants', stage.settings.participants, at('participants'));
      yield named('deadlines', stage.settings.deadline, at('deadline'));
      return;
    case 'parallel':
      for (const [branch, { first, when }] of branchesOf(stage)) {
        yield named('stages', first, at('branches', branch, 'first'));
        yield* maybe('rules', when, at('branches', branch, 'when'));
      }
      return;
    case 'wait':
      yield named('deadlines', stage.settings.deadline, at('deadline'));
      return;
    case 'choice':
    case 'end':
      return;
    default:
      stage satisfies never;
  }
}

/** Conditions with each of their tests changed. Pure. */
export function withFacts(conditions: RuleConditions, change: (test: Test) => Test): RuleConditions {
  const ofNode = (node: RuleNode): RuleNode => {
    if ('all' in node) return { all: node.all.map(ofNode) };
    if ('any' in node) return { any: node.any.map(ofNode) };
    if ('not' in node) return { not: ofNode(node.not) };
    return change(node);
  };
  return ofNode(conditions) as RuleConditions;
}

type Test = Exclude<RuleNode, RuleConditions>;

function named(map: PartMap, id: Slug, path: readonly string[]): Mention {
  return { map, id, path, renamed: (to) => to };
}

function maybe(map: PartMap, id: Slug | undefined, path: readonly string[]): readonly Mention[] {
  return id === undefined ? [] : [named(map, id, path)];
}

function inList(map: PartMap, list: readonly Slug[], path: readonly string[]): readonly Mention[] {
  return list.map((id) => ({
    map,
    id,
    path,
    renamed: (to) => list.map((each) => (each === id ? to : each)),
  }));
}

function inEvent(event: string, path: readonly string[]): readonly Mention[] {
  const [stage, moment] = event.split('.');
  if (stage === undefined || moment === undefined) return [];
  return [{ map: 'stages', id: stage, path, renamed: (to) => `${to}.${moment}` }];
}

function inConditions(when: RuleConditions, path: readonly string[]): readonly Mention[] {
  const found = new Map<string, Mention>();
  for (const { test } of testsOf(when)) {
    const place = placeOf(test.fact);
    if (place === undefined) continue;
    const { map, id } = place;
    const renamed = (to: Slug) =>
      withFacts(when, (each) => {
        const its = placeOf(each.fact);
        return its?.map === map && its.id === id ? { ...each, fact: its.under(to) } : each;
      });
    found.set(`${map}/${id}`, { map, id, path, renamed });
  }
  return [...found.values()];
}

/** The part that a fact reads, and the fact of another part in its place. */
function placeOf(name: string): { map: PartMap; id: Slug; readonly under: (to: Slug) => string } | undefined {
  const fact = parseFact(name);
  if (fact?.of === 'card') return { map: 'fields', id: fact.field, under: (to) => `card.${to}` };
  if (fact?.of === 'outcome' || fact?.of === 'visits') {
    return { map: 'stages', id: fact.stage, under: (to) => `stage.${to}.${fact.of}` };
  }
  return undefined;
}
