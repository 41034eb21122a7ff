import { formatPlainDate, type I18n } from '@reglament/i18n';
import {
  type Fact,
  isPlainDate,
  outcomesOf,
  parseFact,
  type Regulation,
  type RuleConditions,
  type RuleNode,
  type RuleTest,
  type RuleValue,
  type Slug,
  stageOf,
} from '@reglament/regulation';
import { plainTitle } from './marks.ts';
import {
  fieldSubject,
  joined,
  money,
  named,
  number,
  own,
  stageTitle,
  t,
  titled,
  type WordingKey,
  type Words,
} from './words.ts';

/**
 * The conditions of a rule as the words that follow «если»: «цена больше 1 000 000 ₽». A fact, field, stage or option that
 * the regulation lacks is called by its id. Pure.
 */
export function wordRule(conditions: RuleConditions, regulation: Regulation, i18n: I18n): string {
  return rule({ regulation, i18n, numberOf: () => undefined }, conditions);
}

/**
 * The value of a fact as the words of its rules say one: «120 000 ₽», «Пункт 4», «да». A list is joined by «и». Pure.
 */
export function wordFactValue(name: string, value: RuleValue, regulation: Regulation, i18n: I18n): string {
  const words: Words = { regulation, i18n, numberOf: () => undefined };
  const fact = parseFact(name);
  const say = (each: string | number) =>
    fact?.of === 'card'
      ? optionWords(words, fact.field, each)
      : fact?.of === 'outcome'
        ? outcomeWords(words, fact.stage, each)
        : scalar(words, each);
  return Array.isArray(value) ? joined(value.map(say), t(words, 'and')) : valueWords(words, value, say);
}

/** The words of a rule by its id. */
export function ruleNamed(words: Words, id: Slug): string {
  const found = own(words.regulation.rules, id);
  return found === undefined ? t(words, 'rule.unknown', { rule: plainTitle(id) }) : rule(words, found.when);
}

function rule(words: Words, node: RuleNode): string {
  if ('all' in node)
    return joined(
      node.all.map((one) => inner(words, one)),
      t(words, 'and'),
    );
  if ('any' in node)
    return joined(
      node.any.map((one) => inner(words, one)),
      t(words, 'or'),
    );
  if ('not' in node) return t(words, 'rule.not', { what: inner(words, node.not) });
  return test(words, node);
}

/** A part of a condition; in brackets when it is made of several. */
function inner(words: Words, node: RuleNode): string {
  const parts = 'all' in node ? node.all : 'any' in node ? node.any : [];
  return parts.length > 1 ? `(${rule(words, node)})` : rule(words, node);
}

function test(words: Words, one: RuleTest): string {
  const fact = parseFact(one.fact);
  switch (fact?.of) {
    case 'card':
      return fieldTest(words, one, fact.field);
    case 'outcome':
      return outcomeTest(words, one, fact.stage);
    case 'visits':
      return compared(words, one, t(words, 'rule.visits', { stage: stageTitle(words, fact.stage) }));
    case 'count':
      return fact.name === 'remarks.open'
        ? remarksTest(words, one)
        : compared(words, one, countSubject(words, fact));
    case 'code':
      return compared(words, one, t(words, fact.name === 'initiator.unit' ? 'rule.unit' : 'rule.post'));
    case undefined:
      return compared(words, one, named(words, plainTitle(one.fact)));
  }
}

function countSubject(words: Words, { name }: Fact & { readonly of: 'count' }): string {
  return t(words, name === 'document.version' ? 'rule.version' : 'rule.round');
}

function fieldTest(words: Words, one: RuleTest, id: Slug): string {
  const { operator, value } = one;
  const field = own(words.regulation.fields, id);
  const title = field === undefined ? plainTitle(id) : titled(words, field.title);
  if (operator === 'isEmpty' || operator === 'isNotEmpty')
    return t(words, holds(one) ? 'rule.empty' : 'rule.filled', { field: title });
  if (operator === 'contains' || operator === 'doesNotContain')
    return t(words, operator === 'contains' ? 'rule.contains' : 'rule.containsNot', {
      field: title,
      value: valueWords(words, value),
    });
  if (
    field?.type === 'flag' &&
    typeof value === 'boolean' &&
    (operator === 'equal' || operator === 'notEqual')
  )
    return t(words, (operator === 'equal') === value ? 'rule.flagYes' : 'rule.flagNo', { field: title });
  return compared(words, one, fieldSubject(words, field, id), (each) => optionWords(words, id, each));
}

