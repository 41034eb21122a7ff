import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { hasBrowserTests, runBrowserTests } from './lib/browser-tests.mjs';
import { cacheFolder, pinnedNode, root } from './lib/paths.mjs';
import { ensureBuild, ensurePackages } from './lib/setup.mjs';
import { quietStep, shownStep } from './lib/step.mjs';
import { closingLine, isGreen, oneFailure, readReport, sum, vitestTally } from './lib/tally.mjs';

// `npm test`: the same set-up as `npm start`, then everything that can be wrong. Its last line is read by machines.
const tallies = (await ensurePackages()) ? await runEverything() : [oneFailure];
const total = sum(tallies);
process.stdout.write(`${closingLine(total)}\n`);
process.exitCode = isGreen(total) ? 0 : 1;

async function runEverything() {
  const node = pinnedNode();
  const found = [];

  const linter = [node, join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome'), 'check', '.'];
  if (!(await quietStep('Lint and format', linter))) found.push(oneFailure);

  const built = await ensureBuild({ always: true });
  if (!built) found.push(oneFailure);

  const wideTypes = [node, join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', join(root, 'test')];
  if (!(await quietStep('Types of the wide tests', wideTypes))) found.push(oneFailure);

  mkdirSync(cacheFolder, { recursive: true });
  const report = join(cacheFolder, 'vitest.json');
  const vitest = [node, join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run'];
  const code = await shownStep('Unit and wide tests', [
    ...vitest,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  found.push(vitestTally(readReport(report), code));

  if (hasBrowserTests()) {
    if (built) found.push(await runBrowserTests());
    else process.stdout.write('The browser tests did not run: there is no build to try them on.\n');
  }
  return found;
}
