import { formatCount, formatMoney, formatPlainDate, type I18n } from '@reglament/i18n';
import {
  isPlainDate,
  outcomesOf,
  parseFact,
  presenceOperators,
  type Regulation,
  type RuleNode,
  type RuleTest,
  stageOf,
  type Text,
  typeOfFact,
} from '@reglament/regulation';
import { outcomeWords } from '../../document/outcomes.ts';

type Say = (text: Text) => string;

/** The condition of a rule in words: «карточка: Цена больше 600 000 ₽ и номер круга не больше 2». Pure. */
export function conditionWords(node: RuleNode, regulation: Regulation, i18n: I18n, say: Say): string {
  return wordsOf(node, regulation, i18n, say, true);
}

function wordsOf(node: RuleNode, regulation: Regulation, i18n: I18n, say: Say, outermost: boolean): string {
  if ('not' in node)
    return i18n.t('versions.notSo', { inner: wordsOf(node.not, regulation, i18n, say, false) });
  if ('all' in node || 'any' in node) {
    const [inner, joint] =
      'all' in node ? [node.all, i18n.t('versions.and')] : [node.any, i18n.t('versions.or')];
    const words = inner.map((each) => wordsOf(each, regulation, i18n, say, false)).join(joint);
    return outermost || inner.length < 2 ? words : `(${words})`;
  }
  return testWords(node, regulation, i18n, say);
}

function testWords(test: RuleTest, regulation: Regulation, i18n: I18n, say: Say): string {
  const fact = factWords(test.fact, regulation, i18n, say);
  const op = i18n.t(`designer.op.${test.operator}`);
  if (presenceOperators.includes(test.operator)) return i18n.t('versions.testEmpty', { fact, op });
  return i18n.t('versions.test', { fact, op, value: valueWords(test, regulation, i18n, say) });
}

function factWords(name: string, regulation: Regulation, i18n: I18n, say: Say): string {
  const fact = parseFact(name);
  switch (fact?.of) {
    case 'card': {
      const field = regulation.fields[fact.field];
      return i18n.t('designer.factCard', { field: field ? say(field.title) : fact.field });
    }
    case 'outcome':
    case 'visits': {
      const stage = stageOf(regulation, fact.stage);
      const key = fact.of === 'outcome' ? 'designer.factOutcome' : 'designer.factVisits';
      return i18n.t(key, { stage: stage ? say(stage.title) : fact.stage });
    }
    case 'count':
    case 'code':
      return i18n.t(`designer.facts.${fact.name}`);
    case undefined:
      return name;
  }
}

function valueWords({ fact, value }: RuleTest, regulation: Regulation, i18n: I18n, say: Say): string {
  if (Array.isArray(value)) return value.map((one) => oneValue(fact, one, regulation, i18n, say)).join(', ');
  return oneValue(fact, value, regulation, i18n, say);
}

function oneValue(name: string, value: unknown, regulation: Regulation, i18n: I18n, say: Say): string {
  if (typeof value === 'boolean') return i18n.t(value ? 'designer.yes' : 'designer.no');
  if (typeof value === 'number') return formatCount(value, i18n.locale);
  if (typeof value === 'object' && value !== null && 'amount' in value)
    return formatMoney({ minor: Number(value.amount), currency: 'RUB' }, i18n.locale);
  const words = String(value);
  const fact = parseFact(name);
  if (fact?.of === 'card') {
    const option = regulation.fields[fact.field]?.options?.[words];
    if (option) return `«${say(option.title)}»`;
    if (typeOfFact(regulation, name) === 'date' && isPlainDate(words))
      return formatPlainDate(words, i18n.locale);
  }
  if (fact?.of === 'outcome') {
    const stage = stageOf(regulation, fact.stage);
    const outcome = stage && outcomesOf(stage).find(({ id }) => id === words);
    if (outcome) return `«${outcomeWords(outcome, i18n, say)}»`;
  }
  return words;
}
