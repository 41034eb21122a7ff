import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { newDataDir, type RunningServer, startServer } from '../../lib/server.ts';
import { ask, type Caller, callerOf, enter } from './http.ts';

const cli = fileURLToPath(new URL('../../../runtime/dist/cli.js', import.meta.url));
const ownPassword = 'bench-of-the-office-2026';

export interface Team {
  readonly author: Caller;
  /** by role a1..a5 */
  readonly approvers: readonly Caller[];
}

export interface BenchOffice {
  readonly server: RunningServer;
  readonly teams: readonly Team[];
  /** posts of all approvers */
  readonly posts: readonly string[];
  stop(): Promise<void>;
}

/**
 * The built server with an empty folder, brought up through its public routes: a unit a team, an author and five approvers
 * in each, everybody signed in, and the bench's regulations published by the owner's command line.
 */
export async function openBenchOffice(
  teams: number,
  regulations: readonly object[],
  env: Readonly<Record<string, string>> = {},
): Promise<BenchOffice> {
  const dataDir = newDataDir();
  const server = await startServer({ empty: true, dataDir, env });
  // The log may tell the address before the words for people do.
  while (!server.output().includes('setup#')) await new Promise((resolve) => setTimeout(resolve, 10));
  const token = /setup#(\S+)/.exec(server.output())?.[1] ?? '';
  const { cookie } = await ask<unknown>(
    server.origin,
    'POST',
    '/setup',
    { origin: server.origin },
    {
      token,
      organisation: 'Администрация',
      zone: 'Europe/Moscow',
      name: 'Администратор Стенда',
      post: 'Администратор',
      login: 'admin',
      password: ownPassword,
    },
  );
  const admin = callerOf(server.origin, cookie ?? '');
  const folder = mkdtempSync(join(tmpdir(), 'reglament-bench-'));
  for (const regulation of regulations) {
    const file = join(folder, 'regulation.json');
    writeFileSync(file, JSON.stringify(regulation));
    execFileSync(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', cli, 'regulation', 'publish', file],
      {
        env: { ...process.env, DATA_DIR: dataDir },
        stdio: 'pipe',
      },
    );
  }
  const { organisations } = await admin.get<{ organisations: { id: string }[] }>('/people');
  let serial = 0;
  const key = () => `bench-${process.pid}-${++serial}`;
  const made = (path: string, body: object) =>
    admin.send<{ id: string; password?: string }>('POST', path, body, key());
  const posts: string[] = [];

  const person = async (unit: string, name: string, roles: readonly string[]) => {
    const post = await made('/people/positions', { unit, title: name, roles });
    const login = name.toLowerCase();
    const employee = await made('/people/employees', { name: `Person ${name}`, login, position: post.id });
    // The given password must be changed before anything else: as a person would.
    const first = await enter(server.origin, login, employee.password ?? '');
    await first.send('POST', '/session/password', { current: employee.password, next: ownPassword });
    if (roles.length > 0) posts.push(post.id);
    return enter(server.origin, login, ownPassword);
  };

  const built: Team[] = [];
  for (let team = 0; team < teams; team += 1) {
    const unit = await made('/people/units', { organisation: organisations[0]?.id, title: `Unit ${team}` });
    const author = await person(unit.id, `Author${team}`, []);
    const approvers: Caller[] = [];
    for (const role of ['a1', 'a2', 'a3', 'a4', 'a5'])
      approvers.push(await person(unit.id, `T${team}${role}`, [role]));
    built.push({ author, approvers });
  }
  return { server, teams: built, posts, stop: () => server.stop() };
}
