import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createI18n, type I18n, loadLocale } from '@reglament/i18n';
import { wordProblem } from '@reglament/regulation';
import { StoreError } from '@reglament/storage';
import { systemClock } from './clock.ts';
import { readConfig } from './config.ts';
import { openDirectory } from './directory/directoryService.ts';
import { backupTo, isBackup, putAside, restoreFrom } from './owner/backup.ts';
import { askServer } from './owner/commandSocket.ts';
import { type Published, type PublishRequest, publishRegulation } from './owner/publishAction.ts';
import { type Checked, checkRegulation } from './regulations/publish.ts';
import { openRegulations } from './regulations/regulationService.ts';
import { readRegulationFiles } from './regulations/templates.ts';
import { deploymentRow, meta, schema } from './storage/collections.ts';
import { openFileStore } from './storage/files/fileStore.ts';
import { DATABASE, openSqliteStore, type SqliteStore } from './storage/sqlite/index.ts';

/** The owner's command line. Talks to the running server; when none runs it opens the store itself. Exit code 1 when it did not do it. */
async function main(args: readonly string[]): Promise<boolean> {
  await loadLocale('en');
  const words = createI18n(/^en/i.test(process.env['LC_ALL'] ?? process.env['LANG'] ?? '') ? 'en' : 'ru');
  const { dataDir } = readConfig(process.env, process.cwd());
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { organisation: { type: 'string' }, from: { type: 'string' }, comment: { type: 'string' } },
  });
  const [verb, ...rest] = positionals;
  if (verb === 'regulation' && rest[0] === 'check' && rest[1]) return check(rest[1], words);
  if (verb === 'regulation' && rest[0] === 'publish' && rest[1])
    return publish(rest[1], values, dataDir, words);
  if (verb === 'backup' && rest[0]) return backup(resolve(rest[0]), dataDir, words);
  if (verb === 'restore' && rest[0]) return restore(resolve(rest[0]), dataDir, words);
  if (verb === 'reset-sample') return resetSample(dataDir, words);
  say(words.t('console.usage'));
  return false;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function tell(checked: Checked, words: I18n): void {
  for (const problem of checked.problems)
    say(`${problem.severity}: ${problem.at.join('.')}: ${wordProblem(problem, words.locale)}`);
  for (const scenario of checked.scenarios) {
    if (scenario.ok) say(words.t('console.scenarioPassed', { id: scenario.id }));
    for (const problem of scenario.problems)
      say(words.t('console.scenarioUnreadable', { problem: wordProblem(problem, words.locale) }));
    for (const { index, code, expected, found } of scenario.failures) {
      say(
        words.t('console.scenarioFailed', {
          id: scenario.id,
          must: String(index),
          code,
          params: `${JSON.stringify(expected)} / ${JSON.stringify(found)}`,
        }),
      );
    }
  }
}

async function check(path: string, words: I18n): Promise<boolean> {
  const files = readRegulationFiles(path);
  if (!files) return fail(words.t('console.fileUnreadable', { path }));
  const checked = await checkRegulation(files.text, files.scenarios);
  tell(checked, words);
  if (!checked.passed || !checked.regulation) return fail(words.t('console.checkFailed'));
  say(
    words.t('console.checkPassed', {
      title: checked.regulation.title[words.locale],
      count: checked.scenarios.length,
    }),
  );
  return true;
}

async function publish(
  path: string,
  options: Pick<PublishRequest, 'organisation' | 'from' | 'comment'>,
  dataDir: string,
  words: I18n,
): Promise<boolean> {
  const files = readRegulationFiles(path);
  if (!files) return fail(words.t('console.fileUnreadable', { path }));
  const ask: PublishRequest = { ...files, ...options };
  const published: Published =
    (await askServer(dataDir, 'publish', ask)) ??
    (await withStore(dataDir, async (store) => {
      const directory = await openDirectory(store);
      return publishRegulation(ask, {
        store,
        clock: systemClock,
        directory,
        regulations: await openRegulations(store, directory),
      });
    }));
  if (published.checked) tell(published.checked, words);
  if (!published.ok) return fail(words.t(`console.${published.reason}`, published.params));
  const title = published.checked.regulation?.title[words.locale] ?? '';
  say(words.t('console.published', { version: published.version, title, from: published.from }));
  return true;
}

async function backup(dir: string, dataDir: string, words: I18n): Promise<boolean> {
  const done =
    (await askServer(dataDir, 'backup', { dir })) ??
    (await withStore(dataDir, async (store) => {
      await backupTo(dir, store, await openFileStore(join(dataDir, 'files')));
      return { ok: true };
    }));
  if (!done.ok) return fail(words.t('console.backupNotEmpty', { dir }));
  say(words.t('console.backedUp', { dir }));
  return true;
}

async function restore(dir: string, dataDir: string, words: I18n): Promise<boolean> {
  if (!isBackup(dir)) return fail(words.t('console.notABackup', { dir }));
  if (existsSync(join(dataDir, DATABASE))) {
    await withStore(dataDir, async () => undefined);
    say(words.t('console.restoredAside', { dir: await putAside(dataDir, Date.now()) }));
  }
  await restoreFrom(dir, dataDir);
  say(words.t('console.restored', { dir: dataDir }));
  return true;
}

async function resetSample(dataDir: string, words: I18n): Promise<boolean> {
  if (!existsSync(join(dataDir, DATABASE))) {
    say(words.t('console.nothingThere', { dir: dataDir }));
    return true;
  }
  const sample = await withStore(
    dataDir,
    async (store) => (await store.get(meta, deploymentRow))?.value['sample'] === true,
  );
  if (!sample) return fail(words.t('console.notSample', { dir: dataDir }));
  say(words.t('console.sampleReset', { dir: await putAside(dataDir, Date.now()) }));
  return true;
}

/** Takes the data folder for a moment. @throws StoreError STORE_IN_USE while a server runs on it */
async function withStore<T>(dataDir: string, work: (store: SqliteStore) => Promise<T>): Promise<T> {
  const store = await openSqliteStore(dataDir, schema);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

function fail(line: string): false {
  process.stderr.write(`${line}\n`);
  return false;
}

main(process.argv.slice(2)).then(
  (done) => {
    process.exitCode = done ? 0 : 1;
  },
  async (error: unknown) => {
    await loadLocale('en');
    const inUse = error instanceof StoreError && error.code === 'STORE_IN_USE';
    fail(
      inUse
        ? createI18n('ru').t('console.serverRuns', { dir: String(error.params['dir'] ?? '') })
        : error instanceof Error
          ? error.message
          : String(error),
    );
    process.exitCode = 1;
  },
);
