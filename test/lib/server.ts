import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface ServerOptions {
  readonly dataDir?: string;
  /** A moment: the test clock stands there until it is moved. The system's clock when absent. */
  readonly clockAt?: string;
  readonly empty?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

/** The built server as its owner starts it: a process of its own on a free port of loopback. */
export interface RunningServer {
  readonly origin: string;
  readonly dataDir: string;
  readonly pid: number;
  /** Everything it printed so far. */
  readonly output: () => string;
  readonly child: ChildProcess;
  stop(): Promise<void>;
  kill(): Promise<void>;
}

/** A folder of its own under the system's temporary one. */
export const newDataDir = (): string => join(mkdtempSync(join(tmpdir(), 'reglament-test-')), 'data');

export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const dataDir = options.dataDir ?? newDataDir();
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      join(root, 'runtime/dist/main.js'),
      ...(options.empty ? ['--empty'] : []),
    ],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        PORT: '0',
        HOST: '127.0.0.1',
        DATA_DIR: dataDir,
        LOG_LEVEL: 'warn',
        ...(options.clockAt === undefined ? {} : { REGLAMENT_CLOCK: `test@${options.clockAt}` }),
        ...options.env,
      },
    },
  );
  let output = '';
  const origin = await new Promise<string>((resolve, reject) => {
    const read = (part: Buffer) => {
      output += part.toString('utf8');
      const found = /https?:\/\/127\.0\.0\.1:\d+/.exec(output);
      if (found) resolve(found[0]);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) =>
      reject(new Error(`The server ended with ${code} before it listened:\n${output}`)),
    );
  });
  const ended = once(child, 'exit');
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await ended;
  };
  return {
    origin,
    dataDir,
    pid: child.pid as number,
    output: () => output,
    child,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}
