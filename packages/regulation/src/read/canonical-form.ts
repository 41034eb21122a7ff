import type { Field } from '../model/field.ts';
import { type Note, noteBounds } from '../model/note.ts';
import type { Participant } from '../model/participant.ts';
import type { Regulation } from '../model/regulation.ts';
import type { Stage } from '../model/stage.ts';
import type { Deadline, LapseAction } from '../model/term.ts';
import type { Transition } from '../model/transition.ts';

/** What an absent key means. A key with this value is left out of the canonical form. */
export const defaults = {
  fieldRequired: false,
  roleScope: 'organisation',
  termShift: 'next',
  remindTo: 'performer',
  rework: false,
  returnPolicy: 'R1',
  cycle: false,
  noteSize: noteBounds.size,
} as const;

/** The same regulation without keys that say what their absence says. Pure; idempotent. */
export function omitDefaults({ notes, ...regulation }: Regulation): Regulation {
  return {
    ...regulation,
    fields: mapValues(regulation.fields, ofField),
    participants: mapValues(regulation.participants, ofParticipant),
    deadlines: mapValues(regulation.deadlines, ofDeadline),
    stages: mapValues(regulation.stages, ofStage),
    transitions: mapValues(regulation.transitions, ofTransition),
    ...(notes === undefined || Object.keys(notes).length === 0 ? {} : { notes: mapValues(notes, ofNote) }),
  };
}

function ofField(field: Field): Field {
  const { required, ...rest } = field;
  return required === true ? field : rest;
}

function ofParticipant(participant: Participant): Participant {
  if (participant.type !== 'role' || participant.scope !== defaults.roleScope) return participant;
  const { scope: _, ...rest } = participant;
  return rest;
}

function ofDeadline(deadline: Deadline): Deadline {
  const { shift, ...rest } = deadline;
  const onLapse = deadline.onLapse.map(ofLapseAction);
  return shift === undefined || shift === defaults.termShift
    ? { ...rest, onLapse }
    : { ...rest, shift, onLapse };
}

function ofLapseAction(action: LapseAction): LapseAction {
  if (action.do !== 'remind' || action.to?.length !== 1 || action.to[0] !== defaults.remindTo) return action;
  const { to: _, ...rest } = action;
  return rest;
}

function ofStage(stage: Stage): Stage {
  const { nature, ...rest } = stage;
  const kept = nature?.length === 0 ? rest : stage;
  if (kept.kind !== 'task') return kept;
  const { rework, form, ...settings } = kept.settings;
  return {
    ...kept,
    settings: {
      ...settings,
      ...(form === undefined ? {} : { form: mapValues(form, ofField) }),
      ...(rework === true ? { rework } : {}),
    },
  };
}

function ofNote(note: Note): Note {
  const { size, ...rest } = note;
  const isUsual = size?.width === defaults.noteSize.width && size.height === defaults.noteSize.height;
  return isUsual ? rest : note;
}

function ofTransition(transition: Transition): Transition {
  return {
    ...transition,
    alternatives: mapValues(transition.alternatives, ({ policy, cycle, ...rest }) => ({
      ...rest,
      ...(policy === undefined || policy === defaults.returnPolicy ? {} : { policy }),
      ...(cycle === true ? { cycle } : {}),
    })),
  };
}

function mapValues<T>(map: Readonly<Record<string, T>>, change: (value: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));
}
