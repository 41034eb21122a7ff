import { createI18n, loadLocale } from '@reglament/i18n';
import { addDesignerWords } from '@reglament/i18n/designer';
import { beforeAll, describe, expect, it } from 'vitest';
import { shipped } from '../testing/shipped.ts';
import { namesInTest, testAt } from './namesInTest.ts';
import { oneRule } from './source.ts';
import { mapText, type TextPath } from './textMap.ts';

const contract = shipped('municipal-contract');
const say = (text: { ru: string }) => text.ru;
const rule = ['rules', 'small-purchase', 'when', 'all', 1] as const;

/** What is offered at a place of a rule, as `label: words`. */
function offered(path: TextPath, fact: string | null = null, operator: string | null = null) {
  const place = testAt(path);
  const names = place && namesInTest(place, { fact, operator }, contract, createI18n('ru'), say);
  return names?.map(({ label, words }) => `${label}: ${words}`);
}

describe('what is offered in a test of a rule', () => {
  beforeAll(async () => {
    addDesignerWords();
    await loadLocale('ru');
  });

  it('is the closed list of facts, called as the builder calls them', () => {
    const facts = offered([...rule, 'fact']);
    expect(facts).toContain('card.price: карточка: Цена');
    expect(facts).toContain('stage.legal.outcome: исход этапа «Правовая экспертиза»');
    expect(facts).toContain('document.round: номер круга');
    expect(facts).not.toContain('stage.curator-choice.gone');
  });

  it('are the operators that the fact takes, or all while there is no fact', () => {
    expect(offered([...rule, 'operator'], 'card.price')).toEqual([
      'isEmpty: не заполнено',
      'isNotEmpty: заполнено',
      'moneyLessThan: меньше',
      'moneyLessThanInclusive: не больше',
      'moneyGreaterThan: больше',
      'moneyGreaterThanInclusive: не меньше',
    ]);
    expect(offered([...rule, 'operator'])).toHaveLength(20);
  });

  it('are the values that the fact may have', () => {
    expect(offered([...rule, 'value'], 'card.kind', 'equal')?.[0]).toBe('supply: Поставка товаров');
    expect(offered([...rule, 'value'], 'card.kind', 'in')?.[0]).toBe('[supply]: Поставка товаров');
    expect(offered([...rule, 'value', 0], 'card.kind', 'in')?.[0]).toBe('supply: Поставка товаров');
    expect(offered([...rule, 'value'], 'stage.legal.outcome', 'equal')).toEqual([
      'approved: Согласовано',
      'refused: Отклонено',
    ]);
    expect(offered([...rule, 'value'], 'card.price', 'isEmpty')).toEqual(['true: да']);
    expect(offered([...rule, 'value'], 'card.price', 'moneyLessThan')).toEqual(['amount: сумма в копейках']);
    expect(offered([...rule, 'value'], 'card.subject', 'equal')).toBeUndefined();
  });

  it('is nothing outside a test', () => {
    expect(testAt(['rules', 'x', 'title', 'ru'])).toBeNull();
    expect(testAt(['rules', 'x', 'when', 'all'])).toBeNull();
    expect(testAt(['stages', 'x', 'when', 'fact'])).toBeNull();
    expect(testAt(['rules', 'x', 'when', 'not', 'fact'])).toEqual({ key: 'fact', depth: 4, inList: false });
  });

  it('goes by the fact that is written beside it, be the rest unfinished', () => {
    const text = oneRule('small-purchase').print(contract)!;
    expect(mapText(text).scalarAt(['when', 'all', 1, 'fact'])).toBe('card.price');
    expect(
      mapText('{"when": {"all": [{"fact": "card.price", "operator": }').scalarAt(['when', 'all', 0, 'fact']),
    ).toBe('card.price');
    expect(mapText('{"when": {"not": {"fact"').scalarAt(['when', 'not', 'fact'])).toBeNull();
    expect(mapText(text).scalarAt(['when', 'all'])).toBeNull();
  });
});
