import { describe, expect, it } from 'vitest';
import { fileHash, meaningHash } from '../hash/regulation-hash.ts';
import type { Regulation } from '../model/regulation.ts';
import type { RuleTest } from '../model/rule.ts';
import type { Stage } from '../model/stage.ts';
import { parseRegulation, readRegulation } from '../read/parse-regulation.ts';
import { printRegulation } from '../read/print-regulation.ts';
import {
  approvalBy,
  authorTask,
  type Draft,
  edited,
  sampleRegulation,
  text,
  way,
} from '../testing/sample-regulation.ts';
import { lint } from './lint.ts';
import type { ProblemCode } from './texts.ts';

type Change = (draft: Draft<Regulation>) => void;
type Row = readonly [title: string, expected: readonly ProblemCode[], change: Change];

/** Puts a stage into the route; the outcome `chosen`, `approved` or `done` of a stage leads where `ways` says. */
function add(
  draft: Draft<Regulation>,
  id: string,
  stage: Stage,
  ...ways: readonly ReturnType<typeof way>[]
): void {
  draft.stages[id] = stage as Draft<Stage>;
  draft.stageOrder.push(id);
  for (const each of ways) lead(draft, each);
}

function lead(draft: Draft<Regulation>, to: ReturnType<typeof way>): void {
  draft.transitions[`${to.from}-${to.outcome}`] = to as Draft<typeof to>;
}

function settings<K extends Stage['kind']>(draft: Draft<Regulation>, id: string, kind: K) {
  const stage = draft.stages[id];
  if (stage?.kind !== kind) throw new Error(`the sample has no ${kind} ${id}`);
  return stage.settings as Draft<Extract<Stage, { kind: K }>['settings']>;
}

function ruleOf(draft: Draft<Regulation>, id: string, ...tests: readonly RuleTest[]): void {
  draft.rules[id] = { title: text(id), when: { all: tests } } as Draft<Regulation['rules'][string]>;
}

const choice: Stage = { kind: 'choice', title: text('Выбор', 'Choice'), settings: {} };
const inUnits = { parent: { block: 'block', branch: 'units' } };

