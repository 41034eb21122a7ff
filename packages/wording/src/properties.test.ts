import { type Edited, edit } from '@reglament/editing';
import {
  deadlineOf,
  outcomesOf,
  participantsOf,
  printRegulation,
  type Regulation,
  readRegulation,
  stageOf,
} from '@reglament/regulation';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { crossNamed } from '../../editing/src/testing/cross-named.ts';
import { drawn } from '../../editing/src/testing/drawn.ts';
import { drawFrom, randomOperation } from '../../editing/src/testing/random-operation.ts';
import { clausesOf } from './clause.ts';
import { wordRule } from './rule.ts';
import { wordStage } from './stage.ts';
import { plain, shippedAct, shippedContract, speak, wholeText } from './testing/speak.ts';
import { wordRegulation } from './word-regulation.ts';

const ru = await speak('ru');
const en = await speak('en');

const documents: readonly Regulation[] = [shippedContract, shippedAct, crossNamed(shippedAct), drawn];
const runs = { numRuns: 120, seed: 20261130 };
vi.setConfig({ testTimeout: 120_000 });

const sequences = fc.record({
  document: fc.constantFrom(...documents),
  dice: fc.array(fc.array(fc.nat(1_000_000), { minLength: 40, maxLength: 40 }), { maxLength: 12 }),
});

/** Edits a document with drawn operations; a refused one leaves it as it is. */
function edited(document: Regulation, dice: readonly (readonly number[])[]): Regulation {
  return dice.reduce((now, numbers) => {
    const made: Edited = edit(now, randomOperation(now, drawFrom(numbers)));
    return made.ok ? made.next : now;
  }, document);
}

/** Takes parts out of the document without following their names, as a broken file would. */
function torn(document: Regulation, dice: readonly number[]): Regulation {
  const draw = drawFrom(dice);
  const without = <T>(map: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(map).filter(() => draw(3) > 0));
  return {
    ...document,
    stages: without(document.stages),
    fields: without(document.fields),
    participants: without(document.participants),
    deadlines: without(document.deadlines),
    registers: without(document.registers),
    rules: without(document.rules),
    transitions: without(document.transitions),
    ...(draw(3) === 0 ? { start: 'nowhere' } : {}),
  };
}

function stagesIn(regulation: Regulation): readonly string[] {
  return Object.keys(regulation.stages).toSorted();
}

function clausesByStage(regulation: Regulation): readonly string[] {
  return clausesOf(wordRegulation(regulation, ru))
    .flatMap(({ stage }) => stage ?? [])
    .toSorted();
}

