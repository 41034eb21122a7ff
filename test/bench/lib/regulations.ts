const text = (ru: string, en: string) => ({ ru, en });
const evidence = { tag: 'A' };

const visa = (title: string, participants: readonly string[]) => ({
  kind: 'approval',
  title: text(title, title),
  evidence,
  settings: {
    again: 'kept',
    deadline: 'visa',
    lateDecisions: false,
    stepOrder: ['visa'],
    steps: { visa: { mode: 'parallel', participants } },
  },
});

/** A small regulation of the bench: visas one after another (`turns`) or side by side, then the end; a refusal goes to rework. */
function regulation(
  id: string,
  stages: Record<string, readonly string[]>,
  participants: Record<string, object>,
) {
  const names = Object.keys(stages);
  const first = names[0] as string;
  const on = (to: string) => ({ alternatives: { on: { to } }, order: ['on'] });
  const transitions: Record<string, object> = {
    'rework-sent': { from: 'rework', outcome: 'sent', ...on(first) },
    'rework-annulled': { from: 'rework', outcome: 'annulled', ...on('annulled') },
  };
  names.forEach((stage, index) => {
    transitions[`${stage}-approved`] = {
      from: stage,
      outcome: 'approved',
      ...on(names[index + 1] ?? 'done'),
    };
    transitions[`${stage}-refused`] = { from: stage, outcome: 'refused', ...on('rework') };
  });
  return {
    format: 'reglament/1',
    id,
    needs: [],
    title: text(id, id),
    documentKind: { title: text('Записка', 'Memo'), projectPrefix: 'З-', titleField: 'subject' },
    fields: { subject: { title: text('Тема', 'Subject'), type: 'text', required: true } },
    fieldOrder: ['subject'],
    participants: { author: { title: text('Автор', 'Author'), type: 'initiator' }, ...participants },
    deadlines: {
      visa: {
        title: text('Виза', 'Visa'),
        term: { amount: 1, unit: 'workingDays' },
        onLapse: [{ do: 'mark' }, { do: 'escalate', after: { amount: 1, unit: 'workingDays' } }],
        evidence,
      },
    },
    legalTerms: {},
    registers: {},
    rules: {},
    readers: [],
    start: first,
    stageOrder: [...names, 'rework', 'done', 'annulled'],
    stages: {
      ...Object.fromEntries(names.map((name) => [name, visa(name, stages[name] ?? [])])),
      rework: {
        kind: 'task',
        title: text('Доработка', 'Rework'),
        evidence,
        settings: {
          again: 'always',
          deadline: 'visa',
          performer: 'author',
          rework: true,
          edits: { card: 'all', files: true, visas: 'keptAndMarked' },
          outcomes: {
            annulled: { title: text('Аннулировать', 'Annul'), tone: 'annul' },
            sent: { title: text('Отправить', 'Send'), tone: 'forward' },
          },
          outcomeOrder: ['sent', 'annulled'],
        },
      },
      done: { kind: 'end', title: text('Готово', 'Done'), settings: { as: 'completed' } },
      annulled: { kind: 'end', title: text('Аннулирована', 'Annulled'), settings: { as: 'annulled' } },
    },
    transitions,
  };
}

const role = (name: string) => ({ title: text(name, name), type: 'role', role: name, scope: 'unit' });
const roles = Object.fromEntries(['a1', 'a2', 'a3', 'a4', 'a5'].map((name) => [name, role(name)]));
const three = { a1: roles['a1'] as object, a2: roles['a2'] as object, a3: roles['a3'] as object };

/** Job A: start, three approvals in turn, end. */
export const jobA = regulation('job-a', { first: ['a1'], second: ['a2'], third: ['a3'] }, three);
/** Job B: start, five approvals in parallel, join, end. */
export const jobB = regulation('job-b', { visas: Object.keys(roles) }, roles as Record<string, object>);
/** A list of approvers that the author chooses: one sending opens as many tasks. */
export const wide = regulation(
  'wide',
  { visas: ['list'] },
  {
    list: { title: text('Список', 'List'), type: 'chosen', min: 1, max: 100 },
  },
);
