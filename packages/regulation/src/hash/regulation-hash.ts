import type { Field } from '../model/field.ts';
import type { Regulation } from '../model/regulation.ts';
import type { Stage } from '../model/stage.ts';
import { omitDefaults } from '../read/canonical-form.ts';
import { canonicalJson } from './canonical-json.ts';
import { sha256Hex } from './sha256.ts';

/** SHA-256 of the whole regulation in canonical form, hex: equal when the printed files are equal. Pure. */
export function fileHash(regulation: Regulation): string {
  return sha256Hex(canonicalJson(omitDefaults(regulation)));
}

/**
 * SHA-256 of what a regulation means, hex: without positions, notes, the basis of facts and every text for people, so that
 * redrawing and rewording leave it as it was. Pure.
 */
export function meaningHash(regulation: Regulation): string {
  return sha256Hex(canonicalJson(meaningOf(omitDefaults(regulation))));
}

// By record and not by key name: a stage or a field may bear the id `title` or `notes`.
function meaningOf(regulation: Regulation): unknown {
  return {
    ...without(regulation, 'title', 'notes'),
    documentKind: without(regulation.documentKind, 'title'),
    fields: mapValues(regulation.fields, meaningOfField),
    participants: mapValues(regulation.participants, (participant) => without(participant, 'title')),
    deadlines: mapValues(regulation.deadlines, (deadline) => without(deadline, 'title', 'evidence')),
    legalTerms: mapValues(regulation.legalTerms, (term) => without(term, 'title', 'evidence')),
    registers: mapValues(regulation.registers, (register) => without(register, 'title')),
    rules: mapValues(regulation.rules, (rule) => without(rule, 'title')),
    stages: mapValues(regulation.stages, meaningOfStage),
  };
}

function meaningOfField(field: Field): unknown {
  const { options, ...rest } = without(field, 'title', 'hint');
  return options === undefined ? rest : { ...rest, options: Object.keys(options).sort() };
}

function meaningOfStage(stage: Stage): unknown {
  return {
    ...without(stage, 'title', 'ask', 'notes', 'position', 'evidence'),
    settings: meaningOfSettings(stage),
  };
}

function meaningOfSettings(stage: Stage): unknown {
  if (stage.kind === 'task') {
    const { form, ...settings } = stage.settings;
    return {
      ...settings,
      outcomes: mapValues(settings.outcomes, (outcome) => without(outcome, 'title')),
      ...(form === undefined ? {} : { form: mapValues(form, meaningOfField) }),
    };
  }
  if (stage.kind === 'parallel') {
    return {
      ...stage.settings,
      branches: mapValues(stage.settings.branches, (branch) => without(branch, 'title')),
    };
  }
  return stage.settings;
}

function without<T extends object, K extends keyof T>(record: T, ...keys: readonly K[]): Omit<T, K> {
  const rest: T = { ...record };
  for (const key of keys) delete rest[key];
  return rest;
}

function mapValues<T>(
  map: Readonly<Record<string, T>>,
  change: (value: T) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));
}