/** An option of a field by its title; anything else as it is. */
function optionWords(words: Words, id: Slug, each: string | number): string {
  const options = own(words.regulation.fields, id)?.options ?? {};
  const option = typeof each === 'string' ? own(options, each) : undefined;
  return option === undefined ? scalar(words, each) : named(words, titled(words, option.title));
}

/** Whether emptiness is asked for, and not the contrary. */
function holds({ operator, value }: RuleTest): boolean {
  return (operator === 'isEmpty') === (value !== false);
}

function outcomeTest(words: Words, one: RuleTest, id: Slug): string {
  const params = { stage: stageTitle(words, id) };
  const { operator } = one;
  if (operator === 'isEmpty' || operator === 'isNotEmpty')
    return t(words, holds(one) ? 'rule.unfinished' : 'rule.finished', params);
  const not = operator === 'notEqual' || operator === 'notIn';
  return t(words, not ? 'rule.outcomeNot' : 'rule.outcome', {
    ...params,
    value: valueWords(words, one.value, (each) => outcomeWords(words, id, each)),
  });
}

/** An outcome of a stage by its title, else as the kind of stage calls it. */
function outcomeWords(words: Words, id: Slug, each: string | number): string {
  const stage = stageOf(words.regulation, id);
  const outcome = stage && outcomesOf(stage).find((known) => known.id === each);
  if (outcome?.title !== undefined) return named(words, titled(words, outcome.title));
  const said = `outcomes.said.${each}`;
  return words.i18n.has(said) ? named(words, words.i18n.t(said)) : scalar(words, each);
}

/** Open remarks are there or not; only other counts are compared. */
function remarksTest(words: Words, one: RuleTest): string {
  const { operator, value } = one;
  const some =
    (operator === 'greaterThan' && value === 0) ||
    (operator === 'greaterThanInclusive' && value === 1) ||
    (operator === 'notEqual' && value === 0);
  const none =
    (operator === 'equal' && value === 0) ||
    (operator === 'lessThan' && value === 1) ||
    (operator === 'lessThanInclusive' && value === 0);
  return some || none
    ? t(words, some ? 'rule.remarksOpen' : 'rule.remarksNone')
    : compared(words, one, t(words, 'rule.remarks'));
}

const comparisons = {
  equal: 'rule.equal',
  notEqual: 'rule.notEqual',
  in: 'rule.equal',
  notIn: 'rule.notEqual',
  contains: 'rule.equal',
  doesNotContain: 'rule.notEqual',
  lessThan: 'rule.less',
  lessThanInclusive: 'rule.atMost',
  greaterThan: 'rule.more',
  greaterThanInclusive: 'rule.atLeast',
  moneyLessThan: 'rule.less',
  moneyLessThanInclusive: 'rule.atMost',
  moneyGreaterThan: 'rule.more',
  moneyGreaterThanInclusive: 'rule.atLeast',
  dateBefore: 'rule.dateBefore',
  dateOnOrBefore: 'rule.dateOnOrBefore',
  dateAfter: 'rule.dateAfter',
  dateOnOrAfter: 'rule.dateOnOrAfter',
} as const satisfies Record<Exclude<RuleTest['operator'], 'isEmpty' | 'isNotEmpty'>, WordingKey>;

function compared(
  words: Words,
  one: RuleTest,
  subject: string,
  say?: (value: string | number) => string,
): string {
  const { operator, value } = one;
  if (operator === 'isEmpty' || operator === 'isNotEmpty')
    return t(words, holds(one) ? 'rule.isEmpty' : 'rule.isFilled', { subject });
  if (operator === 'notIn' && Array.isArray(value) && value.length > 1) {
    const none = value.map(say ?? ((each) => scalar(words, each))).join(t(words, 'rule.nor'));
    return t(words, 'rule.notIn', { subject, value: none });
  }
  return t(words, comparisons[operator], { subject, value: valueWords(words, value, say) });
}

/** A value as it is read: money and dates in full, a word of a person in quotation marks. */
function valueWords(
  words: Words,
  value: RuleValue,
  say: (value: string | number) => string = (each) => scalar(words, each),
): string {
  if (typeof value === 'boolean') return t(words, value ? 'rule.yes' : 'rule.no');
  if (typeof value === 'string' || typeof value === 'number') return say(value);
  if ('amount' in value) return money(words, value);
  return value.length === 0 ? t(words, 'rule.nothing') : joined(value.map(say), t(words, 'or'));
}

function scalar(words: Words, value: string | number): string {
  if (typeof value === 'number') return number(words, value);
  return isPlainDate(value) ? formatPlainDate(value, words.i18n.locale) : named(words, plainTitle(value));
}