const invalid: readonly Row[] = [
  // Names
  [
    'start names no stage',
    ['stage-unknown'],
    (d) => {
      d.start = 'nowhere';
    },
  ],
  ['an alternative leads to no stage', ['stage-unknown'], (d) => lead(d, way('head', 'refused', 'nowhere'))],
  [
    'a transition starts from no stage',
    ['stage-unknown'],
    (d) => lead(d, way('nowhere', 'done', 'completed')),
  ],
  [
    'a participant is the performer of no stage',
    ['stage-unknown'],
    (d) => {
      d.participants['last'] = { type: 'performer', stage: 'nowhere', title: text('x') };
    },
  ],
  [
    'a legal term ends at no stage',
    ['stage-unknown'],
    (d) => {
      d.legalTerms['all'] = {
        title: text('x'),
        term: { amount: 30, unit: 'calendarDays' },
        from: 'sent',
        to: 'nowhere.closed',
        roundsCounted: true,
        evidence: { tag: 'A' },
      };
    },
  ],
  [
    'a rule reads the outcome of no stage',
    ['stage-unknown'],
    (d) => ruleOf(d, 'extra', { fact: 'stage.nowhere.outcome', operator: 'equal', value: 'done' }),
  ],
  [
    'an approval asks no declared participant',
    ['participant-unknown'],
    (d) => {
      settings(d, 'head', 'approval').steps['first']!.participants = ['nobody'];
    },
  ],
  [
    'a stage has no declared deadline',
    ['deadline-unknown'],
    (d) => {
      settings(d, 'head', 'approval').deadline = 'never';
    },
  ],
  [
    'an alternative names no rule',
    ['rule-unknown'],
    (d) => lead(d, way('head', 'approved', { to: 'block', rule: 'never' }, 'block')),
  ],
  [
    'a branch names no rule',
    ['rule-unknown'],
    (d) => {
      settings(d, 'block', 'parallel').branches['units']!.when = 'never';
    },
  ],
  [
    'the urgency names no rule',
    ['rule-unknown'],
    (d) => {
      d.urgency!.rule = 'never';
    },
  ],
  [
    'the title comes from no field',
    ['field-unknown'],
    (d) => {
      d.documentKind.titleField = 'none';
    },
  ],
  [
    'a participant comes from no field',
    ['field-unknown'],
    (d) => {
      d.participants['executors'] = { type: 'card', field: 'none', title: text('x') };
    },
  ],
  [
    'a rule reads no field',
    ['field-unknown'],
    (d) => ruleOf(d, 'extra', { fact: 'card.none', operator: 'isEmpty', value: true }),
  ],
  [
    'a rule reads what every object inherits',
    ['field-unknown'],
    (d) => ruleOf(d, 'extra', { fact: 'card.toString', operator: 'isEmpty', value: true }),
  ],
  [
    'a stage edits no field',
    ['field-unknown'],
    (d) => {
      settings(d, 'rework', 'task').edits!.card = ['none'];
    },
  ],
  [
    'a rule reads a fact outside the list',
    ['fact-unknown'],
    (d) => ruleOf(d, 'extra', { fact: 'clock.now', operator: 'isEmpty', value: true }),
  ],
  [
    'a registration has no declared register',
    ['register-unknown'],
    (d) => {
      settings(d, 'register', 'registration').register = 'none';
    },
  ],
  [
    'a stage lies in no declared branch',
    ['branch-unknown', 'branch-first-outside'],
    (d) => {
      d.stages['finance']!.parent = { block: 'block', branch: 'none' };
    },
  ],
  [
    'a transition starts from no outcome of its stage',
    ['outcome-unknown'],
    (d) => lead(d, way('head', 'elapsed', 'completed')),
  ],
  [
    'a rule compares with no outcome of the stage',
    ['outcome-unknown'],
    (d) => ruleOf(d, 'extra', { fact: 'stage.head.outcome', operator: 'equal', value: 'elapsed' }),
  ],
  // The card, participants, registers
  [
    'the title is money',
    ['title-field-type'],
    (d) => {
      d.documentKind.titleField = 'price';
    },
  ],
  [
    'the counterparty is a text',
    ['counterparty-field-type'],
    (d) => {
      d.documentKind.counterpartyField = 'subject';
    },
  ],
  [
    'a participant comes from a text field',
    ['card-slot-type'],
    (d) => {
      d.participants['executors'] = { type: 'card', field: 'subject', title: text('x') };
    },
  ],
  [
    'at least five of at most two are chosen',
    ['chosen-range'],
    (d) => {
      d.participants['units'] = { type: 'chosen', min: 5, max: 2, title: text('x') };
    },
  ],
  [
    'a number template has an unknown variable',
    ['number-template-wrong'],
    (d) => {
      d.registers['acts']!.numberTemplate = '{seq}/{day}';
    },
  ],
  [
    'a number template has no sequence',
    ['number-template-wrong'],
    (d) => {
      d.registers['acts']!.numberTemplate = '{year}';
    },
  ],
  // Terms
  [
    'a term of no calendar days',
    ['term-missing'],
    (d) => {
      d.deadlines['week']!.term = { amount: 0, unit: 'calendarDays' };
    },
  ],
  [
    'silence decides a financial approval',
    ['auto-visa-nature'],
    (d) => {
      settings(d, 'finance', 'approval').deadline = 'silent';
    },
  ],
  [
    'silence registers',
    ['auto-visa-kind'],
    (d) => {
      settings(d, 'register', 'registration').deadline = 'silent';
    },
  ],
  [
    'silence signs',
    ['auto-visa-kind', 'auto-visa-nature'],
    (d) => {
      settings(d, 'sign', 'signing').deadline = 'silent';
    },
  ],
  [
    'a late decision is allowed where silence decides nothing',
    ['late-without-auto-visa'],
    (d) => {
      settings(d, 'finance', 'approval').lateDecisions = true;
    },
  ],
  // The route
  [
    'a task can only be returned',
    ['forward-outcome-missing'],
    (d) => {
      settings(d, 'rework', 'task').outcomes['sent']!.tone = 'return';
    },
  ],
  [
    'the start lies in a branch',
    ['start-in-branch'],
    (d) => {
      d.start = 'units';
    },
  ],
  [
    'an end lies in a branch',
    ['end-in-branch'],
    (d) => {
      add(d, 'over', { kind: 'end', title: text('x'), settings: { as: 'completed' }, ...inUnits });
      lead(d, way('units', 'approved', { to: 'over', rule: 'big' }, '$end'));
    },
  ],
  [
    'a branch is left to a stage behind its block',
    ['branch-left'],
    (d) => lead(d, way('units', 'approved', { to: 'sign', rule: 'big' }, '$end')),
  ],
  [
    'a branch is entered from outside, past the rules of its block',
    ['branch-entered', 'edit-after-rule'],
    (d) => lead(d, way('head', 'approved', { to: 'units', rule: 'big' }, 'block')),
  ],
  [
    'a branch leads into its sibling',
    ['branch-left', 'branch-entered'],
    (d) => lead(d, way('units', 'approved', { to: 'finance', rule: 'big' }, '$end')),
  ],
  [
    'a branch starts at a stage that lies in another',
    ['branch-first-outside', 'stage-unreachable'],
    (d) => {
      settings(d, 'block', 'parallel').branches['units']!.first = 'finance';
    },
  ],
  [
    'the end of a branch is named outside a branch',
    ['branch-end-outside'],
    (d) => lead(d, way('head', 'refused', { to: '$end', rule: 'big' }, 'rework')),
  ],
  [
    'an outcome has two transitions',
    ['transition-twice'],
    (d) => {
      d.transitions['again'] = way('head', 'approved', 'block') as Draft<ReturnType<typeof way>>;
    },
  ],
  [
    'an outcome has no transition',
    ['outcome-leads-nowhere'],
    (d) => {
      delete d.transitions['sign-annulled'];
    },
  ],
  [
    'the last alternative has a rule',
    ['else-missing'],
    (d) => lead(d, way('head', 'refused', { to: 'rework', rule: 'big' })),
  ],
  [
    'a choice has one way, and it has no rule',
    ['choice-of-one'],
    (d) => lead(d, way('by-price', 'chosen', 'curator')),
  ],
  [
    'an alternative stands behind one without a rule',
    ['alternative-unreachable'],
    (d) => lead(d, way('head', 'refused', 'rework', { to: 'annulled', rule: 'big' }, 'annulled')),
  ],
  [
    'nothing leads to a stage',
    ['stage-unreachable'],
    (d) => add(d, 'island', authorTask(), way('island', 'done', 'completed')),
  ],
  [
    'two stages lead only to each other',
    ['no-way-to-end'],
    (d) => {
      add(d, 'ping', authorTask(), way('ping', 'done', 'pong'));
      add(d, 'pong', authorTask(), way('pong', 'done', 'ping'));
      lead(d, way('head', 'approved', { to: 'ping', rule: 'big' }, 'block'));
    },
  ],
  [
    'a stage of a branch leads nowhere inside it',
    ['no-way-to-end'],
    (d) => {
      add(d, 'spin', { ...authorTask(), ...inUnits }, way('spin', 'done', 'spin'));
      lead(d, way('units', 'approved', { to: 'spin', rule: 'big' }, '$end'));
    },
  ],
  [
    'a choice leads to itself',
    ['cycle-without-wait'],
    (d) => lead(d, way('by-price', 'chosen', { to: 'by-price', rule: 'big' }, 'curator')),
  ],
  [
    'an approval that may be kept leads back to itself when approved',
    ['cycle-without-wait'],
    (d) => lead(d, way('curator', 'approved', { to: 'curator', rule: 'big' }, 'sign')),
  ],
  [
    'a block that may be kept whole leads back through a choice',
    ['cycle-without-wait'],
    (d) => {
      settings(d, 'block', 'parallel').branches['publication']!.when = 'spending';
      lead(d, way('by-price', 'chosen', { to: 'block', rule: 'big' }, 'curator'));
    },
  ],
  [
    'a way back to a stage that may have been passed by',
    ['cycle-unmarked'],
    (d) => lead(d, way('sign', 'annulled', { to: 'curator', rule: 'big' }, 'annulled')),
  ],
  [
    'a policy on the way forward',
    ['policy-without-return'],
    (d) => {
      d.transitions['head-approved']!.alternatives['a1']!.policy = 'R2';
    },
  ],
  [
    'a policy on a refusal inside a branch',
    ['policy-without-return'],
    (d) => {
      d.transitions['units-refused']!.alternatives['a1']!.policy = 'R5';
    },
  ],
  [
    'a refusal leads to the next approval',
    ['refusal-leads-forward'],
    (d) => lead(d, way('curator', 'refused', 'sign')),
  ],
  // Rules
  [
    'money is compared as a number',
    ['operator-misfit'],
    (d) => ruleOf(d, 'extra', { fact: 'card.price', operator: 'greaterThan', value: 5 }),
  ],
  [
    'money is compared with a number',
    ['operand-misfit'],
    (d) => ruleOf(d, 'extra', { fact: 'card.price', operator: 'moneyLessThan', value: 5 }),
  ],
  [
    'a count is compared as money',
    ['operator-misfit'],
    (d) =>
      ruleOf(d, 'extra', {
        fact: 'remarks.open',
        operator: 'moneyLessThan',
        value: { amount: 1, currency: 'RUB' },
      }),
  ],
  [
    'posts are compared as a text',
    ['operator-misfit', 'rule-reads-optional'],
    (d) => ruleOf(d, 'extra', { fact: 'card.executors', operator: 'equal', value: 'x' }),
  ],
  [
    'emptiness is asked with a text',
    ['operand-misfit'],
    (d) => ruleOf(d, 'extra', { fact: 'card.executors', operator: 'isEmpty', value: 'yes' }),
  ],
  [
    'membership is asked in a text',
    ['operand-misfit'],
    (d) => ruleOf(d, 'extra', { fact: 'initiator.unit', operator: 'in', value: 'legal' }),
  ],
  [
    'a rule reads a field that may be empty',
    ['rule-reads-optional'],
    (d) => ruleOf(d, 'extra', { fact: 'card.executors', operator: 'contains', value: 'x' }),
  ],
  [
    'a rule asks whether an optional flag is not set',
    ['rule-reads-optional'],
    (d) => ruleOf(d, 'extra', { fact: 'card.urgent', operator: 'equal', value: false }),
  ],
  [
    'rework comes back behind the rule that reads what it edits',
    ['cycle-unmarked', 'edit-after-rule'],
    (d) => lead(d, way('rework', 'sent', { to: 'sign', rule: 'spending' }, 'head')),
  ],
  [
    'a stage behind a choice edits the field that the choice read',
    ['edit-after-rule'],
    (d) => {
      const task = authorTask();
      const edits = { card: ['price'], files: false, visas: 'keptAndMarked' as const };
      add(d, 'tidy', { ...task, settings: { ...task.settings, edits } }, way('tidy', 'done', 'sign'));
      lead(d, way('curator', 'approved', 'tidy'));
    },
  ],
  [
    'a stage in a branch edits the field by which the block chose its branches',
    ['edit-after-rule'],
    (d) => {
      settings(d, 'publish', 'task').edits = { card: ['spends'], files: false, visas: 'keptAndMarked' };
    },
  ],
];

