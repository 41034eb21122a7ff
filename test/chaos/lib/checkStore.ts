import { isDeepStrictEqual } from 'node:util';
import { fold, type HistoryEvent, type Instance, verifyChain } from '@reglament/engine';
import type { Store } from '@reglament/storage';
import { all } from '../../../runtime/src/directory/directoryService.ts';
import { registerSeries } from '../../../runtime/src/execution/numbers.ts';
import {
  commandKeys,
  counters,
  documents,
  drafts,
  history,
  incidents,
  instances,
  registerEntries,
  type TaskRow,
  tasks,
  timers,
} from '../../../runtime/src/storage/collections.ts';
import type { Entry, Journal } from './journal.ts';

/** What the office looked like before anybody worked: the sample's own decisions and documents. */
export interface Baseline {
  readonly decisions: ReadonlySet<string>;
  readonly documents: number;
}

export async function baselineOf(store: Store): Promise<Baseline> {
  const found = (await all(store, instances)).flatMap(({ state }) => state.decisions.map(({ id }) => id));
  return { decisions: new Set(found), documents: (await all(store, documents)).length };
}

/** Everything that is wrong with a store, in words; an empty list when it keeps every promise. Changes nothing. */
export async function checkStore(
  store: Store,
  journal: Journal,
  baseline: Baseline,
): Promise<readonly string[]> {
  const wrong: string[] = [];
  const states = (await all(store, instances)).map(({ state }) => state);
  const taskRows = await all(store, tasks);
  wrong.push(...histories(states, await all(store, history)));
  wrong.push(...openRows(states, taskRows, await all(store, timers), await all(store, incidents)));
  wrong.push(...(await numbers(store, states)));
  wrong.push(...decisions(states, taskRows, journal, baseline));
  wrong.push(...(await papers(store, journal, baseline)));
  wrong.push(...(await answers(store, journal)));
  return wrong;
}

/** Each history is a whole chain, and folding it gives the stored state. */
function histories(
  states: readonly Instance[],
  rows: readonly { instance: string; events: readonly HistoryEvent[] }[],
): string[] {
  const byInstance = Map.groupBy(rows, ({ instance }) => instance);
  const known = new Set(states.map(({ id }) => id));
  return [
    ...[...byInstance.keys()].filter((id) => !known.has(id)).map((id) => `history of ${id} has no instance`),
    ...states.flatMap((state) => {
      const events = (byInstance.get(state.id) ?? [])
        .flatMap((row) => row.events)
        .sort((a, b) => a.seq - b.seq);
      const chain = verifyChain(events);
      if (!chain.ok) return [`history of ${state.id} breaks at ${chain.seq}: ${chain.why}`];
      if (chain.head !== state.history.head || events.length !== state.history.length)
        return [`history of ${state.id} does not end where its state says`];
      return isDeepStrictEqual(fold(events), state) ? [] : [`${state.id} is not the fold of its history`];
    }),
  ];
}

/** Open rows of tasks, timers and incidents are those of the states, one for one. */
function openRows(
  states: readonly Instance[],
  taskRows: readonly TaskRow[],
  timerRows: readonly { id: string; instance: string; state: string; timer: { id: string } }[],
  incidentRows: readonly { id: string; state: string }[],
): string[] {
  const differ = (what: string, rows: readonly string[], state: readonly string[]) =>
    isDeepStrictEqual(rows.toSorted(), state.toSorted())
      ? []
      : [
          `open ${what} differ: ${rows.filter((id) => !state.includes(id))} | ${state.filter((id) => !rows.includes(id))}`,
        ];
  const desk = (id: string, posts: readonly string[], taken: string | undefined) =>
    `${id} at ${posts.toSorted().join(' ')} taken by ${taken ?? 'nobody'}`;
  return [
    ...differ(
      'tasks',
      taskRows
        .filter(({ state }) => state === 'open')
        .map((row) => desk(row.id, row.desk, row.takenBy?.employee)),
      states.flatMap(({ tasks: open }) =>
        Object.values(open).map((task) => desk(task.id, task.positions, task.takenBy?.employee)),
      ),
    ),
    ...differ(
      'timers',
      timerRows
        .filter(({ state }) => state === 'open')
        .map(({ instance, timer }) => `${instance}/${timer.id}`),
      states.flatMap(({ id, timers: open }) => Object.keys(open).map((timer) => `${id}/${timer}`)),
    ),
    ...differ(
      'incidents',
      incidentRows.filter(({ state }) => state === 'open').map(({ id }) => id),
      states.flatMap(({ incidents: open }) => Object.keys(open)),
    ),
  ];
}

