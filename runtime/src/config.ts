import { resolve } from 'node:path';

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';

/** Settings of one process, read from the environment once at start. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Absolute. */
  readonly dataDir: string;
  readonly logLevel: LogLevel;
  /** Behind a proxy that ends HTTPS: cookies are Secure, the client's address comes from the proxy. */
  readonly trustProxy: boolean;
  readonly clock: 'system' | 'test';
  /** Where the test clock stands at start; the real moment when absent. */
  readonly clockStartMs: number | undefined;
  /** Sample accounts sign in only while nobody outside this machine can reach the process. */
  readonly sampleAllowed: boolean;
  /** Largest file, bytes. */
  readonly fileLimit: number;
}

/** A setting that cannot be used: which one, what it was, what it may be. */
export class ConfigError extends Error {
  readonly code = 'CONFIG_INVALID';
  readonly setting: string;

  constructor(setting: string, got: string, expected: string) {
    super(`${setting}=${JSON.stringify(got)} cannot be used: ${expected}.`);
    this.setting = setting;
  }
}

const loopback = new Set(['127.0.0.1', '::1', 'localhost']);
const levels: readonly LogLevel[] = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'];

/**
 * @param env - environment variables PORT, HOST, DATA_DIR, LOG_LEVEL, TRUST_PROXY, REGLAMENT_CLOCK, NODE_ENV
 * @throws ConfigError naming the first setting that cannot be used
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>, cwd: string): Config {
  const port = wholeNumber('PORT', env.PORT ?? '8080', 0, 65_535);
  const host = env.HOST ?? '127.0.0.1';
  if (!/^[A-Za-z0-9.:_-]{1,255}$/.test(host))
    throw new ConfigError('HOST', host, 'a host name or an address');
  const logLevel = oneOf('LOG_LEVEL', env.LOG_LEVEL ?? 'info', levels);
  const trustProxy = oneOf('TRUST_PROXY', env.TRUST_PROXY ?? 'off', ['on', 'off']) === 'on';
  const [clock, clockStartMs] = clockOf(env.REGLAMENT_CLOCK ?? 'system');
  const onLoopback = loopback.has(host);
  if (clock === 'test' && (env.NODE_ENV === 'production' || !onLoopback || trustProxy)) {
    throw new ConfigError(
      'REGLAMENT_CLOCK',
      'test',
      'the test clock runs only on loopback, without a proxy and outside production',
    );
  }
  return {
    port,
    host,
    dataDir: resolve(cwd, env.DATA_DIR ?? 'data'),
    logLevel,
    trustProxy,
    clock,
    clockStartMs,
    sampleAllowed: onLoopback && !trustProxy,
    fileLimit: 200 * 1024 * 1024,
  };
}

/** `system`, `test`, or `test@<moment>` with an ISO moment and its offset. */
function clockOf(got: string): readonly ['system' | 'test', number | undefined] {
  if (got === 'system' || got === 'test') return [got, undefined];
  const startMs = got.startsWith('test@') ? Date.parse(got.slice(5)) : Number.NaN;
  if (Number.isNaN(startMs))
    throw new ConfigError('REGLAMENT_CLOCK', got, 'system, test or test@2026-11-25T10:30:00+03:00');
  return ['test', startMs];
}

function wholeNumber(setting: string, got: string, min: number, max: number): number {
  const number = Number(got);
  if (!/^\d{1,9}$/.test(got) || number < min || number > max)
    throw new ConfigError(setting, got, `a whole number from ${min} to ${max}`);
  return number;
}

function oneOf<T extends string>(setting: string, got: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === got);
  if (found === undefined) throw new ConfigError(setting, got, `one of ${allowed.join(', ')}`);
  return found;
}
