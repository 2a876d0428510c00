import { expect, test } from 'vitest';
import { refusalsOf, scoreOf } from '../../test-support/one-family.ts';
import { entry } from '../../test-support/small-rule-set.ts';
import type { FactEntry } from '../facts.ts';
import type { TargetScoring } from '../scoring.ts';

const measure = (quantity: string, more: Partial<FactEntry> = {}) =>
  entry('x', { kind: 'measure', quantity, ...more });
const task = (more: Partial<TargetScoring> = {}): TargetScoring => ({
  family: 'target',
  done: '2',
  short: '-0.5',
  ...more,
});

test('§2 target: reached in time it earns the points of the task', () => {
  for (const quantity of ['60', '61']) {
    expect(scoreOf(task({ unit: '件' }), [measure(quantity)], { target: '60' })).toEqual({
      amount: '2',
      absolute: false,
      measured: quantity,
      facts: {
        actual: quantity,
        timely: quantity,
        target: '60',
        short: '0',
        steps: '0',
        unitPoints: '2',
        unit: '件',
      },
    });
  }
  const { done: _, ...plain } = task();
  expect(scoreOf(plain, [measure('60')], { target: '60' })).toMatchObject({ amount: '0' });
});

test('§2 target: every missing unit costs its points, in exact shares unless the rule rounds', () => {
  expect(scoreOf(task(), [measure('57')], { target: '60' })).toEqual({
    amount: '-1.5',
    absolute: false,
    measured: '57',
    facts: {
      actual: '57',
      timely: '57',
      target: '60',
      short: '3',
      steps: '3',
      unitPoints: '-0.5',
      unit: '',
    },
  });
  const short = (more: Partial<TargetScoring>) => scoreOf(task(more), [measure('57')], { target: '60' });
  expect(short({ per: '2' })).toMatchObject({ amount: '-0.75', facts: { steps: '1.5' } });
  expect(short({ per: '2', stepRounding: 'floor' })).toMatchObject({ amount: '-0.5' });
  expect(short({ per: '2', stepRounding: 'ceil' })).toMatchObject({ amount: '-1' });
});

const due = { target: '2', dueOn: '2026-09-25' };
const inTime = measure('1', { at: '2026-09-25T23:59:59+08:00' });
const tooLate = measure('1', { at: '2026-09-26T00:00:00+08:00' });

test('§6 target: a deadline holds to 24:00 of its day; what came later is not counted', () => {
  expect(scoreOf(task(), [inTime, tooLate], due)).toMatchObject({
    amount: '-0.5',
    measured: '1',
    facts: { timely: '1' },
  });
  expect(scoreOf(task(), [inTime, tooLate], { target: '2' })).toMatchObject({ amount: '2' });
  const told = measure('1', { at: '2026-10-20', doneOn: '2026-09-25' });
  expect(scoreOf(task(), [inTime, told], due)).toMatchObject({ amount: '2' });
});

test('§1 target: only late work is work of 0 in time, no work at all is not scored', () => {
  expect(scoreOf(task(), [tooLate], due)).toMatchObject({
    amount: '-1',
    measured: '0',
    facts: { actual: '0', timely: '0', short: '2' },
  });
  expect(scoreOf(task(), [], due)).toBe('notScored');
  expect(scoreOf(task(), [measure('1')])).toBe('notApplicable');
});

test('§2 target ⚙late: late work counts as if in time, or earns points of its own', () => {
  const both = [inTime, tooLate];
  expect(scoreOf(task({ late: 'counted' }), both, due)).toMatchObject({
    amount: '2',
    facts: { timely: '1' },
  });
  expect(scoreOf(task({ late: 'latePoints', latePoints: '1' }), both, due)).toMatchObject({
    amount: '1',
    facts: { unitPoints: '1' },
  });
  expect(scoreOf(task({ late: 'latePoints' }), both, due)).toMatchObject({ amount: '0' });
  expect(scoreOf(task({ late: 'latePoints', latePoints: '1' }), [tooLate], due)).toMatchObject({
    amount: '-0.5',
    facts: { timely: '0' },
  });
  const all = [inTime, measure('1', { at: '2026-09-01' }), tooLate];
  expect(scoreOf(task({ late: 'latePoints', latePoints: '1' }), all, due)).toMatchObject({
    amount: '2',
    measured: '3',
  });
});

test('§2 target ⚙combine: measures are added up, or the last one counts', () => {
  const two = [measure('3'), measure('4')];
  expect(scoreOf(task(), two, { target: '7' })).toMatchObject({ amount: '2' });
  expect(scoreOf(task({ combine: 'last' }), two, { target: '7' })).toMatchObject({
    amount: '-1.5',
    facts: { timely: '4' },
  });
});

test('§2 target: the unit of what is missing lies above zero, every number is one', () => {
  const fault = {
    code: 'stepNotPositive',
    path: 'i.scoring.per',
    message: '指标“指标x”的计扣单位必须大于 0',
  };
  for (const per of ['0', '-1']) expect(refusalsOf(task({ per }))).toEqual([fault]);
  expect(refusalsOf(task({ per: '0.1' }))).toEqual([]);
  const wrong = task({ done: '甲', short: '乙', per: '丙', latePoints: '丁', target: '戊' });
  expect(refusalsOf(wrong).map(({ path }) => path)).toEqual([
    'i.scoring.done',
    'i.scoring.short',
    'i.scoring.per',
    'i.scoring.latePoints',
    'i.scoring.per',
    'i.scoring.target',
  ]);
});
