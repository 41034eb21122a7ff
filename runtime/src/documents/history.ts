import type { HistoryEntry } from '@reglament/api';
import type {
  CompiledRegulation,
  Directory,
  EventBody,
  HistoryEvent,
  Instance,
  Person,
} from '@reglament/engine';
import type { Text } from '@reglament/regulation';
import { saidOutcome } from './outcomes.ts';
import { presentPerson } from './person.ts';
import type { Texts } from './texts.ts';

interface View {
  readonly compiled: CompiledRegulation;
  readonly directory: Directory;
  readonly instance: Instance;
  readonly texts: Texts;
}

type Entry = Omit<HistoryEntry, 'seq' | 'atMs'>;

/** One line of the history, or nothing: steps of the machine itself are not told to people. The sentence is made from `type` and `params`. */
export function presentEvent({ seq, atMs, body }: HistoryEvent, view: View): HistoryEntry | null {
  const entry = entryOf(body, atMs, view);
  return entry === null ? null : { seq, atMs, ...entry };
}

function entryOf(body: EventBody, atMs: number, view: View): Entry | null {
  const { compiled, directory, instance, texts } = view;
  const { stages, deadlines, participants, rules } = compiled.regulation;
  const titleOf = (stage: string): Text => stages[stage]?.title ?? { ru: stage, en: stage };
  const stageOfVisit = (visit: string) => visit.slice(0, visit.lastIndexOf('#'));
  const words = (ref: { readonly id: string } | undefined) => {
    const text = ref === undefined ? undefined : texts.get(ref.id);
    return text === undefined ? {} : { text };
  };
  const named = (people: readonly Person[]) =>
    people.map(({ name, post }) => (name === '' ? post : name)).join(', ');

  switch (body.type) {
    case 'started':
      return {
        type: 'started',
        person: presentPerson(body.instance.initiator.person),
        params: { version: body.instance.regulation.version },
      };
    case 'taskOpened':
      return {
        type: 'taskOpened',
        stageTitle: titleOf(body.task.stage),
        params: { people: named(body.people), dueAtMs: body.task.dueAtMs },
      };
    case 'taskTaken':
    case 'taskReleased':
      return { type: body.type, person: presentPerson(body.person), params: {} };
    case 'taskHandedOver':
      return {
        type: 'taskHandedOver',
        person: presentPerson(body.byPerson),
        params: { to: body.person.name },
        ...words(body.reason),
      };
    case 'termRecomputed':
      return { type: `termRecomputed.${body.why}`, params: { dueAtMs: body.dueAtMs } };
    case 'timerFired': {
      if (body.action === 'autoVisa' || body.action === 'elapse') return null;
      const told = body.told.map((position) => directory.person(position, atMs));
      return { type: `timerFired.${body.action}`, params: { people: named(told) } };
    }
    case 'decided': {
      const { decision } = body;
      const workMinutes = Math.max(
        0,
        directory.calendarOf([decision.position]).workingMinutesBetween(decision.openedAtMs, decision.atMs),
      );
      return {
        type: decision.automatic ? 'decided.automatic' : decision.onBehalfOf ? 'decided.onBehalf' : 'decided',
        person: presentPerson(decision.person, decision.position),
        stageTitle: titleOf(decision.stage),
        params: {
          outcome: saidOutcome(compiled.regulation, decision.stage, decision.outcome),
          tone: decision.tone,
          workMinutes,
          version: decision.version,
          late: decision.late,
          remarks: decision.remarks.length,
          ...(decision.onBehalfOf ? { absent: decision.onBehalfOf.name } : {}),
          ...(decision.automatic
            ? {
                deadline: deadlines[decision.automatic.deadline]?.title ?? { ru: '', en: '' },
                regulationVersion: decision.automatic.regulationVersion,
              }
            : {}),
        },
        ...words(decision.text),
      };
    }
    case 'remarksAnswered':
      return { type: 'remarksAnswered', params: { count: body.answers.length } };
    case 'versionMade': {
      const { version } = body;
      const by = directory.personOf(version.madeBy.employee, version.madeBy.position);
      return {
        type: 'versionMade',
        person: presentPerson(by),
        params: { version: version.no, fields: version.changed.fields.length, files: version.changed.files },
      };
    }
    case 'registered':
      return { type: 'registered', params: { number: body.registration.number } };
    case 'visitClosed':
      return body.how === 'kept'
        ? {
            type: 'visitKept',
            stageTitle: titleOf(stageOfVisit(body.visit)),
            params: { visas: body.standsOn.length },
          }
        : null;
    case 'moved': {
      const transition =
        body.transition === undefined ? undefined : compiled.regulation.transitions[body.transition];
      const rule =
        body.alternative === undefined ? undefined : transition?.alternatives[body.alternative]?.rule;
      const to = body.alternative === undefined ? undefined : transition?.alternatives[body.alternative]?.to;
      if (rule === undefined || to === undefined) return null;
      return {
        type: 'ruleChose',
        stageTitle: titleOf(to),
        params: { rule: rules[rule]?.title ?? { ru: rule, en: rule } },
      };
    }
    case 'branchSkipped': {
      const block = stages[body.block];
      const branch = block?.kind === 'parallel' ? block.settings.branches[body.branch] : undefined;
      return {
        type: 'branchSkipped',
        params: { branch: branch?.title ?? { ru: body.branch, en: body.branch } },
      };
    }
    case 'roundOpened':
      return { type: 'roundOpened', params: { round: body.round } };
    case 'incidentRaised': {
      const participant =
        body.incident.participant === undefined ? undefined : participants[body.incident.participant];
      return {
        type: `incidentRaised.${body.incident.reason}`,
        stageTitle: titleOf(body.incident.stage),
        params: participant ? { participant: participant.title } : {},
      };
    }
    case 'incidentCleared':
      return {
        type: 'incidentCleared',
        ...(body.person ? { person: presentPerson(body.person) } : {}),
        params: {},
        ...words(body.reason),
      };
    case 'ended': {
      const person = body.person ?? (body.as === 'withdrawn' ? instance.initiator.person : undefined);
      return {
        type: `ended.${body.as}`,
        ...(person ? { person: presentPerson(person) } : {}),
        params: {},
        ...words(body.reason),
      };
    }
    default:
      return null;
  }
}
