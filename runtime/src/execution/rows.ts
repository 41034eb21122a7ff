import { isDeepStrictEqual } from 'node:util';
import type {
  CompiledRegulation,
  Decision,
  Directory,
  Effect,
  Instance,
  StepResult,
  Task,
} from '@reglament/engine';
import { currentVersion } from '@reglament/engine';
import type { Card, Text } from '@reglament/regulation';
import { outcomesOf } from '@reglament/regulation';
import { type Change, type FeedRow, insert, put, type Store, touch } from '@reglament/storage';
import type { NewDocument } from '../deps.ts';
import {
  type DocumentRow,
  documents,
  type FileEntry,
  history,
  type IncidentRow,
  type InstanceRow,
  incidents,
  instances,
  notices,
  type TaskRow,
  tasks,
  texts,
  timers,
} from '../storage/collections.ts';
import { silenceOf } from './silence.ts';
import { stemsOf } from './stems.ts';

interface Given {
  readonly store: Store;
  readonly before: InstanceRow | null;
  readonly result: Extract<StepResult, { ok: true }>;
  readonly compiled: CompiledRegulation;
  readonly directory: Directory;
  /** Files of a version that the step made. */
  readonly newFiles: readonly FileEntry[];
  /** Of a start: the document that is inserted in the same commit. */
  readonly newDocument: NewDocument | null;
}

export interface Rows {
  readonly changes: readonly Change[];
  readonly feed: readonly FeedRow[];
}

/** What one step writes: instance, history and every row that follows from its effects. Reads the rows it replaces, writes nothing. */
export async function rowsOf(given: Given): Promise<Rows> {
  const { before, result } = given;
  const { instance, events, effects } = result;
  if (events.length === 0) return { changes: [], feed: [] };
  const stored = await given.store.get(documents, instance.document);
  const document = documentOf(stored ?? null, given);
  const shown = shownOf(given, document);

  const changes: Change[] = [
    before ? put(instances, instanceRow(instance), before.rev) : insert(instances, instanceRow(instance)),
  ];
  const { seq } = events[0]!;
  changes.push(insert(history, { id: historyId(instance.id, seq), instance: instance.id, seq, events }));
  const feed: FeedRow[] = [];
  const taskRows = await taskChanges(given, shown, feed);
  changes.push(...taskRows, ...(await timerChanges(given)), ...(await incidentChanges(given, feed)));
  for (const effect of effects) {
    if (effect.type === 'text') {
      const { id, salt, text, digest } = effect.text;
      changes.push(insert(texts, { id, instance: instance.id, salt, text, digest }));
    }
    if (effect.type === 'notice') changes.push(...noticeRows(given, effect, shown, feed));
  }
  if (document) changes.push(documentChange(given, document, stored, shown, feed));
  return { changes, feed };
}

/** The document as it was stored, as it is brought in, or as it is sent again after a withdrawal. */
function documentOf(stored: DocumentRow | null, { newDocument, newFiles }: Given): NewDocument | null {
  if (!stored) return newDocument;
  const files = [...(newDocument?.files ?? []), ...newFiles];
  const known = new Set(stored.files.map(nameAndDigest));
  const all = [...stored.files, ...files.filter((file) => !known.has(nameAndDigest(file)))];
  if (!newDocument) return files.length === 0 ? stored : { ...stored, files: all };
  const { endedAtMs, plannedMs, ...again } = stored;
  const { sentAtMs } = newDocument;
  return {
    ...again,
    sentAtMs,
    files: all,
    ...(newDocument.plannedMs === undefined ? {} : { plannedMs: newDocument.plannedMs }),
  };
}

const nameAndDigest = ({ name, digest }: FileEntry) => `${digest}/${name}`;

function historyId(instance: string, seq: number): string {
  return `${instance}/${String(seq).padStart(6, '0')}`;
}

function instanceRow(instance: Instance) {
  return {
    id: instance.id,
    document: instance.document,
    organisation: instance.organisation,
    regulation: instance.regulation.id,
    version: instance.regulation.version,
    running: instance.status === 'running',
    state: instance,
  };
}

/** What lists show of the document; kept in task rows so that a page is one read. */
export interface Shown {
  readonly title: string;
  readonly number: string;
  readonly counterparty?: string;
  readonly price?: { readonly amount: number; readonly currency: 'RUB' };
  readonly urgent: boolean;
}

