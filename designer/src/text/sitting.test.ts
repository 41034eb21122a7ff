import { parseRegulation, printRegulation } from '@reglament/regulation';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import contract from '../../../regulations/municipal-contract/regulation.json' with { type: 'json' };
import { createEditor } from '../document/store.ts';
import { openSitting } from './sitting.ts';
import { oneRule, type TextSource, wholeDocument } from './source.ts';
import { applyTextEdits, type TextEdit } from './textEdits.ts';

const reading = parseRegulation(contract);
if (!reading.ok) throw new Error('The contract does not read');
const { regulation } = reading;
const printed = printRegulation(regulation);
const quiet = () => vi.advanceTimersByTime(400);

/** The document, a plain text beside it, and a person who types into it. */
function sit(readOnly = false, source: TextSource = wholeDocument) {
  const store = createEditor({ regulation, readOnly });
  let text = source.print(regulation) ?? '';
  let foreign = 0;
  const host = {
    text: () => text,
    apply: (edits: readonly TextEdit[]) => {
      foreign += edits.length;
      text = applyTextEdits(text, edits);
    },
  };
  const sitting = openSitting(store, host, source);
  const type = (from: string | RegExp, to: string) => {
    const before = text;
    text = text.replace(from, to);
    expect(text).not.toBe(before);
    sitting.typed();
  };
  return {
    store,
    sitting,
    type,
    text: () => text,
    foreign: () => foreign,
    now: () => store.getState(),
  };
}

const amount = '"term": {"amount": 30, "unit": "calendarDays"}';
const otherAmount = '"term": {"amount": 31, "unit": "calendarDays"}';

describe('a person before the text', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('changes the document with one entry of undo, however often the text was readable on the way', () => {
    const { type, now, sitting } = sit();
    type(amount, otherAmount);
    quiet();
    type(otherAmount, otherAmount.replace('31', '3'));
    quiet();
    type('"amount": 3, "unit": "cal', '"amount": 35, "unit": "cal');
    quiet();
    expect(now().regulation.deadlines['counterparty']?.term.amount).toBe(35);
    expect(now().history.entries).toHaveLength(1);
    expect(now().history.entries[0]?.label).toMatchObject({ operation: 'replaceAll', by: 'text' });
    expect(sitting.undo()).toBe(true);
    expect(printRegulation(now().regulation)).toBe(printed);
  });

  it('locks the drawing from the first key, and frees it when the text is readable again', () => {
    const { type, now, text } = sit();
    type('"format": "reglament/1"', '"format": "reglament/1');
    expect(now().readOnly).toBe(true);
    expect(now().textLock?.problems).toBeNull();
    quiet();
    expect(now().textLock?.problems?.[0]?.problem.code).toBe('not-json');
    expect(now().dispatch({ do: 'setDocument', path: ['title', 'ru'], value: 'Нет' })).toBe(false);
    expect(now().regulation).toBe(regulation);
    type('"format": "reglament/1', '"format": "reglament/1"');
    quiet();
    expect([now().readOnly, now().textLock, text()]).toEqual([false, null, printed]);
    expect(now().history.entries).toHaveLength(0);
  });

  it('begins another entry after leaving the text, and finds it written canonically', () => {
    const { type, now, sitting, text } = sit();
    type(amount, otherAmount.replace('"term": ', '"term":     '));
    sitting.left();
    expect(text()).toBe(printed.replace(amount, otherAmount));
    type(otherAmount, amount.replace('30', '32'));
    quiet();
    expect(now().history.entries).toHaveLength(2);
  });

  it('sees an edit of the drawing come in as the fewest edits of text', () => {
    const { now, text, foreign } = sit();
    now().dispatch({ do: 'moveStages', moves: [{ id: now().regulation.start, position: { x: 4, y: 5 } }] });
    expect(text()).toBe(printRegulation(now().regulation));
    expect(foreign()).toBe(1);
  });

  it('gets the last readable text back when he gives his own up', () => {
    const { type, now, text } = sit();
    type('"format"', '"format');
    quiet();
    now().lockForText(null);
    expect(text()).toBe(printed);
    expect(now().readOnly).toBe(false);
  });

  it('finds a half written text again when the view is opened anew', () => {
    const { type, now, sitting, text } = sit();
    type('"format"', '"format');
    sitting.close();
    expect(now().textLock?.text).toBe(text());
    expect(now().readOnly).toBe(true);
  });

  it('takes back his own keys before anything else while the text is half written', () => {
    const { type, sitting } = sit();
    type('"format"', '"format');
    expect(sitting.undo()).toBe(false);
  });

  it('cannot change the id of the document', () => {
    const { type, now } = sit();
    type(`"id": "${regulation.id}"`, '"id": "another"');
    quiet();
    expect(now().textLock?.problems?.map(({ problem }) => problem.code)).toEqual(['id-stays']);
    expect(now().regulation.id).toBe(regulation.id);
  });

  it.each([
    ['of 5 MB', (text: string) => text + ' '.repeat(5 * 1024 * 1024), 'too-large'],
    [
      'nested deep',
      (text: string) => text.replace('"needs": []', `"needs": ${'['.repeat(100_000)}`),
      'too-deep',
    ],
    [
      'with a key twice',
      (text: string) => text.replace('"needs": []', '"needs": [], "needs": []'),
      'key-twice',
    ],
    [
      'with __proto__',
      (text: string) => text.replace('"needs": []', '"needs": [], "__proto__": {}'),
      'key-forbidden',
    ],
  ])('is told at once that a text %s is refused', (_, spoil, code) => {
    const { type, now, text } = sit();
    const startedMs = performance.now();
    type(text(), spoil(text()));
    quiet();
    expect(now().textLock?.problems?.[0]?.problem.code).toBe(code);
    expect(performance.now() - startedMs).toBeLessThan(2_000);
    expect(now().regulation).toBe(regulation);
  });
});

