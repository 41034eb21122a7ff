import type { Regulation, Text } from '../model/regulation.ts';
import type { StageOf } from '../model/stage.ts';
import type { Transition } from '../model/transition.ts';

/** A text in both languages for samples. */
export function text(ru: string, en = ru): Text {
  return { ru, en };
}

/** A transition whose alternatives are given in order: a target, or a target under a rule. */
export function way(
  from: string,
  outcome: string,
  ...targets: readonly (string | { readonly to: string; readonly rule: string })[]
): Transition {
  const alternatives = targets.map((target) => (typeof target === 'string' ? { to: target } : target));
  return {
    from,
    outcome,
    alternatives: Object.fromEntries(
      alternatives.map((alternative, index) => [`a${index + 1}`, alternative]),
    ),
    order: alternatives.map((_, index) => `a${index + 1}`),
  };
}

export type Draft<T> = T extends object ? { -readonly [K in keyof T]: Draft<T[K]> } : T;

/** A copy of a regulation, changed in place by `change`; what comes out is as wrong as the change makes it. */
export function edited(
  change: (draft: Draft<Regulation>) => void,
  base: Regulation = sampleRegulation,
): Regulation {
  const draft = JSON.parse(JSON.stringify(base)) as Draft<Regulation>;
  change(draft);
  return draft as Regulation;
}

/** An approval by one participant. */
export function approvalBy(participant: string, deadline = 'day'): StageOf<'approval'> {
  return {
    kind: 'approval',
    title: text('Согласование', 'Approval'),
    settings: {
      steps: { first: { mode: 'parallel', participants: [participant] } },
      stepOrder: ['first'],
      deadline,
      again: 'kept',
      lateDecisions: false,
    },
  };
}

/** A task of the author with one outcome `done`. */
export function authorTask(deadline = 'day'): StageOf<'task'> {
  return {
    kind: 'task',
    title: text('Задача', 'Task'),
    settings: {
      performer: 'author',
      deadline,
      again: 'always',
      outcomes: { done: { title: text('Выполнено', 'Done'), tone: 'forward' } },
      outcomeOrder: ['done'],
    },
  };
}

/**
 * A small regulation without problems that has every kind: head -> block (units; finance when it spends, a choice
 * inside; publication: task and wait) -> choice by price -> signing -> registration -> acquaintance -> end, with a
 * rework that every refusal leads to.
 */