/** Numbers of registers and of projects: each once, none left out, the counter right behind the last. */
async function numbers(store: Store, states: readonly Instance[]): Promise<string[]> {
  const next = new Map((await all(store, counters)).map((row) => [row.id, row.next]));
  const entries = await all(store, registerEntries);
  const series = Map.groupBy(entries, ({ register, date }) => registerSeries(register, date));
  const gaps = (name: string, given: readonly number[]) => {
    const sorted = given.toSorted((a, b) => a - b);
    return sorted.every((value, index) => value === index + 1) && next.get(name) === sorted.length + 1
      ? []
      : [`${name} gave ${sorted.join(' ')}, the next is ${next.get(name)}`];
  };
  const registered = states.flatMap(({ document, registration }) =>
    registration ? [`${document} ${registration.number}`] : [],
  );
  const projects = Map.groupBy(
    await all(store, documents),
    ({ organisation, regulation }) => `project/${organisation}/${regulation.id}`,
  );
  return [
    ...[...series].flatMap(([name, rows]) =>
      gaps(
        name,
        rows.map(({ sequence }) => sequence),
      ),
    ),
    ...[...projects].flatMap(([name, rows]) =>
      gaps(
        name,
        rows.map(({ projectNumber }) => Number(/\d+$/.exec(projectNumber)?.[0])),
      ),
    ),
    ...(isDeepStrictEqual(
      registered.toSorted(),
      entries.map(({ document, number }) => `${document} ${number}`).toSorted(),
    )
      ? []
      : ['the registers and the documents do not name the same numbers']),
  ];
}

/** Each acknowledged decision is there once, a refused one is not, one without an answer once at most; no others. */
function decisions(
  states: readonly Instance[],
  taskRows: readonly TaskRow[],
  journal: Journal,
  baseline: Baseline,
): string[] {
  const placeOf = new Map(taskRows.map((row) => [row.id, `${row.instance} ${row.slot}`]));
  const asked = Map.groupBy(
    journal.entries.filter((entry): entry is Entry & { task: string } => entry.task !== undefined),
    ({ task }) => placeOf.get(task) ?? task,
  );
  const made = Map.groupBy(
    states.flatMap((state) =>
      state.decisions
        .filter(({ id, automatic }) => automatic === undefined && !baseline.decisions.has(id))
        .map(({ slot, person, outcome }) => ({
          place: `${state.id} ${slot}`,
          who: person.employee,
          outcome,
        })),
    ),
    ({ place }) => place,
  );
  return [...new Set([...asked.keys(), ...made.keys()])].flatMap((place) => {
    const found = made.get(place) ?? [];
    const entries = asked.get(place) ?? [];
    const ok = entries.filter(({ result }) => result === 'ok');
    const unknown = entries.filter(({ result }) => result === 'unknown');
    const [decision] = found;
    const match = ok.length > 0 ? ok : unknown;
    const said =
      decision &&
      match.some(
        ({ who, body }) =>
          who === decision.who && (body as { outcome?: string }).outcome === decision.outcome,
      );
    if (ok.length > 1) return [`${place}: ${ok.length} decisions were acknowledged`];
    if (ok.length === 1 && found.length !== 1)
      return [`${place}: an acknowledged decision is there ${found.length} times (request ${ok[0]?.no})`];
    if (ok.length === 0 && found.length > (unknown.length > 0 ? 1 : 0))
      return [`${place}: ${found.length} decisions that nobody was told of`];
    if (decision && !said) return [`${place}: ${decision.outcome} by ${decision.who} was asked by nobody`];
    return [];
  });
}

/** Each paper that was sent is a document, once, and its draft is gone. */
async function papers(store: Store, journal: Journal, baseline: Baseline): Promise<string[]> {
  const sendings = journal.entries.filter(({ url }) => url.endsWith('/send'));
  const sent = sendings.filter(({ result }) => result === 'ok');
  const unknown = sendings.filter(({ result }) => result === 'unknown').length;
  const ids = new Set((await all(store, documents)).map(({ id }) => id));
  const kept = new Set((await all(store, drafts)).map(({ id }) => id));
  const more = ids.size - baseline.documents - sent.length;
  return [
    ...sent.flatMap(({ answer, url }) => [
      ...(ids.has(String(answer['document'])) ? [] : [`the document ${answer['document']} is lost`]),
      ...(kept.has(url.split('/')[2] ?? '') ? [`the draft of ${answer['document']} is still there`] : []),
    ]),
    ...(more < 0 || more > unknown
      ? [`there are ${more} documents more than were sent, ${unknown} without an answer`]
      : []),
  ];
}

/** Each acknowledged command left its key with the very answer that was given. */
async function answers(store: Store, journal: Journal): Promise<string[]> {
  const rows = new Map((await all(store, commandKeys)).map((row) => [row.id.split('/')[1], row.answer]));
  return journal.ok
    .filter(({ method }) => method === 'POST')
    .flatMap(({ no, key, answer }) =>
      isDeepStrictEqual(rows.get(key), answer) ? [] : [`request ${no} has another answer under its key`],
    );
}
