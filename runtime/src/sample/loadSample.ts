import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildCalendar, russianCalendarData } from '@reglament/calendar';
import type { Store } from '@reglament/storage';
import { ManualClock } from '../clock.ts';
import { openDirectory } from '../directory/directoryService.ts';
import { publishRegulation } from '../owner/publishAction.ts';
import { openRegulations } from '../regulations/regulationService.ts';
import type { FileStore } from '../storage/files/fileStore.ts';
import { organisations, sampleUnits, zone } from './staff.ts';
import { staffRows } from './staffRows.ts';

/** One for all, printed at each start; the accounts work only while nobody else can reach the server. */
export const samplePassword = 'svetlaya-reka';

/** The people whom the terminal names: one for each job of the story. */
export const samplePeople = [
  'lebedev',
  'vlasova',
  'morozov',
  'zaytsev',
  'akhmetova',
  'ilina',
  'sokolov',
  'safina',
  'ryabova',
  'timofeev',
].map((login) => {
  const post = sampleUnits.flatMap((unit) => unit.posts).find((one) => one.login === login);
  return { login, name: post?.name ?? '', post: post?.title ?? '' };
});

/** Templates beside the runtime, in the repository or in a deployed folder. */
const templates = fileURLToPath(new URL('../../../regulations/', import.meta.url));
const published = ['municipal-contract', 'municipal-act'];

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
 * Loads the sample municipality into an empty store: staff, both regulations through the publishing gate, a dozen
 * documents moved by the same commands as people's, over a clock from 15 working days ago to now.
 */
export async function loadSample({ store, nowMs, progress }: LoadSample): Promise<void> {
  const calendar = buildCalendar(russianCalendarData({ id: 'sample', zone }));
  const today = calendar.dayOf(nowMs);
  const firstDay = calendar.addWorkingDays(today, -workingDaysBack);
  const clock = new ManualClock(calendar.opensAt(firstDay)! - 60 * 60_000);

  progress(0, published.length);
  const directory = await openDirectory(store);
  await directory.change(
    await staffRows(samplePassword, [
      {
        id: 'leave-demidova',
        employee: 'demidova',
        from: calendar.addWorkingDays(today, -6),
        to: calendar.addWorkingDays(today, 4),
        substitute: 'orlova',
      },
      {
        id: 'leave-larin',
        employee: 'larin',
        from: calendar.addWorkingDays(today, -1),
        to: calendar.addWorkingDays(today, 9),
      },
    ]),
  );
  const regulations = await openRegulations(store, directory);
  for (const [index, id] of published.entries()) {
    const done = await publishRegulation(
      { ...readTemplate(id), organisation: organisations[0].code },
      { store, clock, directory, regulations },
    );
    if (!done.ok) throw new Error(`The template ${id} cannot be published: ${done.reason}`);
    progress(index + 1, published.length);
  }
}

function readTemplate(id: string): { text: string; scenarios: string[] } {
  const folder = `${templates}${id}/`;
  const names = readdirSync(`${folder}scenarios`).filter((name) => name.endsWith('.json'));
  return {
    text: readFileSync(`${folder}regulation.json`, 'utf8'),
    scenarios: names.sort().map((name) => readFileSync(`${folder}scenarios/${name}`, 'utf8')),
  };
}
