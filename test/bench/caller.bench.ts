import { openBare, quantile } from './lib/baseline.ts';
import { kinds, prepareDrafts, runJob, type Times } from './lib/jobs.ts';
import { measured, untilValid } from './lib/measured.ts';
import { openBenchOffice } from './lib/office.ts';
import { bareHttp } from './lib/probe.ts';
import { jobA } from './lib/regulations.ts';
import { printTable, spread } from './lib/table.ts';

// One caller after another: how long a durable decision takes him, against a bare commit plus a bare answer of the same run.
const office = await openBenchOffice(2, [jobA]);
const bare = openBare();
const inTurn = async (count: number): Promise<Times> => {
  const times: Times = [];
  for (const draft of await prepareDrafts(office.teams, kinds.A.regulation, count))
    await runJob(kinds.A, draft, times);
  return times;
};
await inTurn(300);

const rows: (string | number)[][] = [];
const ratios: number[] = [];
await untilValid(5, 12, async (no) => {
  const commit = bare.single(400);
  const http = await bareHttp();
  const run = await measured(office.server.pid, () => inTurn(150));
  const p50 = quantile(run.value, 0.5);
  if (run.valid) ratios.push(p50 / (commit + http));
  rows.push([
    run.valid ? no : `${no} void`,
    p50,
    quantile(run.value, 0.99),
    commit,
    http,
    p50 / (commit + http),
    run.disk,
    run.others,
  ]);
  return run.valid;
});
printTable(
  'One caller, sendings and decisions of job A; goal: within 2 times a bare commit and a bare answer',
  'run p50,ms p99,ms commit,ms answer,ms ratio flushes/s others'.split(' '),
  rows,
);
process.stdout.write(`  ratio of valid runs, min / median / max: ${spread(ratios)}\n`);
bare.close();
await office.stop();
process.exit(0);
