import type { OutcomeRow, TaskDetail, TaskRow } from '@reglament/api';

const text = (ru: string) => ({ ru, en: ru });
const person = {
  employee: 'e1',
  position: 'p1',
  name: 'Лебедев Кирилл Андреевич',
  post: 'специалист',
  unit: 'ЖКХ',
};

/** A task row for tests, with anything said otherwise. */
export function buildRow(over: Partial<TaskRow> = {}): TaskRow {
  return {
    id: 't1',
    revision: 1,
    document: 'd1',
    stage: 'legal',
    stageTitle: text('Экспертиза'),
    ask: text('Завизировать'),
    kind: 'approval',
    title: 'Содержание дорог',
    number: 'Д-1',
    author: person,
    urgent: false,
    openedAtMs: 0,
    dueAtMs: 0,
    workingMinutesLeft: 60,
    provisional: false,
    overdue: false,
    silence: { kind: 'none' },
    state: 'open',
    abilities: {
      decide: ['approved', 'approvedWithRemarks', 'refused'],
      take: false,
      release: false,
      handOver: false,
    },
    digest: 'a'.repeat(64),
    ...over,
  };
}

/** An outcome for tests. */
export function buildOutcome(
  id: string,
  tone: OutcomeRow['tone'],
  over: Partial<OutcomeRow> = {},
): OutcomeRow {
  return { id, title: text(id), tone, textRequired: false, remarksAllowed: false, signature: false, ...over };
}

/** A task as its page gets it, for tests. */
export function buildDetail(over: Partial<TaskDetail> = {}): TaskDetail {
  return {
    row: buildRow(),
    documentTitle: 'Содержание дорог',
    kindTitle: text('Договор'),
    round: 1,
    version: 1,
    fields: [],
    card: {},
    posts: {},
    files: [],
    outcomes: [
      buildOutcome('approved', 'forward'),
      buildOutcome('approvedWithRemarks', 'forward', { remarksAllowed: true }),
      buildOutcome('refused', 'return', { textRequired: true, remarksAllowed: true }),
    ],
    form: [],
    edits: null,
    remarks: [],
    visas: [],
    changedSinceMyVisa: null,
    basis: null,
    stageNo: 1,
    stageCount: 1,
    nextRound: null,
    now: 0,
    ...over,
  };
}
