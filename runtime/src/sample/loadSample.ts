import { createReadStream } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type BusinessCalendar, buildCalendar, russianCalendarData } from '@reglament/calendar';
import type { Absence } from '@reglament/engine';
import { insert, type Store } from '@reglament/storage';
import { pino } from 'pino';
import { ManualClock } from '../clock.ts';
import { openDirectory } from '../directory/directoryService.ts';
import { createExecutor } from '../execution/executor.ts';
import { createScheduler, type Scheduler } from '../execution/scheduler.ts';
import { publishRegulation } from '../owner/publishAction.ts';
import { keepOwned } from '../regulations/owned.ts';
import { openRegulations } from '../regulations/regulationService.ts';
import { templates } from '../regulations/templates.ts';
import { drafts, type FileEntry } from '../storage/collections.ts';
import type { FileStore } from '../storage/files/fileStore.ts';
import { acts } from './acts.ts';
import { contracts } from './contracts.ts';
import { createPlayer, draftRow, type PlayerDeps } from './player.ts';
import type { At, SampleFile } from './sampleDocument.ts';
import { seededIds } from './seededIds.ts';
import { organisations, sampleUnits, zone } from './staff.ts';
import { staffRows } from './staffRows.ts';

/** One for all, printed at each start; the accounts work only while nobody else can reach the server. */
export const samplePassword = 'svetlaya-reka';

/** The people whom the terminal names: everybody on the way of a contract, and who looks after the system. */
export const samplePeople = [
  'lebedev',
  'vlasova',
  'morozov',
  'zaytsev',
  'belova',
  'akhmetova',
  'ilina',
  'sokolov',
  'safina',
  'kotova',
  'yudina',
  'ryabova',
  'timofeev',
].map((login) => {
  const post = sampleUnits.flatMap((unit) => unit.posts).find((one) => one.login === login);
  return { login, name: post?.name ?? '', post: post?.title ?? '' };
});

/** Those whom it does not name: they are on the sign-in page. */
export const otherSamplePeople =
  sampleUnits.flatMap(({ posts }) => posts).filter(({ login }) => login !== undefined).length -
  samplePeople.length;

const sampleFiles = fileURLToPath(new URL('../../sample-files/', import.meta.url));
/** Each with the unit that answers for it. */
const published = { 'municipal-contract': 'economy', 'municipal-act': 'general' };
const methodologist = 'Рябова Надежда Константиновна';

/** How far back the sample's history goes. */
const workingDaysBack = 15;

export interface LoadSample {
  readonly store: Store;
  readonly files: FileStore;
  /** The moment the history ends at; the real now. */
  readonly nowMs: number;
  readonly progress: (done: number, all: number) => void;
}

/**
 * Loads the sample municipality into an empty store: staff, both regulations through the publishing gate, documents moved
 * by the same commands as people's, over a clock from 15 working days ago to now. The same moment gives the same rows.
 */
export async function loadSample({ store, files, nowMs, progress }: LoadSample): Promise<void> {
  const calendar = buildCalendar(russianCalendarData({ id: 'sample', zone }));
  const lastDay = lastDayOver(calendar, nowMs);
  const at = ([day, time]: At) => {
    const [hours, minutes] = time.split(':').map(Number);
    // Office opens at nine: wall-clock minutes are counted from there, so that the zone is the calendar's business.
    return calendar.opensAt(calendar.addWorkingDays(lastDay, day))! + ((hours! - 9) * 60 + minutes!) * 60_000;
  };
  const clock = new ManualClock(at([-workingDaysBack, '09:00']));

  const directory = await openDirectory(store);
  await directory.change(await staffRows(samplePassword, leaves(calendar, lastDay)));
  const regulations = await openRegulations(store, directory);
  for (const [id, unit] of Object.entries(published)) {
    const { text, scenarios } = templates().find((one) => one.id === id)!;
    const done = await publishRegulation(
      { text, scenarios, organisation: organisations[0].code },
      { store, clock, directory, regulations },
    );
    if (!done.ok) throw new Error(`The template ${id} cannot be published: ${done.reason}`);
    const owner = { unit, atMs: clock.now(), by: methodologist };
    await store.commit([keepOwned(organisations[0].id, id, undefined, { owner })]);
  }

  const newId = seededIds('svetlorechensk');
  const executor = createExecutor({ store, clock, newId, directory, regulations });
  const scheduler = createScheduler({ store, clock, executor, log: pino({ level: 'silent' }) });
  const deps: PlayerDeps = { store, clock, newId, directory, regulations, executor };
  const story = await tell(deps, files, at, Number(lastDay.slice(0, 4)));
  for (const [index, { atMs, happen }] of story.entries()) {
    if (index % Math.ceil(story.length / 5) === 0) progress(index, story.length);
    await runTo(atMs, clock, scheduler);
    await happen();
  }
  await runTo(nowMs, clock, scheduler);
  progress(story.length, story.length);
}

interface Happening {
  readonly atMs: number;
  readonly happen: () => Promise<void>;
}

/** Everything that people do, of all documents, in order of moments. */
async function tell(
  deps: PlayerDeps,
  fileStore: FileStore,
  at: (at: At) => number,
  year: number,
): Promise<readonly Happening[]> {
  const story: Happening[] = [];
  for (const document of [...contracts, ...acts]) {
    const card = document.card(year);
    const files = await putFiles(document.files, fileStore);
    const { sent } = document;
    if (!sent) {
      const happen = async () => {
        await deps.store.commit([insert(drafts, draftRow(deps, document, card, files))]);
      };
      story.push({ atMs: at([0, '16:30']), happen });
      continue;
    }
    const player = createPlayer(deps, document, card, files);
    story.push({ atMs: at(sent), happen: () => player.send() });
    for (const move of document.moves ?? [])
      story.push({ atMs: at(move.at), happen: () => player.move(move) });
  }
  return story.sort((a, b) => a.atMs - b.atMs);
}

/** Fires each due timer in order, with now = its moment. */
async function runTo(toMs: number, clock: ManualClock, scheduler: Scheduler): Promise<void> {
  for (let next = await scheduler.next(); next && next.dueAtMs <= toMs; next = await scheduler.next()) {
    clock.moveTo(next.dueAtMs);
    if ((await scheduler.fireDue()) === 0) throw new Error(`The sample's timer ${next.id} cannot be fired`);
  }
  clock.moveTo(toMs);
}

/** The last working day that has closed. */
function lastDayOver(calendar: BusinessCalendar, nowMs: number): string {
  const today = calendar.dayOf(nowMs);
  const closes = calendar.closesAt(today);
  return closes !== null && closes <= nowMs ? today : calendar.previousWorkingDay(today);
}

/** One of the absent has a substitute, one has not: his terms stand still. */
function leaves(calendar: BusinessCalendar, lastDay: string): Absence[] {
  const day = (n: number) => calendar.addWorkingDays(lastDay, n);
  return [
    { id: 'leave-demidova', employee: 'demidova', from: day(-5), to: day(5), substitute: 'orlova' },
    { id: 'leave-larin', employee: 'larin', from: day(-5), to: day(9) },
  ];
}

async function putFiles(files: readonly SampleFile[], fileStore: FileStore): Promise<FileEntry[]> {
  return Promise.all(
    files.map(async ({ file, name }) => {
      const stored = await fileStore.put(createReadStream(`${sampleFiles}${file}`), { limit: 1024 * 1024 });
      return { name, digest: stored.digest, size: stored.size, type: 'application/pdf' };
    }),
  );
}
