import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pinnedNode, root } from './lib/paths.mjs';
import { ensureBuild, ensurePackages } from './lib/setup.mjs';
import { shownStep } from './lib/step.mjs';

// `npm run bench [-- NAME...]`: the scenarios of test/bench on the built product, one after another; without names all of them.
const suffix = '.bench.ts';
const folder = join(root, 'test', 'bench');
const known = readdirSync(folder)
  .filter((file) => file.endsWith(suffix))
  .map((file) => file.slice(0, -suffix.length));
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !known.includes(name));

if (unknown.length > 0) {
  process.stderr.write(`There is no ${unknown.join(', ')}. There are: ${known.join(', ')}\n`);
  process.exitCode = 1;
} else if ((await ensurePackages()) && (await ensureBuild())) {
  for (const name of asked.length > 0 ? asked : known) {
    const file = join(folder, name + suffix);
    const code = await shownStep(name, [pinnedNode(), '--disable-warning=ExperimentalWarning', file]);
    if (code !== 0) process.exitCode = 1;
  }
} else {
  process.exitCode = 1;
}
