import type { I18n } from '@reglament/i18n';
import {
  type ApprovalSettings,
  type Deadline,
  deadlineOf,
  type Edits,
  type Field,
  type Nature,
  type Regulation,
  type Slug,
  type Stage,
  stageModels,
  stageOf,
  type TaskSettings,
} from '@reglament/regulation';
import { autoVisaSentences, lapseSentences } from './lapse.ts';
import { marked, readMarks } from './marks.ts';
import { outcomeWays } from './transitions.ts';
import { casesOf, waySentences } from './ways.ts';
import {
  joined,
  named,
  own,
  paragraphs,
  sentenceCase,
  sentences,
  spanOf,
  stageTitle,
  t,
  titled,
  titleOf,
  type Words,
  within,
} from './words.ts';

/**
 * A stage in one sentence, for an outline: who does what, within what term, what silence does. Where its outcomes lead is
 * not in it; a choice says that and nothing else. An unknown stage is called by its id. Pure.
 */
export function wordStage(regulation: Regulation, id: Slug, i18n: I18n): string {
  const words: Words = { regulation, i18n, numberOf: () => undefined };
  const stage = stageOf(regulation, id);
  if (stage === undefined) return named(words, stageTitle(words, id));
  const { text } = readMarks(firstSentence(words, id, stage));
  const silence = silenceOf(words, stage);
  return silence === undefined
    ? text
    : t(words, 'outline.then', { sentence: text.replace(/\.$/, ''), what: t(words, `outline.${silence}`) });
}

/** The gravest that silence brings. */
function silenceOf(words: Words, stage: Stage): 'autoVisa' | 'escalate' | 'mark' | undefined {
  const done = new Set((deadlineIn(words, stage)?.onLapse ?? []).map((action) => action.do));
  if (stage.kind === 'wait') return undefined;
  if (done.has('autoVisa') && mayLapse(stage)) return 'autoVisa';
  return (['escalate', 'mark'] as const).find((action) => done.has(action));
}

/** The paragraphs of a stage's clause: the work and its term, an auto-visa, the document in hand, the ways out. */
export function stageText(words: Words, id: Slug, stage: Stage, reached: boolean): string {
  const deadline = deadlineIn(words, stage);
  const waits = stage.kind === 'wait';
  return paragraphs(
    sentences(
      reached ? undefined : t(words, 'stage.unreached'),
      firstSentence(words, id, stage),
      gathering(words, stage),
      deadline && shiftSentence(words, deadline),
      ...(deadline === undefined || waits ? [] : lapseSentences(words, deadline)),
      ...silenceForbidden(words, stage),
    ),
    deadline !== undefined && mayLapse(stage)
      ? sentences(
          ...autoVisaSentences(words, deadline, stage.kind === 'approval' && stage.settings.lateDecisions),
        )
      : '',
    stage.kind === 'task'
      ? sentences(...editsSentences(words, stage.settings.edits), formSentence(words, stage.settings))
      : '',
    stage.kind === 'choice' ? '' : sentences(...waySentences(words, id, stage)),
    againSentence(words, stage) ?? '',
  );
}

function deadlineIn(words: Words, stage: Stage): Deadline | undefined {
  const id = deadlineOf(stage);
  return id === undefined ? undefined : own(words.regulation.deadlines, id);
}

/** Whether silence may ever decide here, whatever the deadline says. */
function mayLapse(stage: Stage): boolean {
  return stageModels[stage.kind].allowsAutoVisa && (stage.nature ?? []).length === 0;
}

/** Who does what within what term. */
function firstSentence(words: Words, id: Slug, stage: Stage): string {
  const title = titled(words, stage.title);
  switch (stage.kind) {
    case 'task':
      return stage.settings.rework === true
        ? work(words, stage, 'rework', [stage.settings.performer])
        : work(words, stage, 'task', [stage.settings.performer]);
    case 'approval':
      return approval(words, stage, stage.settings);
    case 'signing':
      return work(words, stage, 'signing', [stage.settings.signer]);
    case 'registration':
      return work(words, stage, 'registration', [stage.settings.performer], {
        register: named(words, titleOf(words, words.regulation.registers, stage.settings.register)),
      });
    case 'acquaintance':
      return work(words, stage, 'acquaintance', stage.settings.participants);
    case 'wait':
      return wait(words, stage);
    case 'choice':
      return choice(words, id, title);
    case 'parallel':
      return stage.settings.branchOrder.length === 1
        ? t(words, 'stage.parallelSingle', { title })
        : t(words, 'stage.parallel', { title, count: stage.settings.branchOrder.length });
    case 'end':
      return t(words, stage.settings.as === 'completed' ? 'stage.endCompleted' : 'stage.endAnnulled', {
        title,
      });
  }
}

