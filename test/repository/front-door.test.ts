import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { closingLine, isGreen, playwrightTally, sum, vitestTally } from '../../scripts/lib/tally.mjs';
import { root } from './workspace.ts';

describe('npm test', () => {
  // Seen failing while a file that cannot be loaded was not counted.
  it('counts failed tests, files that cannot be loaded, and tests that passed only when repeated', () => {
    const vitest = vitestTally(
      {
        numPassedTests: 7,
        numFailedTests: 1,
        numPendingTests: 2,
        numTodoTests: 0,
        testResults: [
          { status: 'failed', assertionResults: [] },
          { status: 'failed', assertionResults: [{ status: 'failed' }] },
          { status: 'passed', assertionResults: [{ status: 'passed' }] },
        ],
      },
      1,
    );
    expect(vitest).toEqual({ passed: 7, failed: 2, skipped: 2 });
    const browser = playwrightTally({ stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 0 } }, 1);
    expect(browser).toEqual({ passed: 3, failed: 2, skipped: 0 });
    expect(closingLine(sum([vitest, browser]))).toBe('10 passed, 4 failed, 2 skipped');
  });

  it('calls a runner that died without a report failed', () => {
    expect(vitestTally(undefined, 137)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('is not green when nothing ran', () => {
    expect(isGreen({ passed: 0, failed: 0, skipped: 9 })).toBe(false);
    expect(isGreen({ passed: 1, failed: 0, skipped: 0 })).toBe(true);
  });
});

describe('npm install', () => {
  const preinstall = (agent: string) =>
    spawnSync(process.execPath, [join(root, 'scripts', 'refuse-npm-install.cjs')], {
      env: { npm_config_user_agent: agent },
      encoding: 'utf8',
      cwd: root,
    });

  it('lets pnpm pass', () => {
    expect(preinstall('pnpm/12.21.0 npm/? node/v24.21.0').status).toBe(0);
  });
});