/** What lists show of a card; `number` is the project's until the document is registered. */
export function shownOfCard(
  compiled: CompiledRegulation,
  card: Card,
  number: string,
  instance?: Instance,
): Shown {
  const { documentKind, fields, urgency, rules } = compiled.regulation;
  const title = card[documentKind.titleField];
  const party =
    documentKind.counterpartyField === undefined ? undefined : card[documentKind.counterpartyField];
  const priceField = Object.keys(fields).find((id) => fields[id]?.type === 'money' && fields[id]?.required);
  const price = priceField === undefined ? undefined : card[priceField];
  const urgent =
    urgency !== undefined &&
    rules[urgency.rule] !== undefined &&
    compiled.rules[urgency.rule]!.test((fact) =>
      fact.startsWith('card.') ? card[fact.slice(5)] : undefined,
    );
  return {
    title: typeof title === 'string' ? title : '',
    number: instance?.registration?.number ?? number,
    ...(party !== undefined && typeof party === 'object' && 'inn' in party
      ? { counterparty: party.name }
      : {}),
    ...(price !== undefined && typeof price === 'object' && 'currency' in price ? { price } : {}),
    urgent,
  };
}

function shownOf({ result, compiled }: Given, document: NewDocument | null): Shown {
  return shownOfCard(
    compiled,
    currentVersion(result.instance).card,
    document?.projectNumber ?? '',
    result.instance,
  );
}

async function taskChanges(given: Given, shown: Shown, feed: FeedRow[]): Promise<Change[]> {
  const { store, before, result } = given;
  const { instance, effects } = result;
  const opened = new Map<string, Task>();
  const closed = new Map<string, { why: string; decision?: string }>();
  for (const effect of effects) {
    if (effect.type === 'task.open' || effect.type === 'task.change') opened.set(effect.task.id, effect.task);
    if (effect.type === 'task.close')
      closed.set(effect.task.id, {
        why: effect.why,
        ...(effect.decision === undefined ? {} : { decision: effect.decision }),
      });
  }
  // A new version or a number is shown in every open task of the document.
  const shownChanged =
    before !== null &&
    (currentVersion(before.state).digest !== currentVersion(instance).digest ||
      before.state.registration !== instance.registration);
  if (shownChanged) for (const task of Object.values(instance.tasks)) opened.set(task.id, task);

  const ids = [...new Set([...opened.keys(), ...closed.keys()])];
  const stored = ids.filter((id) => mayBeStored(given, opened.get(id)?.visit));
  const known = new Map((await store.getMany(tasks, stored)).map((row) => [row.id, row]));
  const changes: Change[] = [];
  for (const id of ids) {
    const row = known.get(id);
    const close = closed.get(id);
    const open = opened.get(id);
    // Opened and closed in one step: nobody ever had it.
    if (!row && close) continue;
    const next = close ? closedRow(given, row!, close.decision) : openRow(given, open!, shown);
    const kept = row === undefined ? next : { ...next, openedAtMs: row.openedAtMs };
    changes.push(row ? put(tasks, kept, row.rev) : insert(tasks, next));
    const to = new Set(
      [...(row?.desk ?? []), ...(row?.over ?? []), ...next.desk, ...next.over].map(
        (position) => `p:${position}`,
      ),
    );
    feed.push({ org: instance.organisation, type: 'task', id, rev: (row?.rev ?? 0) + 1, to: [...to] });
  }
  return changes;
}

/** Whether a row may be there already: what belongs to a visit that this step began is new. */
function mayBeStored({ before }: Given, visit: string | undefined): boolean {
  return visit === undefined || (before !== null && Object.hasOwn(before.state.visits, visit));
}

function openRow({ result, compiled, directory }: Given, task: Task, shown: Shown): Omit<TaskRow, 'rev'> {
  const { instance } = result;
  const stage = compiled.regulation.stages[task.stage]!;
  const version = currentVersion(instance);
  const over = new Set(task.positions.flatMap((position) => directory.superiorOf(position) ?? []));
  const automatic = task.lapsed
    ? instance.decisions.find(
        (one) => one.slot === task.slot && one.automatic !== undefined && one.replacedBy === undefined,
      )
    : undefined;
  return {
    id: task.id,
    instance: instance.id,
    document: instance.document,
    organisation: instance.organisation,
    regulation: { id: instance.regulation.id, version: instance.regulation.version },
    visit: task.visit,
    slot: task.slot,
    stage: task.stage,
    kind: task.kind,
    stageTitle: stage.title,
    ask: stage.ask ?? stage.title,
    state: 'open',
    desk: task.positions,
    positions: task.positions,
    ...(task.takenBy
      ? { takenBy: { employee: task.takenBy.employee, position: task.takenBy.position } }
      : {}),
    over: [...over],
    openedAtMs: task.openedAtMs,
    dueAtMs: task.dueAtMs,
    provisional: task.term.provisional,
    overdue: task.overdue,
    lapsed: task.lapsed,
    silence: silenceOf(instance, task),
    ...shown,
    author: instance.initiator.person,
    digest: version.digest,
    version: version.no,
    decidedBy: '',
    decidedAtMs: 0,
    ...(automatic ? { decided: decidedOf(compiled, automatic) } : {}),
  };
}

