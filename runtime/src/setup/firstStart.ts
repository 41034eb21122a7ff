import { createI18n, type I18n, loadLocale } from '@reglament/i18n';
import { insert, put, type Store } from '@reglament/storage';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import { directoryRow } from '../directory/directoryService.ts';
import { loadSample, otherSamplePeople, samplePassword, samplePeople } from '../sample/loadSample.ts';
import { deploymentRow, meta } from '../storage/collections.ts';
import type { FileStore } from '../storage/files/fileStore.ts';
import { clearStore } from './clearStore.ts';
import { issueSetupToken } from './setupToken.ts';

export interface FirstStart {
  readonly config: Config;
  readonly store: Store;
  readonly files: FileStore;
  readonly clock: Clock;
  /** Asked to start with nothing: the first administrator is made by a one-time link. */
  readonly empty: boolean;
  readonly say: (line: string) => void;
}

/**
 * Makes an empty data folder a deployment: the sample municipality, or one that waits for its first administrator. A
 * server that others can reach starts with nothing, because sample accounts would not work there. What an interrupted
 * loading left is cleared and loaded again.
 *
 * @returns what to print once the server listens, by its address
 */
export async function firstStart(start: FirstStart): Promise<(address: string) => string> {
  const { config, store, files, clock, empty, say } = start;
  const words = await terminalWords();
  let deployment = await store.get(meta, deploymentRow);
  if (deployment?.value['loading'] === true) {
    await clearStore(store);
    deployment = undefined;
  }
  if (!deployment) {
    const sample = !empty && config.sampleAllowed;
    await store.commit([
      insert(meta, { id: directoryRow, value: {} }),
      insert(meta, {
        id: deploymentRow,
        value: sample ? { loading: true } : { setupHash: issueSetupToken().hash },
      }),
    ]);
    if (sample) {
      const progress = (done: number, all: number) => say(words.t('console.loadingSample', { done, all }));
      await loadSample({ store, files, nowMs: clock.now(), progress });
      const loading = await store.get(meta, deploymentRow);
      await store.commit([
        put(meta, { id: deploymentRow, value: { sample: true, samplePassword } }, loading!.rev),
      ]);
    }
    deployment = await store.get(meta, deploymentRow);
  }
  if (deployment!.value['setupHash'] === undefined) {
    const sample = deployment!.value['sample'] === true && config.sampleAllowed;
    return (address) => welcome(address, sample, words);
  }
  // The earlier link may have been lost: each start gives a new one, and only the newest works.
  const { token, hash } = issueSetupToken();
  const renewed = { id: deploymentRow, value: { ...deployment!.value, setupHash: hash } };
  await store.commit([put(meta, renewed, deployment!.rev)]);
  return (address) =>
    [words.t('console.ready', { address }), words.t('console.setup', { address, token })].join('\n');
}

function welcome(address: string, sample: boolean, words: I18n): string {
  const people = samplePeople.map((person) => words.t('console.samplePerson', person));
  return [
    words.t('console.ready', { address }),
    ...(sample
      ? [
          words.t('console.samplePeople', { password: samplePassword }),
          ...people,
          words.t('console.sampleOthers', { count: otherSamplePeople }),
        ]
      : []),
    words.t('console.docs', { address }),
  ].join('\n');
}

/** Russian unless the terminal speaks English. */
async function terminalWords(): Promise<I18n> {
  await loadLocale('en');
  return createI18n(/^en/i.test(process.env['LC_ALL'] ?? process.env['LANG'] ?? '') ? 'en' : 'ru');
}
