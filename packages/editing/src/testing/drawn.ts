import type { Regulation, Slug, StageKind } from '@reglament/regulation';
import { blankRegulation } from '../blank.ts';
import type { NewStage } from '../new-stage.ts';
import { edit, type Operation } from '../operation.ts';

/** The document after operations, none of which may be refused. */
export function after(regulation: Regulation, ...operations: readonly Operation[]): Regulation {
  return operations.reduce((now, operation) => {
    const edited = edit(now, operation);
    if (!edited.ok) throw new Error(`${operation.do}: ${edited.code} ${JSON.stringify(edited.params)}`);
    return edited.next;
  }, regulation);
}

/** The code with which an operation is refused, or `made`. */
export function answer(regulation: Regulation, operation: Operation): string {
  const edited = edit(regulation, operation);
  return edited.ok ? 'made' : edited.code;
}

export function stage(id: Slug, kind: StageKind, more: Partial<NewStage> = {}): NewStage {
  return { id, kind, title: { ru: `Этап ${id}`, en: `Stage ${id}` }, ...more };
}

export function add(id: Slug, kind: StageKind, more: Partial<NewStage> = {}): Operation {
  return { do: 'addStage', ...stage(id, kind, more) };
}

export const blank = blankRegulation({ id: 'drawn', title: { ru: 'Начерченный', en: 'Drawn' } });

/**
 * Drawn by operations: `head` -> `block` (branch `first`: `lawyer` -> `money`; branch `second`: `press`) -> `sign` -> `done`,
 * and `head` refused -> `rework` -> `head`. A rule `big` and a second participant `chief`.
 */
export const drawn: Regulation = after(
  blank,
  add('head', 'approval'),
  {
    do: 'appendStage',
    from: 'head',
    outcome: 'approved',
    stage: stage('block', 'parallel', { first: 'lawyer' }),
  },
  {
    do: 'appendStage',
    from: 'lawyer',
    outcome: 'done',
    stage: stage('money', 'approval', { position: { x: 10, y: 10 } }),
  },
  { do: 'connect', from: 'money', outcome: 'approved', to: '$end' },
  {
    do: 'addBranch',
    block: 'block',
    id: 'second',
    title: { ru: 'Вторая', en: 'Second' },
    first: stage('press', 'task'),
  },
  { do: 'appendStage', from: 'block', outcome: 'approved', stage: stage('sign', 'signing') },
  { do: 'appendStage', from: 'sign', outcome: 'signed', stage: stage('done', 'end') },
  { do: 'appendStage', from: 'head', outcome: 'refused', stage: stage('rework', 'task') },
  { do: 'connect', from: 'rework', outcome: 'done', to: 'head' },
  {
    do: 'setPart',
    map: 'rules',
    id: 'big',
    value: {
      title: { ru: 'Отказано', en: 'Refused' },
      when: { all: [{ fact: 'stage.head.outcome', operator: 'equal', value: 'refused' }] },
    },
  },
  {
    do: 'setPart',
    map: 'participants',
    id: 'chief',
    value: { type: 'head', title: { ru: 'Руководитель', en: 'Head' } },
  },
);

/** Ways of a document: `from.outcome -> to [rule]`, alternatives in order. */
export function ways(regulation: Regulation): readonly string[] {
  return Object.values(regulation.transitions).flatMap(({ from, outcome, order, alternatives }) =>
    order.map((id) => {
      const { to, rule } = alternatives[id] ?? { to: '?' };
      return `${from}.${outcome} -> ${to}${rule === undefined ? '' : ` [${rule}]`}`;
    }),
  );
}