function closedRow(
  { result, compiled }: Given,
  row: TaskRow,
  decisionId: string | undefined,
): Omit<TaskRow, 'rev'> {
  const decision =
    decisionId === undefined
      ? undefined
      : result.instance.decisions.find((one) => one.id === decisionId && one.slot === row.slot);
  const byPerson = decision !== undefined && decision.automatic === undefined;
  return {
    ...row,
    state: decision ? 'decided' : 'closed',
    desk: [],
    over: [],
    silence: { kind: 'none' },
    decidedBy: byPerson ? (decision.person.employee ?? '') : '',
    decidedAtMs: decision?.atMs ?? 0,
    ...(decision ? { decided: decidedOf(compiled, decision) } : {}),
  };
}

function decidedOf(compiled: CompiledRegulation, decision: Decision) {
  return {
    outcome: decision.outcome,
    title: outcomeTitle(compiled, decision),
    tone: decision.tone,
    automatic: decision.automatic !== undefined,
  };
}

/** The title of a task's own outcome; of the kinds' fixed ones the clients have the words, by the outcome's id. */
export function outcomeTitle(
  compiled: CompiledRegulation,
  decision: Pick<Decision, 'stage' | 'outcome'>,
): Text {
  const stage = compiled.regulation.stages[decision.stage];
  const outcome =
    stage === undefined ? undefined : outcomesOf(stage).find((one) => one.id === decision.outcome);
  return outcome?.title ?? { ru: decision.outcome, en: decision.outcome };
}

async function timerChanges(given: Given): Promise<Change[]> {
  const { store, result } = given;
  const last = new Map<string, Extract<Effect, { type: 'timer.open' | 'timer.close' }>>();
  for (const effect of result.effects) {
    if (effect.type === 'timer.open') last.set(effect.timer.id, effect);
    if (effect.type === 'timer.close') last.set(effect.timer, effect);
  }
  const known = new Map(
    (
      await store.getMany(
        timers,
        [...last]
          .filter(([, effect]) =>
            mayBeStored(given, effect.type === 'timer.open' ? effect.timer.visit : undefined),
          )
          .map(([id]) => timerRowId(result.instance.id, id)),
      )
    ).map((row) => [row.id, row]),
  );
  const changes: Change[] = [];
  for (const [timerId, effect] of last) {
    const id = timerRowId(result.instance.id, timerId);
    const row = known.get(id);
    if (effect.type === 'timer.open') {
      const next = {
        id,
        instance: result.instance.id,
        timer: effect.timer,
        state: 'open' as const,
        dueAtMs: effect.timer.dueAtMs,
        attempt: 0,
      };
      changes.push(row ? put(timers, next, row.rev) : insert(timers, next));
    } else if (row) {
      const { rev, ...rest } = row;
      changes.push(
        put(
          timers,
          {
            ...rest,
            state: effect.why,
            ...(effect.why === 'fired' ? { firedAtMs: result.events[0]!.atMs } : {}),
          },
          rev,
        ),
      );
    }
  }
  return changes;
}

/** A timer's id is unique inside its instance only. */
export function timerRowId(instance: string, timer: string): string {
  return `${instance}/${timer}`;
}

