import type { Deadline, Participant, Register, Text } from '@reglament/regulation';

/**
 * Parts that an edit adds to a document that has none of the kind yet, so that a first stage can be put at once. Their
 * words are the document's own from then on.
 */
export const standardParts: {
  readonly participants: { readonly id: string; readonly part: Participant };
  readonly deadlines: { readonly id: string; readonly part: Deadline };
  readonly registers: { readonly id: string; readonly part: Register };
} = {
  participants: { id: 'author', part: { type: 'initiator', title: { ru: 'Автор', en: 'Author' } } },
  deadlines: {
    id: 'two-days',
    part: {
      title: { ru: '2 рабочих дня', en: '2 working days' },
      term: { amount: 2, unit: 'workingDays' },
      onLapse: [{ do: 'mark' }],
    },
  },
  registers: {
    id: 'main',
    part: { title: { ru: 'Журнал регистрации', en: 'Register' }, numberTemplate: '{seq}' },
  },
};

/** The title of the stage with which a new branch begins when the gesture brings none. */
export const firstStageTitle: Text = { ru: 'Задача', en: 'Task' };
