import { readFileSync, rmSync } from 'node:fs';

/** How many tests passed, failed and were skipped. */
export const emptyTally = Object.freeze({ passed: 0, failed: 0, skipped: 0 });

/** Reads a runner's JSON report and takes it away, so that the next run cannot mistake it for its own. */
export function readReport(file) {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    rmSync(file);
    return report;
  } catch {
    return undefined;
  }
}

/** A test file that could not even be loaded holds no failed test, and has failed all the same. */
export function vitestTally(report, exitCode) {
  const unloaded = (report?.testResults ?? []).filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  );
  return withFailure(exitCode, {
    passed: report?.numPassedTests ?? 0,
    failed: (report?.numFailedTests ?? 0) + unloaded.length,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  });
}

/** A test that passed only when repeated has not passed. */
export function playwrightTally(report, exitCode) {
  const stats = report?.stats ?? {};
  return withFailure(exitCode, {
    passed: stats.expected ?? 0,
    failed: (stats.unexpected ?? 0) + (stats.flaky ?? 0),
    skipped: stats.skipped ?? 0,
  });
}

/** One more thing that failed and is no test: lint, types, a runner that died. */
export const oneFailure = Object.freeze({ ...emptyTally, failed: 1 });

/** A runner that ended badly has failed, even when it could not say which test. */
function withFailure(exitCode, tally) {
  return exitCode !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

export function sum(tallies) {
  return tallies.reduce(
    (total, tally) => ({
      passed: total.passed + tally.passed,
      failed: total.failed + tally.failed,
      skipped: total.skipped + tally.skipped,
    }),
    emptyTally,
  );
}

/** The closing line of `npm test`, which machines read. */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** Nothing failed and something ran. */
export function isGreen({ passed, failed }) {
  return failed === 0 && passed > 0;
}