async function incidentChanges(
  { store, result, compiled, directory }: Given,
  feed: FeedRow[],
): Promise<Change[]> {
  const { instance } = result;
  const changes: Change[] = [];
  const opened = new Map<string, Extract<Effect, { type: 'incident.open' }>['incident']>();
  for (const effect of result.effects) {
    if (effect.type === 'incident.open') opened.set(effect.incident.id, effect.incident);
    if (effect.type !== 'incident.close') continue;
    if (opened.delete(effect.incident)) continue;
    const row = await store.get(incidents, effect.incident);
    if (!row) continue;
    changes.push(put(incidents, { ...row, state: 'closed' }, row.rev));
    feed.push({
      org: instance.organisation,
      type: 'incident',
      id: row.id,
      rev: row.rev + 1,
      to: [`r:${instance.organisation}:administrator`],
    });
  }
  for (const incident of opened.values()) {
    const { stages, participants } = compiled.regulation;
    const participant = incident.participant === undefined ? undefined : participants[incident.participant];
    const row: Omit<IncidentRow, 'rev'> = {
      id: incident.id,
      organisation: instance.organisation,
      instance: instance.id,
      regulationTitle: compiled.regulation.title,
      stageTitle: stages[incident.stage]?.title ?? { ru: incident.stage, en: incident.stage },
      ...(participant ? { participantTitle: participant.title } : {}),
      unit: directory.unit(instance.initiator.unit)?.title ?? '',
      incident,
      state: 'open',
      raisedAtMs: incident.raisedAtMs,
    };
    const known = await store.get(incidents, incident.id);
    changes.push(known ? put(incidents, row, known.rev) : insert(incidents, row));
    feed.push({
      org: instance.organisation,
      type: 'incident',
      id: incident.id,
      rev: (known?.rev ?? 0) + 1,
      to: [`r:${instance.organisation}:administrator`],
    });
  }
  return changes;
}

/** One row a post, so that each reads and clears his own. */
function noticeRows(
  { result, compiled, directory }: Given,
  effect: Extract<Effect, { type: 'notice' }>,
  shown: Shown,
  feed: FeedRow[],
): Change[] {
  const { notice } = effect;
  const stage = notice.stage === undefined ? undefined : compiled.regulation.stages[notice.stage];
  const task = notice.task === undefined ? undefined : result.instance.tasks[notice.task];
  const decision =
    notice.kind === 'decided'
      ? result.instance.decisions.findLast((one) => one.stage === notice.stage && one.atMs === notice.atMs)
      : undefined;
  const person =
    decision?.person ??
    (task?.positions[0] === undefined ? undefined : directory.person(task.positions[0], notice.atMs));
  return notice.positions.map((position) => {
    const id = `${notice.id}/${position}`;
    feed.push({ org: result.instance.organisation, type: 'notice', id, rev: 1, to: [`p:${position}`] });
    return insert(notices, {
      id,
      position,
      notice,
      documentTitle: shown.title,
      number: shown.number,
      ...(stage ? { stageTitle: stage.title } : {}),
      ...(person ? { person } : {}),
      atMs: notice.atMs,
      read: false,
    });
  });
}

/** Without a stored row the document is new. */
function documentChange(
  { result }: Given,
  row: NewDocument,
  stored: DocumentRow | undefined,
  shown: Shown,
  feed: FeedRow[],
): Change {
  const { instance, effects } = result;
  const added = effects.flatMap((effect) =>
    effect.type === 'reader' && !row.readers.includes(effect.principal) ? [effect.principal] : [],
  );
  const readers = added.length === 0 ? row.readers : [...row.readers, ...new Set(added)];
  const state = instance.status === 'running' ? 'running' : (instance.ending?.as ?? 'completed');
  const { urgent, number, ...card } = shown;
  const next = {
    ...row,
    ...card,
    instance: instance.id,
    regulation: { id: instance.regulation.id, version: instance.regulation.version },
    state,
    readers,
    ...(instance.registration ? { registrationNumber: instance.registration.number } : {}),
    ...(instance.ending ? { endedAtMs: instance.ending.atMs } : {}),
  } satisfies NewDocument;
  feed.push({
    org: instance.organisation,
    type: 'document',
    id: row.id,
    rev: (stored?.rev ?? 0) + 1,
    to: readers,
  });
  const found = [number, row.projectNumber, card.title, card.counterparty ?? ''];
  if (!stored) return insert(documents, next, { stems: stemsOf(found) });
  // Most commits move the document on and change nothing of its own.
  if (isDeepStrictEqual(next, stored)) return touch(documents, stored.id, stored.rev);
  // Most commits change nothing by which the document is found: its stems stay as they are.
  const before = [
    row.registrationNumber ?? row.projectNumber,
    row.projectNumber,
    row.title,
    row.counterparty ?? '',
  ];
  return found.every((words, index) => words === before[index])
    ? put(documents, next, stored.rev)
    : put(documents, next, stored.rev, { stems: stemsOf(found) });
}
