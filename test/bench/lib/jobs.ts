import type { Caller } from './http.ts';
import type { Team } from './office.ts';

export interface Draft {
  readonly team: Team;
  readonly id: string;
  readonly revision: number;
}

export interface JobKind {
  readonly regulation: string;
  /** how many approvers, one after another or all at once */
  readonly approvals: number;
  readonly parallel: boolean;
}

export const kinds: Readonly<Record<'A' | 'B', JobKind>> = {
  A: { regulation: 'job-a', approvals: 3, parallel: false },
  B: { regulation: 'job-b', approvals: 5, parallel: true },
};

let serial = 0;
const key = () => `job-${process.pid}-${++serial}`;

/** Drafts that are ready to be sent: what comes before a job. */
export async function prepareDrafts(
  teams: readonly Team[],
  regulation: string,
  count: number,
  chosen: Readonly<Record<string, readonly string[]>> = {},
): Promise<Draft[]> {
  const drafts: Draft[] = [];
  await pool(32, count, async (n) => {
    const team = teams[n % teams.length] as Team;
    const made = await team.author.send<{ id: string; revision: number }>(
      'POST',
      '/drafts',
      { regulation },
      key(),
    );
    const body = { revision: made.revision, card: { subject: `Memo ${n}` }, files: [], chosen };
    const saved = await team.author.send<{ revision: number }>('PUT', `/drafts/${made.id}`, body);
    drafts.push({ team, id: made.id, revision: saved.revision });
  });
  return drafts;
}

/** Milliseconds that each durable command took, as its caller saw it. */
export type Times = number[];

async function timed<T>(times: Times, command: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const answer = await command();
  times.push(performance.now() - start);
  return answer;
}

/** Sends a draft. @returns the document */
export async function start({ team, id, revision }: Draft, times: Times): Promise<string> {
  const body = { revision, regulationVersion: 1 };
  const sent = await timed(times, () =>
    team.author.send<{ document: string }>('POST', `/drafts/${id}/send`, body, key()),
  );
  return sent.document;
}

/** Finds the document in the approver's list, as he would, and approves it. */
async function approve(approver: Caller, document: string, times: Times): Promise<void> {
  type Row = { id: string; document: string; revision: number; digest: string };
  const { rows } = await approver.get<{ rows: Row[] }>('/tasks?view=todo&limit=50');
  const task = rows.find((row) => row.document === document);
  if (!task) throw new Error(`${document} is not in the list of whoever must approve it`);
  const body = { revision: task.revision, digest: task.digest, outcome: 'approved' };
  await timed(times, () => approver.send('POST', `/tasks/${task.id}/decision`, body, key()));
}

/** One whole job. */
export async function runJob(kind: JobKind, draft: Draft, times: Times): Promise<void> {
  const document = await start(draft, times);
  const approvers = draft.team.approvers.slice(0, kind.approvals);
  if (kind.parallel) await Promise.all(approvers.map((one) => approve(one, document, times)));
  else for (const one of approvers) await approve(one, document, times);
}

/** Runs `count` pieces of work, `callers` at a time. */
export async function pool(
  callers: number,
  count: number,
  work: (n: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: callers }, async () => {
      while (next < count) await work(next++);
    }),
  );
}

/** Begins pieces of work at a fixed rate whatever becomes of those before: an open loop. */
export async function atRate(
  perSecond: number,
  count: number,
  work: (n: number) => Promise<void>,
): Promise<void> {
  const begun = performance.now();
  const running: Promise<void>[] = [];
  for (let n = 0; n < count; n += 1) {
    const waitMs = begun + (n * 1000) / perSecond - performance.now();
    if (waitMs > 1) await new Promise((resolve) => setTimeout(resolve, waitMs));
    running.push(work(n));
  }
  await Promise.all(running);
}
