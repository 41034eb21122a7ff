import { openBare, quantile } from './lib/baseline.ts';
import { kinds, pool, prepareDrafts, runJob, type Times } from './lib/jobs.ts';
import { measured, untilValid } from './lib/measured.ts';
import { openBenchOffice } from './lib/office.ts';
import { jobA, jobB } from './lib/regulations.ts';
import { printTable, spread } from './lib/table.ts';

// Jobs A and B over HTTP, durable, 64 callers in a closed loop, against the bare grouped loop of the same run.
const callers = 64;
const jobs = { A: 1_000, B: 700 };
const goal = { A: 0.25, B: 0.33 };

const office = await openBenchOffice(16, [jobA, jobB]);
const bare = openBare();

for (const name of ['A', 'B'] as const) {
  const kind = kinds[name];
  const warm = await prepareDrafts(office.teams, kind.regulation, 400);
  await pool(callers, warm.length, (n) => runJob(kind, warm[n]!, []));
  const rows: (string | number)[][] = [];
  const ratios: number[] = [];
  await untilValid(5, 12, async (no) => {
    const drafts = await prepareDrafts(office.teams, kind.regulation, jobs[name]);
    const times: Times = [];
    const before = bare.grouped(callers, 1_500);
    const run = await measured(office.server.pid, () =>
      pool(callers, drafts.length, (n) => runJob(kind, drafts[n]!, times)),
    );
    const baseline = (before + bare.grouped(callers, 1_500)) / 2;
    const commits = (drafts.length * (1 + kind.approvals)) / run.seconds;
    if (run.valid) ratios.push(commits / baseline);
    rows.push([
      run.valid ? no : `${no} void`,
      drafts.length / run.seconds,
      commits,
      baseline,
      commits / baseline,
      quantile(times, 0.5),
      quantile(times, 0.99),
      run.disk,
      run.others,
      run.serverCores,
      run.loadCores,
    ]);
    return run.valid;
  });
  printTable(
    `Job ${name}: ${callers} callers, ${jobs[name]} jobs a run; goal ${goal[name]} of the bare loop`,
    'run jobs/s commits/s bare/s ratio p50,ms p99,ms flushes/s others server,cores load,cores'.split(' '),
    rows,
  );
  process.stdout.write(`  ratio of valid runs, min / median / max: ${spread(ratios)}\n`);
}
bare.close();
await office.stop();

// The server tells at its end how many commits shared a flush: at a log level that is not measured with.
const told = await openBenchOffice(16, [jobA], { LOG_LEVEL: 'info' });
const drafts = await prepareDrafts(told.teams, kinds.A.regulation, 500);
await pool(callers, drafts.length, (n) => runJob(kinds.A, drafts[n]!, []));
await told.stop();
const stats = /"commits":(\d+),"transactions":(\d+)/.exec(told.server.output());
process.stdout.write(`\nCommits a flush: ${(Number(stats?.[1]) / Number(stats?.[2])).toFixed(1)}\n`);
process.exit(0);