describe('a wording', () => {
  // Seen red with stages placed again when they had their place already.
  it('has exactly one clause for every stage, whatever was edited', () => {
    fc.assert(
      fc.property(sequences, ({ document, dice }) => {
        const regulation = edited(document, dice);
        expect(clausesByStage(regulation)).toEqual(stagesIn(regulation));
      }),
      runs,
    );
  });

  // Seen red with `deadlines[id]!` for a term, and with stages whose block is gone left out.
  it('never throws on names of what is not there, leaves no hole, and still words every stage once', () => {
    fc.assert(
      fc.property(
        sequences,
        fc.array(fc.nat(1_000_000), { minLength: 60, maxLength: 60 }),
        ({ document, dice }, tear) => {
          const regulation = torn(edited(document, dice), tear);
          expect(clausesByStage(regulation)).toEqual(stagesIn(regulation));
          for (const i18n of [ru, en]) {
            const text = wholeText(regulation, i18n);
            expect(text).not.toMatch(/undefined|\[object|\{\{|wording\.|«»|“”|NaN/);
            for (const id of Object.keys(regulation.stages))
              expect(wordStage(regulation, id, i18n)).not.toBe('');
          }
        },
      ),
      runs,
    );
  });

  it('says every rule, participant and deadline that a stage goes by', () => {
    fc.assert(
      fc.property(sequences, ({ document, dice }) => {
        const regulation = edited(document, dice);
        const text = wholeText(regulation, ru);
        for (const id of stagesIn(regulation)) {
          const stage = stageOf(regulation, id)!;
          for (const asked of participantsOf(stage)) {
            const title = regulation.participants[asked]?.title.ru;
            if (title !== undefined) expect(text).toContain(title);
          }
          const deadline = regulation.deadlines[deadlineOf(stage) ?? ''];
          if (deadline !== undefined && deadline.term.amount >= 1)
            expect(text).toContain(`${deadline.term.amount} `);
          const outcomes = new Set(outcomesOf(stage).map((outcome) => outcome.id));
          for (const { from, outcome, alternatives } of Object.values(regulation.transitions))
            for (const { rule } of Object.values(alternatives)) {
              const named = rule === undefined ? undefined : regulation.rules[rule];
              if (from === id && outcomes.has(outcome) && named !== undefined)
                expect(text).toContain(plain(wordRule(named.when, regulation, ru)));
            }
        }
      }),
      runs,
    );
  });

  it('is the same for the same document, read again from its text', () => {
    fc.assert(
      fc.property(sequences, ({ document, dice }) => {
        const regulation = edited(document, dice);
        const again = readRegulation(printRegulation(regulation));
        if (!again.ok) return;
        const words = JSON.stringify(
          wordRegulation(regulation, ru).sections.find(({ id }) => id === 'order'),
        );
        expect(
          JSON.stringify(wordRegulation(again.regulation, ru).sections.find(({ id }) => id === 'order')),
        ).toBe(words);
        expect(wordRegulation(regulation, ru)).toEqual(wordRegulation(regulation, ru));
      }),
      { ...runs, numRuns: 30 },
    );
  });

  it.each([
    ['places of a catalogue', '{{title}} {{who}} {{term}}'],
    ['a nested text of a catalogue', '$t(wording.title) $t(designer.undo)'],
    ['patterns of a replacement', "$& $1 $` $' $$"],
    ['markup', '<b onclick="x()">&amp;</b> ]]>'],
    ['quotation marks', '«Этап „первый“» и "второй"'],
    ['right-to-left signs and pictures', 'א\u202e\u202c 👩‍⚖️'],
    ['a very long line', 'ы'.repeat(3999)],
    ['a single point', '.'],
  ])('lets a title with %s through as it was typed', (_what, hostile) => {
    const title = { ru: hostile, en: hostile };
    const { legal } = shippedContract.stages;
    const regulation: Regulation = {
      ...shippedContract,
      title,
      stages: { ...shippedContract.stages, legal: { ...legal!, title } },
      participants: {
        ...shippedContract.participants,
        lawyer: { ...shippedContract.participants['lawyer']!, title },
      },
      fields: { ...shippedContract.fields, price: { ...shippedContract.fields['price']!, title } },
    };
    for (const i18n of [ru, en]) {
      const wording = wordRegulation(regulation, i18n);
      expect(wording.title).toContain(hostile);
      const clause = clausesOf(wording).find(({ stage }) => stage === 'legal')!;
      expect(clause.heading).toBe(hostile);
      expect(clause.text).toContain(i18n.t('wording.named', { title: hostile }));
      expect(clausesByStage(regulation)).toEqual(stagesIn(regulation));
    }
  });

  it('says of a stage that nothing leads to that no document reaches it, after all others', () => {
    const { 'legal-approved': _cut, ...transitions } = shippedContract.transitions;
    const wording = wordRegulation({ ...shippedContract, transitions }, ru);
    const order = wording.sections.find(({ id }) => id === 'order')!.clauses;
    expect(wording.unreached).toContain('finance');
    const finance = order.find(({ stage }) => stage === 'finance')!;
    expect(finance.text).toMatch(/^До этого этапа документ не доходит/);
    expect(order.indexOf(finance)).toBeGreaterThan(order.findIndex(({ stage }) => stage === 'rework'));
    expect(order.find(({ stage }) => stage === 'legal')!.text).toContain(
      'Исход «Согласовано» пока никуда не ведёт.',
    );
  });

  it('of a regulation that was just begun has its general provisions and numbers alone', () => {
    const { stages: _none, ...rest } = shippedContract;
    const begun: Regulation = { ...rest, stages: {}, stageOrder: [], transitions: {}, start: 'first' };
    const { sections } = wordRegulation(begun, ru);
    expect(sections.map(({ number, id }) => `${number} ${id}`)).toEqual(['1 general', '2 records']);
    expect(sections[0]!.clauses.map(({ text }) => text)).toContain('Первый этап не задан.');
  });

  it('of 2,000 stages is made without a hang', () => {
    const [first] = Object.values(shippedContract.stages).filter(({ kind }) => kind === 'approval');
    const ids = Array.from({ length: 2000 }, (_, index) => `s${index}`);
    const regulation: Regulation = {
      ...shippedContract,
      start: 's0',
      stageOrder: ids.toReversed(),
      stages: Object.fromEntries(ids.map((id) => [id, first!])),
      transitions: Object.fromEntries(
        ids.map((id, index) => [
          `t${index}`,
          { from: id, outcome: 'approved', order: ['on'], alternatives: { on: { to: `s${index + 1}` } } },
        ]),
      ),
    };
    const order = wordRegulation(regulation, ru).sections.find(({ id }) => id === 'order')!;
    expect(order.clauses.map(({ stage }) => stage)).toEqual(ids);
  });
});
