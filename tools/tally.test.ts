import { expect, test } from 'vitest';
import { failures, lastLine, tallyPlaywright, tallyVitest, total } from './tally.ts';

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
      { name: 'a.test.ts', status: 'passed', assertionResults: [{ status: 'passed', fullName: 'adds' }] },
      { name: 'b.test.ts', status: 'failed', assertionResults: [] },
    ],
  };
  expect(tallyVitest(report)).toEqual({
    passed: 3,
    failed: 1,
    skipped: 0,
    failures: ['b.test.ts 无法加载'],
  });
});

test('a run that ended badly without a failed test is still a failure', () => {
  expect(tallyVitest({ ...clean, success: false, testResults: [] }).failed).toBe(1);
});

test('a flaky browser test is a failed one', () => {
  const stats = { expected: 5, unexpected: 0, flaky: 1, skipped: 0 };
  const flaky = { title: 'a month', ok: false, tests: [1] };
  const report = { stats, errors: [], suites: [{ specs: [], suites: [{ specs: [flaky] }] }] };
  expect(tallyPlaywright(report)).toEqual({ passed: 5, failed: 1, skipped: 0, failures: ['a month'] });
});

test('an error outside every browser test is a failure', () => {
  const stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
  expect(tallyPlaywright({ stats, errors: [{ message: 'no config' }], suites: [] }).failed).toBe(1);
});

test('steps add up', () => {
  const steps = [
    { passed: 1, failed: 0, skipped: 0 },
    { passed: 2, failed: 3, skipped: 4 },
  ];
  expect(total(steps)).toEqual({ passed: 3, failed: 3, skipped: 4 });
});

test('what failed is named under its step, and no step says more than fits', () => {
  const step = { name: '单元测试', passed: 1, failed: 31, skipped: 0, seconds: 1 };
  const named = Array.from({ length: 31 }, (_, index) => `test ${index}`);
  const said = failures([
    { ...step, failures: named },
    { ...step, name: '类型', failed: 0 },
  ]).split('\n');
  expect(said[0]).toBe('✗ 单元测试');
  expect(said).toHaveLength(32);
  expect(said.at(-1)).toContain('还有 1 行');
});
