import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { schema } from '../../runtime/src/storage/collections.ts';
import { openSqliteStore } from '../../runtime/src/storage/sqlite/index.ts';
import { newDataDir, startServer } from '../lib/server.ts';
import { Callers } from './lib/callers.ts';
import { baselineOf, checkStore } from './lib/checkStore.ts';
import { Journal, seeded } from './lib/journal.ts';

const full = process.env['REGLAMENT_CHAOS'] === 'full';
const kills = Number(process.env['REGLAMENT_CHAOS_KILLS'] ?? (full ? 20 : 3));
const seed = Number(process.env['REGLAMENT_CHAOS_SEED'] ?? Date.now() % 1_000_000);
const morning = Date.parse('2026-11-25T10:30:00+03:00');

/** The disk as the killed process left it: a copy, so that the next process recovers it alone. */
async function onCopy<T>(
  dataDir: string,
  look: (store: Awaited<ReturnType<typeof openSqliteStore>>) => Promise<T>,
) {
  const copy = mkdtempSync(join(tmpdir(), 'reglament-kill-'));
  try {
    cpSync(dataDir, copy, {
      recursive: true,
      filter: (path) => !/files|lock|sock/.test(path.slice(dataDir.length)),
    });
    const store = await openSqliteStore(copy, schema);
    const result = await look(store);
    await store.close();
    return result;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

it(`the built server, killed ${kills} times under load, loses and doubles nothing`, async () => {
  process.stdout.write(`REGLAMENT_CHAOS_SEED=${seed}\n`);
  const random = seeded(seed);
  const dataDir = newDataDir();
  const journal = new Journal();
  const callers = new Callers(journal, random, morning);
  const start = async () => {
    const server = await startServer({ dataDir, clockAt: new Date(callers.clockMs).toISOString() });
    callers.origin = server.origin;
    return server;
  };
  let server = await start();
  try {
    await callers.signIn();
    await server.stop();
    const baseline = await onCopy(dataDir, baselineOf);
    server = await start();
    let repeated = 0;
    for (let kill = 1; kill <= kills; kill++) {
      callers.begin();
      await new Promise((resolve) => setTimeout(resolve, 200 + random() * 1800));
      await server.kill();
      await callers.end();
      const cut = journal.unknown;
      expect([seed, kill, await onCopy(dataDir, (store) => checkStore(store, journal, baseline))]).toEqual([
        seed,
        kill,
        [],
      ]);

      server = await start();
      // What nobody answered is asked again; some of what was answered is asked again and answered the same.
      for (const entry of cut) await callers.repeat(entry);
      for (const entry of journal.ok.filter(
        ({ method, tries }) => method === 'POST' && tries < 3 && random() < 0.1,
      )) {
        const first = entry.answer;
        const again = await callers.repeat(entry);
        expect([entry.no, again.status, again.body]).toEqual([entry.no, 200, first]);
        repeated += 1;
      }
      process.stdout.write(`kill ${kill}: ${journal.ok.length} acknowledged, ${cut.length} cut\n`);
    }
    await server.stop();
    expect([seed, await onCopy(dataDir, (store) => checkStore(store, journal, baseline))]).toEqual([
      seed,
      [],
    ]);
    const decided = journal.ok.filter(({ task }) => task !== undefined).length;
    process.stdout.write(`${decided} decisions, ${repeated} commands repeated after their answer\n`);
    expect(decided).toBeGreaterThan(kills);
  } finally {
    await server.kill();
    rmSync(dataDir, { recursive: true, force: true });
  }
}, 600_000);
