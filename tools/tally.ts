/** What one step of the tests came to. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Why something was skipped, in one line. */
  readonly note?: string;
  /** What failed, in words: said once more at the very end, where a long log is read first. */
  readonly failures?: readonly string[];
}

export interface StepResult extends Tally {
  readonly name: string;
  readonly seconds: number;
}

export function one(ok: boolean): Tally {
  return ok ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

const MOST_FAILURES = 30;

/** What failed in which step, at most so much that it still fits above the table; empty when all is well. */
export function failures(steps: readonly StepResult[]): string {
  return steps
    .filter((step) => step.failed > 0)
    .map(({ name, failures: said = [] }) => {
      const more = said.length - MOST_FAILURES;
      const lines = said.slice(0, MOST_FAILURES).map((line) => `  ${line}`);
      return [`✗ ${name}`, ...lines, ...(more > 0 ? [`  ……还有 ${more} 行，见上`] : [])].join('\n');
    })
    .join('\n');
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
  readonly testResults: readonly VitestFile[];
}

interface VitestFile {
  readonly name: string;
  readonly status: string;
  readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
}

/** A file that could not even be loaded holds no failed test; it counts as one failure all the same. */
export function tallyVitest(report: VitestReport): Tally {
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  const failed = report.numFailedTests + unloaded.length;
  const named = report.testResults.flatMap((file) =>
    file.assertionResults
      .filter((test) => test.status === 'failed')
      .map((test) => `${file.name} › ${test.fullName}`),
  );
  return {
    passed: report.numPassedTests,
    failed: report.success ? failed : Math.max(failed, 1),
    skipped: report.numPendingTests + report.numTodoTests,
    failures: [...unloaded.map((file) => `${file.name} 无法加载`), ...named],
  };
}

interface PlaywrightReport {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
  readonly errors: readonly { readonly message?: string }[];
  readonly suites: readonly PlaywrightSuite[];
}

export interface PlaywrightSuite {
  readonly specs: readonly {
    readonly title: string;
    readonly ok: boolean;
    readonly tests: readonly unknown[];
  }[];
  readonly suites?: readonly PlaywrightSuite[];
}

/** Every spec of a suite and of those inside it. */
export function specsOf(suites: readonly PlaywrightSuite[]): PlaywrightSuite['specs'] {
  return suites.flatMap((suite) => [...suite.specs, ...specsOf(suite.suites ?? [])]);
}

/** A flaky test is a failed one: whatever must never break must not break sometimes either. */
export function tallyPlaywright(report: PlaywrightReport): Tally {
  const { expected, unexpected, flaky, skipped } = report.stats;
  const failed = unexpected + flaky;
  const named = specsOf(report.suites)
    .filter((spec) => !spec.ok)
    .map((spec) => spec.title);
  return {
    passed: expected,
    failed: report.errors.length > 0 ? Math.max(failed, 1) : failed,
    skipped,
    failures: [...report.errors.map((error) => error.message ?? '未说明的错误'), ...named],
  };
}
