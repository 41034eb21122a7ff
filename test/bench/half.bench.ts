import { quantile } from './lib/baseline.ts';
import { atRate, kinds, pool, prepareDrafts, runJob, type Times } from './lib/jobs.ts';
import { measured, untilValid } from './lib/measured.ts';
import { openBenchOffice } from './lib/office.ts';
import { jobA } from './lib/regulations.ts';
import { printTable, spread } from './lib/table.ts';

// Jobs begun at half the rate that the server can do, whatever becomes of those before: how long a decision takes then.
const callers = 64;
const seconds = 10;
const goalMs = 15;

const office = await openBenchOffice(16, [jobA]);
const closed = async (count: number) => {
  const drafts = await prepareDrafts(office.teams, kinds.A.regulation, count);
  const run = await measured(office.server.pid, () =>
    pool(callers, count, (n) => runJob(kinds.A, drafts[n]!, [])),
  );
  return count / run.seconds;
};
await closed(400);
const most = Math.max(await closed(500), await closed(500), await closed(500));
const rate = most / 2;

const rows: (string | number)[][] = [];
const p99s: number[] = [];
await untilValid(5, 12, async (no) => {
  const drafts = await prepareDrafts(office.teams, kinds.A.regulation, Math.ceil(rate * seconds));
  const times: Times = [];
  const run = await measured(office.server.pid, () =>
    atRate(rate, drafts.length, (n) => runJob(kinds.A, drafts[n]!, times)),
  );
  if (run.valid) p99s.push(quantile(times, 0.99));
  rows.push([
    run.valid ? no : `${no} void`,
    drafts.length / run.seconds,
    quantile(times, 0.5),
    quantile(times, 0.99),
    Math.max(...times),
    run.disk,
    run.others,
    run.serverCores,
  ]);
  return run.valid;
});
printTable(
  `Half of the ${most.toFixed(0)} jobs A a second measured just before, open loop, ${seconds} s a run; goal: p99 within ${goalMs} ms`,
  'run jobs/s p50,ms p99,ms max,ms flushes/s others server,cores'.split(' '),
  rows,
);
process.stdout.write(`  p99 of valid runs, ms, min / median / max: ${spread(p99s)}\n`);
await office.stop();
process.exit(0);
