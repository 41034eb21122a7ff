import { openBare, quantile } from './lib/baseline.ts';
import { kinds, pool, prepareDrafts, runJob, type Times } from './lib/jobs.ts';
import { openBenchOffice } from './lib/office.ts';
import { probeDisk } from './lib/probe.ts';
import { othersCores, sampleCpu } from './lib/quiet.ts';
import { jobA, jobB } from './lib/regulations.ts';
import { printTable, spread } from './lib/table.ts';

// Jobs A and B over HTTP, durable, 64 callers in a closed loop, against the bare grouped loop of the same run.
const callers = 64;
const valid = 5;
const most = 12;
const jobs = { A: 1_000, B: 700 };
const goal = { A: 0.25, B: 0.33 };

const office = await openBenchOffice(16, [jobA, jobB]);
const bare = openBare();
const pids = [process.pid, office.server.pid];

for (const name of ['A', 'B'] as const) {
  const kind = kinds[name];
  const commitsOfJob = 1 + kind.approvals;
  const warm = await prepareDrafts(office.teams, kind.regulation, 200);
  await pool(callers, warm.length, (n) => runJob(kind, warm[n] as (typeof warm)[number], []));
  const rows: (string | number)[][] = [];
  const ratios: number[] = [];
  for (let run = 0; run < most && ratios.length < valid; run += 1) {
    const drafts = await prepareDrafts(office.teams, kind.regulation, jobs[name]);
    const disk = probeDisk();
    const before = bare.grouped(callers, 1_500);
    const times: Times = [];
    const from = sampleCpu(pids);
    const begun = performance.now();
    await pool(callers, drafts.length, async (n) =>
      runJob(kind, drafts[n] as (typeof drafts)[number], times),
    );
    const seconds = (performance.now() - begun) / 1000;
    const to = sampleCpu(pids);
    const baseline = (before + bare.grouped(callers, 1_500)) / 2;
    const commits = (drafts.length * commitsOfJob) / seconds;
    const others = othersCores(from, to);
    const load = sampleCpu([process.pid]).own;
    const isValid = others <= 0.1;
    if (isValid) ratios.push(commits / baseline);
    rows.push([
      isValid ? run + 1 : `${run + 1} void`,
      drafts.length / seconds,
      commits,
      baseline,
      commits / baseline,
      quantile(times, 0.5),
      quantile(times, 0.99),
      disk,
      others,
      (to.own - from.own) / seconds,
      load,
    ]);
  }
  printTable(
    `Job ${name}: ${callers} callers, ${jobs[name]} jobs a run; goal ${goal[name]} of the bare loop`,
    [
      'run',
      'jobs/s',
      'commits/s',
      'bare/s',
      'ratio',
      'p50 ms',
      'p99 ms',
      'fdatasync/s',
      'others',
      'cores',
      'load s',
    ],
    rows,
  );
  process.stdout.write(
    `  ratio of valid runs, min / median / max: ${ratios.length > 0 ? spread(ratios) : 'none valid'}\n`,
  );
}
bare.close();
await office.stop();
process.exit(0);
