import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { pinnedNode, root } from './paths.mjs';
import { childEnvironment } from './step.mjs';

/** One Ctrl+C reaches us from the terminal and from npm: the same signal within this time is the same wish. */
const sameWishMs = 1_000;

/** npm passes a signal to its shell, and that shell dies of it without a word to us: an orphan has been told to stop. */
const orphanCheckMs = 200;

/**
 * Runs one file on the pinned Node in the foreground, and ends this process as that one ends.
 *
 * @param file - the compiled entry
 * @param parameters - its arguments
 */
export function runInForeground(file, parameters) {
  const child = spawn(pinnedNode(), [file, ...parameters], {
    cwd: root,
    env: childEnvironment(),
    stdio: 'inherit',
  });

  for (const signal of ['SIGINT', 'SIGTERM']) {
    let passedAt = Number.NEGATIVE_INFINITY;
    process.on(signal, () => {
      // A terminal's Ctrl+C has reached the child already: it stands in the same foreground group.
      if (signal === 'SIGINT' && process.stdin.isTTY) return;
      if (performance.now() - passedAt < sameWishMs) return;
      passedAt = performance.now();
      child.kill(signal);
    });
  }
  const parent = process.ppid;
  const orphanCheck = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(orphanCheck);
    child.kill('SIGTERM');
  }, orphanCheckMs);
  child.on('error', (error) => {
    console.error(error.message);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
}