const valid: readonly (readonly [title: string, change: Change])[] = [
  ['the sample as it is', () => undefined],
  [
    'the same day is a term',
    (d) => {
      d.deadlines['day']!.term = { amount: 0, unit: 'workingDays' };
    },
  ],
  [
    'a marked way back to a stage that may have been passed by',
    (d) => {
      lead(d, way('sign', 'annulled', { to: 'curator', rule: 'big' }, 'annulled'));
      d.transitions['sign-annulled']!.alternatives['a1']!.cycle = true;
    },
  ],
  [
    'a cycle in which an approval is always asked',
    (d) => {
      settings(d, 'curator', 'approval').again = 'always';
      lead(d, way('curator', 'approved', { to: 'curator', rule: 'big' }, 'sign'));
    },
  ],
  [
    'a policy on the way to rework when remarks are open',
    (d) => {
      ruleOf(d, 'remarks', { fact: 'remarks.open', operator: 'greaterThan', value: 0 });
      lead(d, way('head', 'approved', { to: 'rework', rule: 'remarks' }, 'block'));
      d.transitions['head-approved']!.alternatives['a1']!.policy = 'R2';
    },
  ],
  [
    'a refusal that a choice leads to rework or to an end',
    (d) => {
      add(d, 'how', choice, way('how', 'chosen', { to: 'annulled', rule: 'big' }, 'rework'));
      lead(d, way('curator', 'refused', 'how'));
    },
  ],
  [
    'a return inside a branch',
    (d) => {
      add(
        d,
        'second',
        { ...approvalBy('head'), ...inUnits },
        way('second', 'approved', '$end'),
        way('second', 'refused', 'units'),
      );
      lead(d, way('units', 'approved', 'second'));
    },
  ],
  [
    'a rule that tests whether the optional field is filled',
    (d) =>
      ruleOf(
        d,
        'extra',
        { fact: 'card.executors', operator: 'isNotEmpty', value: true },
        { fact: 'card.executors', operator: 'contains', value: 'x' },
      ),
  ],
  [
    'a stage edits a field that a rule reads again on every way to the end',
    (d) => {
      settings(d, 'rework', 'task').edits!.card = ['price', 'spends'];
    },
  ],
  [
    'a stage edits the price before the choice by price',
    (d) => {
      settings(d, 'publish', 'task').edits = { card: ['price'], files: true, visas: 'askedAgain' };
    },
  ],
  [
    'a number template with all variables',
    (d) => {
      d.registers['acts']!.numberTemplate = '{year}/{yy}-{month}-{seq:4}';
    },
  ],
  [
    'a block in a branch of a block',
    (d) => {
      add(
        d,
        'inner',
        {
          kind: 'parallel',
          title: text('x'),
          settings: {
            branches: { one: { title: text('x'), first: 'deep' } },
            branchOrder: ['one'],
          },
          ...inUnits,
        },
        way('inner', 'approved', '$end'),
        way('inner', 'refused', '$end'),
      );
      add(
        d,
        'deep',
        { ...approvalBy('head'), parent: { block: 'inner', branch: 'one' } },
        way('deep', 'approved', '$end'),
        way('deep', 'refused', '$end'),
      );
      lead(d, way('units', 'approved', 'inner'));
    },
  ],
];

