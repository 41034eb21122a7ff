import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { cacheFolder, pinnedNode, root } from './paths.mjs';
import { childEnvironment, quietStep, shownStep } from './step.mjs';
import { emptyTally, playwrightTally, readReport } from './tally.mjs';

const folder = join(root, 'test', 'e2e');
const config = join(folder, 'playwright.config.ts');
const report = join(cacheFolder, 'playwright.json');

/** Are there browser tests at all? */
export function hasBrowserTests() {
  return (
    existsSync(config) &&
    readdirSync(folder, { recursive: true }).some((name) => String(name).endsWith('.e2e.ts'))
  );
}

/** CHROMIUM_PATH, else the first Chromium of the system. Never a downloaded one. */
export function findChromium() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)];
  return names.flatMap((name) => folders.map((place) => join(place, name))).find((path) => existsSync(path));
}

function playwright(parameters) {
  return [
    pinnedNode(),
    join(root, 'node_modules', '@playwright', 'test', 'cli.js'),
    'test',
    '--config',
    config,
    ...parameters,
  ];
}

/**
 * Runs the browser tests, or counts them as skipped when the machine has no Chromium. Under CI that is a failure.
 *
 * @returns how many passed, failed and were skipped
 */
export async function runBrowserTests() {
  const chromium = findChromium();
  if (!chromium || !existsSync(chromium)) {
    const skipped = await countBrowserTests();
    const failure = process.env.CI === 'true';
    process.stdout.write(
      `${skipped} browser tests ${failure ? 'could not run' : 'are skipped'}: no Chromium here ` +
        '(install one, or name it in CHROMIUM_PATH).\n',
    );
    return { ...emptyTally, skipped, failed: failure ? 1 : 0 };
  }
  const code = await shownStep('Browser tests', playwright(['--reporter=list,json']), {
    CHROMIUM_PATH: chromium,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  });
  return playwrightTally(readReport(report), code);
}

/** Listing needs no browser. */
async function countBrowserTests() {
  await quietStep('Counting the browser tests', playwright(['--list', '--reporter=json']), {
    env: childEnvironment({ PLAYWRIGHT_JSON_OUTPUT_FILE: report }),
  });
  const count = (suite) =>
    (suite.specs ?? []).reduce((sum, spec) => sum + spec.tests.length, 0) +
    (suite.suites ?? []).reduce((sum, inner) => sum + count(inner), 0);
  return count(readReport(report) ?? {});
}