type Work = 'task' | 'rework' | 'approval' | 'signing' | 'registration' | 'acquaintance';
const ofMany = {
  task: 'stage.taskMany',
  rework: 'stage.reworkMany',
  approval: 'stage.approvalAtOnce',
  signing: 'stage.signingMany',
  registration: 'stage.registrationMany',
  acquaintance: 'stage.acquaintanceMany',
} as const;

/** One participant who is one person is the subject of the sentence; others are listed after it. */
function work(
  words: Words,
  stage: Stage,
  does: Work,
  participants: readonly Slug[],
  more: Readonly<Record<string, string>> = {},
): string {
  const params = { title: titled(words, stage.title), term: termOf(words, stage), ...more };
  const [only] = participants;
  return participants.length === 1 && only !== undefined && isOne(words, only)
    ? t(words, `stage.${does}`, { ...params, who: subject(words, only) })
    : t(words, ofMany[does], { ...params, who: listed(words, participants) });
}

function approval(words: Words, stage: Stage, { steps, stepOrder }: ApprovalSettings): string {
  const asked = stepOrder.flatMap((id) => own(steps, id) ?? []);
  const [first, ...more] = asked;
  const examines = (stage.nature ?? []).some((nature) => nature !== 'signing' && nature !== 'statutory');
  if (first !== undefined && more.length === 0) {
    const alone = first.participants.length === 1 && isOne(words, first.participants[0] ?? '');
    if (alone) return work(words, stage, examines ? 'task' : 'approval', first.participants);
    if (first.mode === 'parallel') return work(words, stage, 'approval', first.participants);
  }
  const inTurn = (participants: readonly Slug[]) =>
    participants.map((id) => participant(words, id)).join(`, ${t(words, 'stage.then')} `);
  const params = { title: titled(words, stage.title), term: termOf(words, stage) };
  if (first !== undefined && more.length === 0)
    return t(words, 'stage.approvalInTurn', { ...params, who: inTurn(first.participants) });
  const said = asked.map(({ mode, participants }) =>
    mode === 'parallel' && participants.length > 1
      ? t(words, 'stage.stepAtOnce', { who: listed(words, participants) })
      : inTurn(participants),
  );
  return t(words, 'stage.approvalSteps', { ...params, steps: said.join(`; ${t(words, 'stage.then')} `) });
}

/** Whether only one person approves. */
function asksOne(words: Words, { steps, stepOrder }: ApprovalSettings): boolean {
  const asked = stepOrder.flatMap((id) => own(steps, id)?.participants ?? []);
  return asked.length === 1 && isOne(words, asked[0] ?? '');
}

/** When an approval by several ends. */
function gathering(words: Words, stage: Stage): string | undefined {
  if (stage.kind === 'parallel') return t(words, 'stage.joined');
  if (stage.kind !== 'approval') return undefined;
  const steps = stage.settings.stepOrder.flatMap((id) => own(stage.settings.steps, id) ?? []);
  const several = ({ participants }: { readonly participants: readonly Slug[] }) =>
    participants.length > 1 || !isOne(words, participants[0] ?? '');
  if (steps.length > 1) return t(words, 'stage.stepRefusal');
  const [step] = steps;
  if (step === undefined || !several(step)) return undefined;
  return t(words, step.mode === 'parallel' ? 'stage.collected' : 'stage.firstRefusal');
}

function wait(words: Words, stage: Stage & { readonly kind: 'wait' }): string {
  const title = titled(words, stage.title);
  const term = deadlineIn(words, stage)?.term;
  if (term === undefined)
    return t(words, 'stage.wait', {
      title,
      span: named(words, titleOf(words, words.regulation.deadlines, stage.settings.deadline)),
    });
  return term.amount === 0
    ? t(words, 'stage.waitToday', { title })
    : t(words, 'stage.wait', { title, span: marked(spanOf(words, 'span', term), 'term') });
}

function choice(words: Words, id: Slug, title: string): string {
  const alternatives = outcomeWays(words.regulation, id).flatMap((ways) => ways.alternatives);
  if (alternatives.length === 0) return t(words, 'stage.choiceNowhere', { title });
  const { cases, only } = casesOf(words, alternatives, 'forward');
  return only === undefined
    ? t(words, 'stage.choice', { title, cases })
    : t(words, 'stage.choiceOne', { title, to: only });
}

