import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { root } from './paths.mjs';

const heartbeatMs = 5_000;

/** The environment of every child: a bare `node` inside it is the pinned one. */
export function childEnvironment(extra = {}) {
  const path = `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`;
  return { ...process.env, PATH: path, ...extra };
}

/**
 * Runs one command of the set-up quietly: a line with its title, a sign of life every five seconds, and how long it took.
 * Its own output is shown only when it fails.
 *
 * @param title - what is being done, for the person who waits
 * @param command - executable and arguments
 * @returns true when the command ended with code 0
 */
export async function quietStep(title, [executable, ...parameters], options = {}) {
  const startedAt = performance.now();
  const seconds = () => ((performance.now() - startedAt) / 1000).toFixed(1);
  process.stdout.write(`${title} ...\n`);
  const heartbeat = setInterval(() => process.stdout.write(`  ... ${seconds()} s\n`), heartbeatMs);
  const output = [];
  const code = await new Promise((resolve) => {
    const child = spawn(executable, parameters, {
      cwd: root,
      env: childEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      ...options,
    });
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    child.on('error', (error) => {
      output.push(Buffer.from(`${error.message}\n`));
      resolve(127);
    });
    child.on('close', (exitCode) => resolve(exitCode ?? 1));
  });
  clearInterval(heartbeat);
  if (code !== 0) process.stdout.write(Buffer.concat(output));
  process.stdout.write(code === 0 ? `  done in ${seconds()} s\n` : `  FAILED after ${seconds()} s\n`);
  return code === 0;
}

/**
 * Runs a command whose output is meant to be read as it comes (test runners).
 *
 * @returns its exit code
 */
export function shownStep(title, [executable, ...parameters], env = {}) {
  process.stdout.write(`${title} ...\n`);
  return new Promise((resolve) => {
    const child = spawn(executable, parameters, {
      cwd: root,
      env: childEnvironment(env),
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('error', (error) => {
      process.stdout.write(`${error.message}\n`);
      resolve(127);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}