export const sampleRegulation: Regulation = {
  format: 'reglament/1',
  id: 'sample',
  needs: [],
  title: text('Образец', 'Sample'),
  documentKind: {
    title: text('Постановление', 'Act'),
    projectPrefix: 'П-',
    titleField: 'subject',
    counterpartyField: 'counterparty',
  },
  fields: {
    subject: { type: 'text', title: text('Предмет', 'Subject'), required: true },
    price: { type: 'money', title: text('Цена', 'Price'), required: true },
    spends: { type: 'flag', title: text('Требует расходов', 'Spends') },
    urgent: { type: 'flag', title: text('Срочно', 'Urgent') },
    counterparty: { type: 'party', title: text('Контрагент', 'Counterparty') },
    executors: { type: 'posts', title: text('Исполнители', 'Executors') },
  },
  fieldOrder: ['subject', 'price', 'spends', 'urgent', 'counterparty', 'executors'],
  participants: {
    author: { type: 'initiator', title: text('Автор', 'Author') },
    head: { type: 'head', title: text('Руководитель', 'Head') },
    units: { type: 'chosen', min: 1, max: 20, title: text('Подразделения', 'Units') },
    executors: { type: 'card', field: 'executors', title: text('Исполнители', 'Executors') },
    finance: { type: 'role', role: 'FIN', organisation: 'fin', title: text('Финансы', 'Finance') },
    signer: { type: 'position', position: 'head-01', title: text('Глава', 'Head of the district') },
    registrar: { type: 'role', role: 'REGR', title: text('Регистратор', 'Registrar') },
  },
  deadlines: {
    day: {
      title: text('1 рабочий день', '1 working day'),
      term: { amount: 1, unit: 'workingDays' },
      onLapse: [{ do: 'mark' }, { do: 'escalate', after: { amount: 1, unit: 'workingDays' } }],
    },
    silent: {
      title: text('2 рабочих дня, автовиза', '2 working days, auto-visa'),
      term: { amount: 2, unit: 'workingDays' },
      onLapse: [{ do: 'remind', before: { amount: 1, unit: 'workingDays' } }, { do: 'autoVisa' }],
    },
    week: {
      title: text('7 календарных дней', '7 calendar days'),
      term: { amount: 7, unit: 'calendarDays' },
      onLapse: [],
    },
  },
  legalTerms: {},
  registers: { acts: { title: text('Журнал', 'Register'), numberTemplate: '{seq}-п' } },
  rules: {
    big: {
      title: text('Цена выше 1 млн ₽', 'Price above 1m'),
      when: {
        all: [
          {
            fact: 'card.price',
            operator: 'moneyGreaterThan',
            value: { amount: 100_000_000, currency: 'RUB' },
          },
        ],
      },
    },
    spending: {
      title: text('Требует расходов', 'Spends'),
      when: { all: [{ fact: 'card.spends', operator: 'equal', value: true }] },
    },
    urgent: {
      title: text('Срочно', 'Urgent'),
      when: { any: [{ fact: 'card.urgent', operator: 'equal', value: true }] },
    },
  },
  urgency: { rule: 'urgent', factor: 0.5, roundUpTo: 0.5 },
  readers: ['CTRL'],
  start: 'head',
  stages: {
    head: approvalBy('head'),
    block: {
      kind: 'parallel',
      title: text('Согласование', 'Approval'),
      settings: {
        branches: {
          units: { title: text('Подразделения', 'Units'), first: 'units' },
          finance: { title: text('Финансы', 'Finance'), when: 'spending', first: 'finance' },
          publication: { title: text('Публикация', 'Publication'), first: 'publish' },
        },
        branchOrder: ['units', 'finance', 'publication'],
      },
    },
    units: {
      ...approvalBy('units', 'silent'),
      parent: { block: 'block', branch: 'units' },
      settings: {
        steps: { first: { mode: 'parallel', participants: ['units', 'executors'] } },
        stepOrder: ['first'],
        deadline: 'silent',
        again: 'kept',
        lateDecisions: true,
      },
    },
    finance: {
      ...approvalBy('finance'),
      nature: ['financial'],
      parent: { block: 'block', branch: 'finance' },
    },
    publish: { ...authorTask(), parent: { block: 'block', branch: 'publication' } },
    exposed: {
      kind: 'wait',
      title: text('Независимая экспертиза', 'Public examination'),
      settings: { deadline: 'week', again: 'kept' },
      parent: { block: 'block', branch: 'publication' },
    },
    'by-price': { kind: 'choice', title: text('По цене', 'By price'), settings: {} },
    curator: approvalBy('head'),
    sign: {
      kind: 'signing',
      title: text('Подписание', 'Signing'),
      nature: ['signing'],
      settings: { signer: 'signer', deadline: 'day' },
    },
    register: {
      kind: 'registration',
      title: text('Регистрация', 'Registration'),
      settings: { performer: 'registrar', register: 'acts', deadline: 'day' },
    },
    acquaint: {
      kind: 'acquaintance',
      title: text('Ознакомление', 'Acquaintance'),
      settings: { participants: ['units', 'author'], deadline: 'day' },
    },
    rework: {
      kind: 'task',
      title: text('Доработка', 'Rework'),
      settings: {
        performer: 'author',
        deadline: 'day',
        again: 'always',
        outcomes: {
          sent: { title: text('Отправить', 'Send'), tone: 'forward' },
          annulled: { title: text('Аннулировать', 'Annul'), tone: 'annul' },
        },
        outcomeOrder: ['sent', 'annulled'],
        edits: { card: 'all', files: true, visas: 'askedAgain' },
        rework: true,
      },
    },
    completed: { kind: 'end', title: text('Завершено', 'Completed'), settings: { as: 'completed' } },
    annulled: { kind: 'end', title: text('Аннулировано', 'Annulled'), settings: { as: 'annulled' } },
  },
  stageOrder: [
    'head',
    'block',
    'units',
    'finance',
    'publish',
    'exposed',
    'by-price',
    'curator',
    'sign',
    'register',
    'acquaint',
    'rework',
    'completed',
    'annulled',
  ],
  transitions: {
    'head-approved': way('head', 'approved', 'block'),
    'head-refused': way('head', 'refused', 'rework'),
    'units-approved': way('units', 'approved', '$end'),
    'units-refused': way('units', 'refused', '$end'),
    'finance-approved': way('finance', 'approved', '$end'),
    'finance-refused': way('finance', 'refused', '$end'),
    'publish-done': way('publish', 'done', 'exposed'),
    'exposed-elapsed': way('exposed', 'elapsed', '$end'),
    'block-approved': way('block', 'approved', 'by-price'),
    'block-refused': way('block', 'refused', 'rework'),
    'by-price-chosen': way('by-price', 'chosen', { to: 'curator', rule: 'big' }, 'sign'),
    'curator-approved': way('curator', 'approved', 'sign'),
    'curator-refused': way('curator', 'refused', 'rework'),
    'sign-signed': way('sign', 'signed', 'register'),
    'sign-returned': {
      from: 'sign',
      outcome: 'returned',
      alternatives: { all: { to: 'rework', policy: 'R2' } },
      order: ['all'],
    },
    'sign-annulled': way('sign', 'annulled', 'annulled'),
    'register-registered': way('register', 'registered', 'acquaint'),
    'register-returned': {
      from: 'register',
      outcome: 'returned',
      alternatives: { form: { to: 'rework', policy: 'R5' } },
      order: ['form'],
    },
    'acquaint-done': way('acquaint', 'done', 'completed'),
    'rework-sent': way('rework', 'sent', 'head'),
    'rework-annulled': way('rework', 'annulled', 'annulled'),
  },
};