describe('a person before the text of one rule', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());
  const limit = '"amount": 100000000';

  it('changes that rule alone, with one entry of undo', () => {
    const { type, now, sitting } = sit(false, oneRule('above-limit'));
    type(limit, '"amount": 5000');
    quiet();
    type('"amount": 5000', '"amount": 50000');
    quiet();
    expect(now().history.entries).toHaveLength(1);
    expect(now().history.entries[0]?.label).toMatchObject({ operation: 'setPart', by: 'text' });
    expect(now().regulation.rules['above-limit']?.when).toEqual({
      all: [{ fact: 'card.price', operator: 'moneyGreaterThan', value: { amount: 50000, currency: 'RUB' } }],
    });
    expect(sitting.undo()).toBe(true);
    expect(printRegulation(now().regulation)).toBe(printed);
  });

  it('leaves the last readable rule in place while the text is none, and says where it is wrong', () => {
    const { type, now } = sit(false, oneRule('above-limit'));
    type(limit, '"amount": -1');
    quiet();
    expect(now().regulation).toBe(regulation);
    const { rule, problems } = now().textLock!;
    expect(rule).toBe('above-limit');
    expect(problems?.map(({ problem, place }) => [problem.code, place.line])).toEqual([['size-wrong', 12]]);
    expect(now().dispatch({ do: 'removePart', map: 'rules', id: 'small-purchase' })).toBe(false);
  });

  it.each([
    ['no JSON', '"all": [', '"all": ', 'not-json'],
    ['a key twice', '"title": {', '"title": {"ru": "а", "en": "a"}, "title": {', 'key-twice'],
    ['a key that no rule has', '"when": {', '"then": 1, "when": {', 'unknown-key'],
    ['another operator', '"moneyGreaterThan"', '"isPrime"', 'value-wrong'],
    ['no test at all', /"all": \[[^\]]*\]/, '"all": []', 'size-wrong'],
  ])('is told that a rule may hold %s not', (_, from, to, code) => {
    const { now, type } = sit(false, oneRule('above-limit'));
    type(from, to);
    quiet();
    expect(now().textLock?.problems?.map(({ problem }) => problem.code)).toContain(code);
    expect(now().regulation).toBe(regulation);
  });

  it('sees the builder write into the text, and not the edits of other parts', () => {
    const { now, text, foreign } = sit(false, oneRule('above-limit'));
    now().dispatch({ do: 'setDocument', path: ['title', 'ru'], value: 'Договор' });
    expect(foreign()).toBe(0);
    const { title } = regulation.rules['above-limit']!;
    const when = { not: { fact: 'document.round', operator: 'equal', value: 1 } };
    now().dispatch({ do: 'setPart', map: 'rules', id: 'above-limit', value: { title, when } });
    expect(text()).toContain('"fact": "document.round"');
  });

  it('keeps half written words apart from those of the whole document', () => {
    const { store, type, now, sitting, text } = sit(false, oneRule('above-limit'));
    type('"when"', '"when');
    sitting.close();
    const kept = { rule: 'above-limit', text: text() };
    expect(now().textLock).toMatchObject(kept);
    openSitting(store, { text: () => printed, apply: () => {} }, wholeDocument).close();
    expect(now().textLock).toMatchObject(kept);
  });
});
