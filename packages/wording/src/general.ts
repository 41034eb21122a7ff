import {
  deadlineOf,
  outcomesOf,
  type Participant,
  participantsOf,
  type Regulation,
  type Slug,
  type Stage,
  stageOf,
} from '@reglament/regulation';
import { plainTitle } from './marks.ts';
import {
  named,
  own,
  paragraphs,
  roleNamed,
  sentenceCase,
  sentences,
  stageCited,
  t,
  titled,
  titleOf,
  type Words,
} from './words.ts';

/** A clause before it has its number. */
export interface Draft {
  readonly id: string;
  readonly text: string;
  readonly element?:
    | { readonly participant: Slug }
    | { readonly register: Slug }
    | { readonly legalTerm: Slug }
    | { readonly rule: Slug };
}

/** What holds for every stage. */
export function generalClauses(words: Words): readonly Draft[] {
  const { regulation } = words;
  const stages = stagesOf(regulation);
  const has = (test: (stage: Stage) => boolean) => stages.some(test);
  const unitsUsed = stages.flatMap((stage) => {
    const deadline = own(regulation.deadlines, deadlineOf(stage) ?? '');
    return deadline === undefined || deadline.term.amount === 0 ? [] : [deadline];
  });
  const inDays = unitsUsed.some(({ term }) => term.unit === 'workingDays');
  const inHours = unitsUsed.some(({ term }) => term.unit === 'workingHours');
  const onCalendar = unitsUsed.some(
    ({ term, shift = 'next' }) =>
      (term.unit === 'calendarDays' || term.unit === 'months') && shift === 'next',
  );
  const shared = participantsUsed(words).some((id) => own(regulation.participants, id)?.type === 'role');
  const needsReason = has((stage) =>
    stage.kind === 'parallel' ? false : outcomesOf(stage).some(({ tone }) => tone !== 'forward'),
  );
  const approved = has((stage) => stage.kind === 'approval');
  const reworked = has((stage) => stage.kind === 'task' && stage.settings.rework === true);
  const always = (id: string, text: string): Draft => ({ id: `general ${id}`, text });
  const when = (is: boolean, id: string, text: () => string) => (is ? [always(id, text())] : []);
  return [
    always('kind', t(words, 'general.kind', { kind: titled(words, regulation.documentKind.title) })),
    always('card', cardText(words)),
    always(
      'start',
      stageOf(regulation, regulation.start) === undefined
        ? t(words, 'general.noStart')
        : t(words, 'general.start', { to: stageCited(words, regulation.start) }),
    ),
    ...when(inDays, 'working-days', () => t(words, 'general.workingDays')),
    ...when(inHours, 'working-hours', () => t(words, 'general.workingHours')),
    ...when(onCalendar, 'calendar-days', () => t(words, 'general.calendarDays')),
    ...when(unitsUsed.length > 0, 'absence', () => t(words, 'general.absence')),
    ...when(shared, 'roles', () => t(words, 'general.roles')),
    ...when(approved, 'remarks', () => t(words, 'general.remarks')),
    ...when(approved, 'auto-visa', () => t(words, 'general.autoVisa')),
    ...when(needsReason, 'reasons', () => t(words, 'general.reasons')),
    ...when(reworked, 'rounds', () => t(words, 'general.rounds')),
    ...when(stages.length > 0, 'stop', () =>
      t(words, has((stage) => stage.kind === 'signing') ? 'general.stopUntilSigned' : 'general.stop'),
    ),
    ...when(regulation.readers.length > 0, 'readers', () =>
      t(words, regulation.readers.length === 1 ? 'general.readersOne' : 'general.readers', {
        roles: regulation.readers.map((role) => named(words, roleNamed(words, role))).join(', '),
      }),
    ),
  ];
}

function cardText(words: Words): string {
  const { documentKind, fields, fieldOrder } = words.regulation;
  const all = fieldOrder.flatMap((id) => own(fields, id) ?? []);
  const listed = (required: boolean): string | undefined => {
    const some = all.filter((field) => (field.required === true) === required);
    const key = required ? 'general.required' : 'general.optional';
    if (some.length === 0) return required ? t(words, 'general.noneRequired') : undefined;
    const titles = some.map((one) => named(words, titled(words, one.title))).join(', ');
    return t(words, some.length === 1 ? `${key}One` : key, { fields: titles });
  };
  const field = titleOf(words, fields, documentKind.titleField);
  return paragraphs(
    sentences(listed(true), listed(false)),
    documentKind.counterpartyField === undefined
      ? t(words, 'general.titleField', { field })
      : t(words, 'general.titleFields', {
          field,
          party: titleOf(words, fields, documentKind.counterpartyField),
        }),
  );
}

/** Everybody whom a stage asks, in the order of the stages. */
function participantsUsed({ regulation }: Words): readonly Slug[] {
  return [...new Set(stagesOf(regulation).flatMap((stage) => participantsOf(stage)))];
}

/** Who the participants are and how each is found. */
export function participantClauses(words: Words): readonly Draft[] {
  return participantsUsed(words).flatMap((id) => {
    const found = own(words.regulation.participants, id);
    if (found === undefined) return [];
    const title = sentenceCase(titled(words, found.title));
    return [
      {
        id: `participant ${id}`,
        element: { participant: id },
        text: t(words, 'participant.is', { title, how: howFound(words, found) }),
      },
    ];
  });
}

function howFound(words: Words, participant: Participant): string {
  switch (participant.type) {
    case 'initiator':
    case 'head':
    case 'curator':
      return t(words, `participant.${participant.type}`);
    case 'position':
      return t(words, 'participant.position', {
        position: plainTitle(words.staff?.position(participant.position) ?? participant.position),
      });
    case 'role': {
      const { scope = 'organisation', organisation } = participant;
      const role = roleNamed(words, participant.role);
      return organisation === undefined
        ? t(words, `participant.${scope}`, { role })
        : t(words, 'participant.other', {
            role,
            organisation: plainTitle(words.staff?.organisation(organisation) ?? organisation),
          });
    }
    case 'card':
      return t(words, 'participant.card', {
        field: titleOf(words, words.regulation.fields, participant.field),
      });
    case 'chosen': {
      const { min, max } = participant;
      return min === max
        ? t(words, 'participant.chosenExactly', { count: min })
        : t(words, 'participant.chosen', { min, max });
    }
    case 'performer':
      return t(words, 'participant.performer', { stage: stageCited(words, participant.stage) });
  }
}

function stagesOf(regulation: Regulation): readonly Stage[] {
  const ids = new Set([...regulation.stageOrder, ...Object.keys(regulation.stages)]);
  return [...ids].flatMap((id) => stageOf(regulation, id) ?? []);
}
