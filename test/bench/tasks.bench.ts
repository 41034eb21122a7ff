import { quantile } from './lib/baseline.ts';
import { atRate, kinds, pool, prepareDrafts, runJob, start } from './lib/jobs.ts';
import { measured, untilValid } from './lib/measured.ts';
import { openBenchOffice } from './lib/office.ts';
import { bareHttp } from './lib/probe.ts';
import { jobA, wide } from './lib/regulations.ts';
import { printTable, spread } from './lib/table.ts';

// The first page of a list of tasks among 100,000 open ones, asked for at a steady rate while decisions are written beside it.
const tasks = 100_000;
const approvers = 50;
const pages = 1_000;
const pagesPerSecond = 100;
const jobsPerSecond = 10;
const goalMs = 10;

// Ten teams have all the tasks on their desks; two more decide meanwhile.
const office = await openBenchOffice(12, [jobA, wide]);
const teams = office.teams.slice(0, 10);
const deciding = office.teams.slice(10);
const posts = office.posts.slice(0, approvers);
process.stdout.write(`Opening ${tasks} tasks ...\n`);
const papers = tasks / approvers;
const sheets = await prepareDrafts(teams, 'wide', papers, { list: posts });
await pool(16, papers, async (n) => {
  await start(sheets[n]!, []);
  if ((n + 1) % 500 === 0) process.stdout.write(`  ${(n + 1) * approvers}\n`);
});

const everybody = teams.flatMap((team) => team.approvers);
const look = async (count: number) => {
  const times: number[] = [];
  await atRate(pagesPerSecond, count, async (n) => {
    const begun = performance.now();
    const { rows } = await everybody[n % everybody.length]!.get<{ rows: unknown[] }>(
      '/tasks?view=todo&limit=50',
    );
    if (rows.length < 50) throw new Error(`A page has ${rows.length} tasks of 50`);
    times.push(performance.now() - begun);
  });
  return times;
};
await look(300);

const rows: (string | number)[][] = [];
const p99s: number[] = [];
await untilValid(5, 12, async (no) => {
  const jobs = await prepareDrafts(deciding, kinds.A.regulation, (jobsPerSecond * pages) / pagesPerSecond);
  const answer = await bareHttp();
  const run = await measured(office.server.pid, async () => {
    const [times] = await Promise.all([
      look(pages),
      atRate(jobsPerSecond, jobs.length, (n) => runJob(kinds.A, jobs[n]!, [])),
    ]);
    return times;
  });
  if (run.valid) p99s.push(quantile(run.value, 0.99));
  rows.push([
    run.valid ? no : `${no} void`,
    quantile(run.value, 0.5),
    quantile(run.value, 0.99),
    Math.max(...run.value),
    answer,
    quantile(run.value, 0.5) / answer,
    run.others,
    run.serverCores,
  ]);
  return run.valid;
});
printTable(
  `A page of 50 among ${tasks} open tasks, ${pagesPerSecond} a second beside ${jobsPerSecond * 4} decisions a second; goal: p99 within ${goalMs} ms`,
  'run p50,ms p99,ms max,ms answer,ms ratio others server,cores'.split(' '),
  rows,
);
process.stdout.write(`  p99 of valid runs, ms, min / median / max: ${spread(p99s)}\n`);
await office.stop();
process.exit(0);