function termOf(words: Words, stage: Stage): string {
  const deadline = deadlineIn(words, stage);
  if (deadline !== undefined) return within(words, deadline.term);
  return t(words, 'term.within', {
    span: named(words, titleOf(words, words.regulation.deadlines, deadlineOf(stage) ?? '')),
  });
}

/** Whether a participant is one place: a person, or a task that several share. */
function isOne(words: Words, id: Slug): boolean {
  const found = own(words.regulation.participants, id);
  return found?.type !== 'card' && found?.type !== 'chosen';
}

/** A participant as the subject that begins a sentence. */
function subject(words: Words, id: Slug): string {
  const found = own(words.regulation.participants, id);
  if (found === undefined) return participant(words, id);
  const title = sentenceCase(titled(words, found.title));
  return /^(the|an?)\s/i.test(title) ? title : t(words, 'subject', { title });
}

function participant(words: Words, id: Slug): string {
  return named(words, titleOf(words, words.regulation.participants, id));
}

function listed(words: Words, participants: readonly Slug[]): string {
  return joined(
    participants.map((id) => participant(words, id)),
    t(words, 'and'),
  );
}

function shiftSentence(words: Words, { term, shift = 'next' }: Deadline): string | undefined {
  const onCalendar = term.unit === 'calendarDays' || term.unit === 'months';
  return onCalendar && shift !== 'next' ? t(words, `shift.${shift}`) : undefined;
}

const said = (words: Words, natures: readonly Nature[]): string =>
  joined(
    natures.map((nature) => t(words, `nature.${nature}`)),
    t(words, 'and'),
  );

/** That silence decides nothing, where the nature of the stage says so. */
function silenceForbidden(words: Words, stage: Stage): readonly string[] {
  const natures = (stage.nature ?? []).filter((nature) => stage.kind !== 'signing' || nature !== 'signing');
  if (natures.length === 0) return [];
  const key = stage.kind === 'approval' ? 'lapse.forbidden' : 'stage.nature';
  return [t(words, key, { natures: said(words, natures) })];
}

function editsSentences(words: Words, edits: Edits | undefined): readonly string[] {
  if (edits === undefined) return [];
  const { card, files, visas } = edits;
  const fields =
    card === 'all'
      ? [t(words, 'edits.card')]
      : card.length === 0
        ? []
        : [t(words, card.length === 1 ? 'edits.field' : 'edits.fields', { fields: fieldList(words, card) })];
  const what =
    card === 'all' && files
      ? [t(words, 'edits.whole')]
      : [...fields, ...(files ? [t(words, 'edits.files')] : [])];
  if (what.length === 0) return [];
  return [
    t(words, 'edits.may', { what: joined(what, t(words, 'and')) }),
    t(words, visas === 'keptAndMarked' ? 'edits.kept' : 'edits.asked'),
  ];
}

function fieldList(words: Words, fields: readonly Slug[]): string {
  return fields.map((id) => named(words, titleOf(words, words.regulation.fields, id))).join(', ');
}

function formSentence(words: Words, { form = {}, formOrder = [] }: TaskSettings): string | undefined {
  const fields = formOrder.flatMap((id) => {
    const field: Field | undefined = own(form, id);
    if (field === undefined) return [];
    const title = named(words, titled(words, field.title));
    return [field.required === true ? t(words, 'form.required', { field: title }) : title];
  });
  return fields.length === 0 ? undefined : t(words, 'form', { fields: fields.join(', ') });
}

/** Who is asked on another way through. */
function againSentence(words: Words, stage: Stage): string | undefined {
  switch (stage.kind) {
    case 'approval': {
      const one = { kept: 'again.oneKept', changed: 'again.oneChanged', always: 'again.oneAlways' } as const;
      const { again } = stage.settings;
      return t(words, asksOne(words, stage.settings) ? one[again] : `again.${again}`);
    }
    case 'task': {
      if (stage.settings.rework === true) return undefined;
      const again = {
        kept: 'again.taskKept',
        changed: 'again.taskChanged',
        always: 'again.taskAlways',
      } as const;
      return t(words, again[stage.settings.again]);
    }
    case 'wait':
      return t(words, stage.settings.again === 'kept' ? 'again.waitKept' : 'again.waitAlways');
    case 'signing':
      return t(words, 'again.signing');
    default:
      return undefined;
  }
}
