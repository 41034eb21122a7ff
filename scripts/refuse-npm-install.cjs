// biome-ignore-all lint: ES5 on purpose, as node-version.cjs
'use strict';
// The root's `preinstall`: pnpm passes, npm is told what to do. npm normally stops earlier, at `engines.npm` (the
// project's .npmrc makes engines strict); this is the net for `npm install --force` and for versions that do not look.
// npm runs it after it has laid its own node_modules out, so that tree goes too: pnpm would stumble over it.
var fs = require('fs');
var path = require('path');
var root = path.join(__dirname, '..');

function remove(name) {
  if (fs.rmSync) fs.rmSync(path.join(root, name), { recursive: true, force: true });
}

if (!/^pnpm\//.test(process.env.npm_config_user_agent || '')) {
  if (fs.existsSync(path.join(root, 'node_modules', '.package-lock.json'))) remove('node_modules');
  remove('package-lock.json');
  console.error(
    'Reglament is not installed with `npm install`: run `npm start` (or `npm test`), it installs everything by itself.',
  );
  process.exit(1);
}
