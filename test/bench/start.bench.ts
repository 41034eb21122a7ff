import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { newDataDir, startServer } from '../lib/server.ts';
import { printTable, spread } from './lib/table.ts';

// From the command to the line that tells the address: an empty deployment, and `npm start` over data that are there.
const runs = 5;
const root = fileURLToPath(new URL('../../', import.meta.url));
const bareServer = "require('node:http').createServer().listen(0, () => console.log('http://127.0.0.1:1'))";

/** Milliseconds until a process prints an address; then it is ended. */
async function untilAddress(command: string, args: readonly string[], env: Record<string, string> = {}) {
  const begun = performance.now();
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '', PORT: '0', HOST: '127.0.0.1', ...env },
  });
  let output = '';
  let ms = Number.NaN;
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (part: Buffer) => {
      output += part.toString('utf8');
      if (!/http:\/\/127\.0\.0\.1:\d+/.test(output) || !Number.isNaN(ms)) return;
      ms = performance.now() - begun;
      resolve();
    });
    child.once('exit', (code) => reject(new Error(`${command} ended with ${code}:\n${output}`)));
  });
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
  return ms;
}

const sample = newDataDir();
await untilAddress('npm', ['start'], { DATA_DIR: sample });

const rows: (string | number)[][] = [];
const figures = { bare: [] as number[], empty: [] as number[], again: [] as number[] };
for (let run = 1; run <= runs; run += 1) {
  const bare = await untilAddress(process.execPath, ['-e', bareServer]);
  const begun = performance.now();
  const server = await startServer({ empty: true });
  const empty = performance.now() - begun;
  await server.stop();
  const again = await untilAddress('npm', ['start'], { DATA_DIR: sample });
  figures.bare.push(bare);
  figures.empty.push(empty);
  figures.again.push(again);
  rows.push([run, bare, empty, empty / bare, again, again / bare]);
}
printTable(
  'Start until the address is told; goals: --empty within 1,000 ms, the second `npm start` within 5,000 ms',
  'run bare,ms --empty,ms ratio npm_start,ms ratio'.split(' '),
  rows,
);
for (const [name, values] of Object.entries(figures))
  process.stdout.write(`  ${name}, ms, min / median / max: ${spread(values)}\n`);
process.exit(0);
