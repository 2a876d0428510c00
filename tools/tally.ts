/** What one step of the tests came to. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Why something was skipped, in one line. */
  readonly note?: string;
}

export interface StepResult extends Tally {
  readonly name: string;
  readonly seconds: number;
}

export function one(ok: boolean): Tally {
  return ok ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

export function total(tallies: readonly Tally[]): Tally {
  const sum = (pick: (tally: Tally) => number): number =>
    tallies.reduce((amount, tally) => amount + pick(tally), 0);
  return { passed: sum((t) => t.passed), failed: sum((t) => t.failed), skipped: sum((t) => t.skipped) };
}

/** The last line of `npm test`, for people and for machines. */
export function lastLine(tally: Tally): string {
  const counted = `${tally.passed} passed, ${tally.failed} failed`;
  return tally.skipped > 0 ? `${counted}, ${tally.skipped} skipped` : counted;
}

export function table(steps: readonly StepResult[]): string {
  const rows = steps.map((step) => [
    step.failed > 0 ? '✗' : '✓',
    String(step.passed).padStart(6),
    String(step.failed).padStart(6),
    String(step.skipped).padStart(6),
    `${step.seconds.toFixed(1)}s`.padStart(8),
    step.note === undefined ? step.name : `${step.name}(${step.note})`,
  ]);
  return [['', '  通过', '  失败', '  略过', '    用时', '步骤'], ...rows]
    .map((row) => row.join(' '))
    .join('\n');
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly success: boolean;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

/** A file that could not even be loaded holds no failed test; it counts as one failure all the same. */
export function tallyVitest(report: VitestReport): Tally {
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  const failed = report.numFailedTests + unloaded;
  return {
    passed: report.numPassedTests,
    failed: report.success ? failed : Math.max(failed, 1),
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

interface PlaywrightReport {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
  readonly errors: readonly unknown[];
}

/** A flaky test is a failed one: whatever must never break must not break sometimes either. */
export function tallyPlaywright(report: PlaywrightReport): Tally {
  const { expected, unexpected, flaky, skipped } = report.stats;
  const failed = unexpected + flaky;
  return { passed: expected, failed: report.errors.length > 0 ? Math.max(failed, 1) : failed, skipped };
}
