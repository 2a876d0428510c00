import { expect, test } from 'vitest';
import { lastLine, tallyPlaywright, tallyVitest, total } from './tally.ts';

const clean = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, success: true };

test('the last line names the skipped only when there are some', () => {
  expect(lastLine({ passed: 7, failed: 0, skipped: 0 })).toBe('7 passed, 0 failed');
  expect(lastLine({ passed: 7, failed: 1, skipped: 2 })).toBe('7 passed, 1 failed, 2 skipped');
});

test('a test file that cannot be loaded counts as a failure although it holds no test', () => {
  const report = {
    ...clean,
    success: false,
    testResults: [
      { status: 'passed', assertionResults: [1, 2, 3] },
      { status: 'failed', assertionResults: [] },
    ],
  };
  expect(tallyVitest(report)).toEqual({ passed: 3, failed: 1, skipped: 0 });
});

test('a run that ended badly without a failed test is still a failure', () => {
  expect(tallyVitest({ ...clean, success: false, testResults: [] }).failed).toBe(1);
});

test('a flaky browser test is a failed one', () => {
  const stats = { expected: 5, unexpected: 0, flaky: 1, skipped: 0 };
  expect(tallyPlaywright({ stats, errors: [] })).toEqual({ passed: 5, failed: 1, skipped: 0 });
});

test('an error outside every browser test is a failure', () => {
  const stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
  expect(tallyPlaywright({ stats, errors: ['no config'] }).failed).toBe(1);
});

test('steps add up', () => {
  const steps = [
    { passed: 1, failed: 0, skipped: 0 },
    { passed: 2, failed: 3, skipped: 4 },
  ];
  expect(total(steps)).toEqual({ passed: 3, failed: 3, skipped: 4 });
});
