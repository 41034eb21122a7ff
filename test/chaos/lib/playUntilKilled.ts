import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Store } from '@reglament/storage';
import { ManualClock } from '../../../runtime/src/clock.ts';
import { schema } from '../../../runtime/src/storage/collections.ts';
import { openFileStore } from '../../../runtime/src/storage/files/fileStore.ts';
import { openSqliteStore } from '../../../runtime/src/storage/sqlite/index.ts';
import { actsOf, type Request } from './acts.ts';
import { accepted, type Json, PlacedIds, startProcess, viewOf } from './site.ts';
import { readStory } from './story.ts';

/**
 * Arguments: a folder with a prepared database, a story, and `kill` to end by SIGKILL once before and once after each
 * write. Goes on where the process before it was killed; prints `done` when the story is over.
 */
const [dir, name, how] = process.argv.slice(2) as [string, string, string | undefined];
const story = readStory(name);
const journalFile = join(dir, 'journal');

/** What the world outside keeps while the server is down: the client's requests and answers, and where it was killed. */
type Line =
  | { readonly request: Request; readonly act: number }
  | { readonly answer: Json | null; readonly act: number }
  | { readonly killed: string }
  | { readonly durable: number };
const lines: Line[] = existsSync(journalFile)
  ? readFileSync(journalFile, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((text) => JSON.parse(text))
  : [];
const note = (line: Line) => {
  lines.push(line);
  appendFileSync(journalFile, `${JSON.stringify(line)}\n`);
};
const killed = new Set(lines.flatMap((line) => ('killed' in line ? line.killed : [])));
const requests = new Map(lines.flatMap((line) => ('request' in line ? [[line.act, line.request]] : [])));
const answers = new Map(lines.flatMap((line) => ('answer' in line ? [[line.act, line.answer]] : [])));
let durable = lines.reduce((most, line) => ('durable' in line ? Math.max(most, line.durable) : most), 0);

const ids = new PlacedIds(() => durable);
const killAt = (place: string) => {
  if (how !== 'kill' || killed.has(place)) return;
  note({ killed: place });
  process.kill(process.pid, 'SIGKILL');
};
const sqlite = await openSqliteStore(dir, schema);
const store: Store = {
  get: sqlite.get.bind(sqlite),
  getMany: sqlite.getMany.bind(sqlite),
  find: sqlite.find.bind(sqlite),
  count: sqlite.count.bind(sqlite),
  countBy: sqlite.countBy.bind(sqlite),
  search: sqlite.search.bind(sqlite),
  close: sqlite.close.bind(sqlite),
  feed: sqlite.feed,
  async commit(changes, feed) {
    killAt(`before ${durable}`);
    const done = await sqlite.commit(changes, feed);
    // A conflict wrote nothing: there is nothing to be cut in two.
    if (!done.ok) return done;
    durable += 1;
    ids.rewind();
    note({ durable });
    killAt(`after ${durable}`);
    return done;
  },
};
const files = await openFileStore(join(dir, 'files'));
const clock = new ManualClock(story.time.msOf(story.scenario.startAt));
const server = await startProcess({ store, files, clock, ids });

for (const [act, { fireToMs, atMs, prepare }] of actsOf(story).entries()) {
  await server.fireTo(fireToMs);
  clock.moveTo(atMs);
  if (!prepare || answers.has(act)) continue;
  let request = requests.get(act) ?? null;
  if (!request) {
    request = await prepare(viewOf(server, store, (n) => answers.get(n) ?? null));
    if (request) note({ request, act });
  }
  const answer = request ? accepted(request, await server.send(request)) : null;
  answers.set(act, answer);
  note({ answer, act });
}
await server.app.server.close();
await store.close();
process.stdout.write('done\n');
