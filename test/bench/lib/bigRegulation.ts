const text = (ru: string, en = ru) => ({ ru, en });

/**
 * A regulation of so many stages in rows of ten, each with its forward way and its return to rework: what an editor must
 * bear. The same for the same number.
 */
export function bigRegulation(stages: number): object {
  const names = Array.from({ length: stages - 3 }, (_, index) => `s${index + 1}`);
  const on = (to: string) => ({ alternatives: { on: { to } }, order: ['on'] });
  const position = (index: number) => ({ x: (index % 10) * 304, y: Math.floor(index / 10) * 176 });
  const transitions: Record<string, object> = {
    'rework-sent': { from: 'rework', outcome: 'sent', ...on('s1') },
    'rework-annulled': { from: 'rework', outcome: 'annulled', ...on('annulled') },
  };
  names.forEach((name, index) => {
    transitions[`${name}-on`] = {
      from: name,
      outcome: index % 3 === 0 ? 'done' : 'approved',
      ...on(names[index + 1] ?? 'done'),
    };
    transitions[`${name}-back`] = {
      from: name,
      outcome: index % 3 === 0 ? 'returned' : 'refused',
      ...on('rework'),
    };
  });
  return {
    format: 'reglament/1',
    id: `big-${stages}`,
    needs: [],
    title: text(`Большой регламент, этапов ${stages}`, `Big regulation, ${stages} stages`),
    documentKind: { title: text('Записка', 'Memo'), projectPrefix: 'З-', titleField: 'subject' },
    fields: { subject: { title: text('Тема', 'Subject'), type: 'text', required: true } },
    fieldOrder: ['subject'],
    participants: {
      author: { title: text('Автор', 'Author'), type: 'initiator' },
      head: { title: text('Начальник отдела', 'Head of the unit'), type: 'head' },
    },
    deadlines: {
      two: {
        title: text('Два дня', 'Two days'),
        term: { amount: 2, unit: 'workingDays' },
        onLapse: [{ do: 'mark' }],
      },
    },
    legalTerms: {},
    registers: {},
    rules: {},
    readers: [],
    start: 's1',
    stageOrder: [...names, 'rework', 'done', 'annulled'],
    stages: {
      ...Object.fromEntries(
        names.map((name, index) => [
          name,
          index % 3 === 0
            ? {
                kind: 'task',
                title: text(`Проверка ${index + 1}`, `Check ${index + 1}`),
                position: position(index),
                settings: {
                  performer: 'head',
                  deadline: 'two',
                  again: 'changed',
                  outcomes: {
                    done: { title: text('Проверено', 'Checked'), tone: 'forward' },
                    returned: { title: text('Вернуть', 'Return'), tone: 'return' },
                  },
                  outcomeOrder: ['done', 'returned'],
                },
              }
            : {
                kind: 'approval',
                title: text(`Виза ${index + 1}`, `Visa ${index + 1}`),
                position: position(index),
                settings: {
                  steps: { visa: { mode: 'parallel', participants: ['head'] } },
                  stepOrder: ['visa'],
                  deadline: 'two',
                  again: 'kept',
                  lateDecisions: false,
                },
              },
        ]),
      ),
      rework: {
        kind: 'task',
        title: text('Доработка', 'Rework'),
        position: { x: -304, y: 0 },
        settings: {
          performer: 'author',
          deadline: 'two',
          again: 'always',
          rework: true,
          edits: { card: 'all', files: true, visas: 'keptAndMarked' },
          outcomes: {
            sent: { title: text('Отправить', 'Send'), tone: 'forward' },
            annulled: { title: text('Аннулировать', 'Annul'), tone: 'annul' },
          },
          outcomeOrder: ['sent', 'annulled'],
        },
      },
      done: {
        kind: 'end',
        title: text('Готово', 'Done'),
        position: { x: 0, y: Math.ceil(names.length / 10) * 176 + 60 },
        settings: { as: 'completed' },
      },
      annulled: {
        kind: 'end',
        title: text('Аннулирована', 'Annulled'),
        position: { x: -304, y: 400 },
        settings: { as: 'annulled' },
      },
    },
    transitions,
  };
}
