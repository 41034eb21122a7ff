import type { Deadline, Participant, Register, StageKind, Text } from '@reglament/regulation';

/**
 * Parts that an edit adds to a document that has none that would do, so that a stage can be put at once. Their words are
 * the document's own from then on.
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

/** Whom a new stage of a kind asks: one that the document has when it fits, else the standard one. */
interface Asked {
  readonly id: string;
  readonly part: Participant;
  readonly fits: (participant: Participant) => boolean;
}

const author: Asked = {
  ...standardParts.participants,
  fits: ({ type }) => type === 'initiator',
};
const unitHead: Asked = {
  id: 'unit-head',
  part: { type: 'head', title: { ru: 'Начальник отдела автора', en: 'Head of the author’s unit' } },
  fits: ({ type }) => type === 'head',
};
const registrar: Asked = {
  id: 'registrar',
  part: { type: 'role', role: 'regr', title: { ru: 'Регистратор', en: 'Registrar' } },
  fits: (participant) => participant.type === 'role' && participant.role === 'regr',
};

/** Nobody approves or signs what he wrote himself, and a number is given by the one who keeps the register. */
export const askedBy = (kind: StageKind): Asked =>
  kind === 'approval' || kind === 'signing' ? unitHead : kind === 'registration' ? registrar : author;

/** A term by which silence decides is never taken for a new stage: that is for a person to say. */
export const fitsAnyStage = ({ onLapse }: Deadline): boolean =>
  onLapse.every((action) => action.do !== 'autoVisa');

/** The title of the stage with which a new branch begins when the gesture brings none. */
export const firstStageTitle: Text = { ru: 'Задача', en: 'Task' };
