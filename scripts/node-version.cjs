// biome-ignore-all lint: ES5 on purpose, so that even a very old Node can parse this file
'use strict';
// Preloaded (`node -r`) before every front-door script: an old Node gets a line that says what to do, where the scripts
// themselves would only give it a syntax error.
var found = process.versions.node.split('.').map(Number);
var enough = found[0] > 20 || (found[0] === 20 && found[1] >= 19);

if (!enough) {
  console.error(
    'Reglament needs Node 20.19 or newer to start, and this is Node ' +
      process.versions.node +
      ': install a newer one (nodejs.org or your system) and run the same command again.',
  );
  process.exit(1);
}