describe('lint', () => {
  it.each(invalid)('finds that %s', (_title, expected, change) => {
    const parsed = parseRegulation(edited(change));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const found = lint(parsed.regulation).map((problem) => problem.code);
    expect([...new Set(found)].sort()).toEqual([...expected].sort());
  });

  it.each(valid)('accepts %s', (_title, change) => {
    const parsed = parseRegulation(edited(change));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    expect(lint(parsed.regulation)).toEqual([]);
  });

  it('says where a problem lies and which element it is about', () => {
    const regulation = edited((draft) => {
      settings(draft, 'head', 'approval').deadline = 'never';
    });
    expect(lint(regulation)).toEqual([
      {
        code: 'deadline-unknown',
        severity: 'error',
        at: ['stages', 'head', 'settings', 'deadline'],
        element: { stage: 'head' },
        params: { deadline: 'never' },
      },
    ]);
  });

  it('[R10] reads, prints and hashes a regulation without stages, and says that its start names none', () => {
    const empty = edited((draft) => {
      draft.stages = {};
      draft.stageOrder = [];
      draft.transitions = {};
    });
    const parsed = parseRegulation(empty);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    expect(readRegulation(printRegulation(parsed.regulation))).toEqual(parsed);
    expect(fileHash(parsed.regulation)).not.toBe(meaningHash(parsed.regulation));
    expect(lint(parsed.regulation)).toMatchObject([
      { code: 'stage-unknown', severity: 'error', at: ['start'], params: { stage: 'head' } },
    ]);
  });

  it('survives a block that lies inside itself', () => {
    const regulation = edited((draft) => {
      draft.stages['block']!.parent = { block: 'block', branch: 'units' };
    });
    expect(lint(regulation).map((problem) => problem.code)).toContain('block-in-itself');
  });

  it('finds nothing in the sample, so that every finding above comes from its change', () => {
    expect(lint(sampleRegulation)).toEqual([]);
  });
});
