import { expect, test } from 'vitest';
import { refusalsOf, scoreOf } from '../../test-support/one-family.ts';
import { entry } from '../../test-support/small-rule-set.ts';
import type { RatioScoring } from '../scoring.ts';

const measure = (quantity: string) => entry('x', { kind: 'measure', quantity });
const ratio = (more: Partial<RatioScoring> = {}): RatioScoring => ({ family: 'ratio', ...more });
const marks = { own: { marks: '10' } };

test('§2 ratio: 17 of 20 is 8.5 of 10, and every operand is kept for the explanation', () => {
  expect(scoreOf(ratio({ unit: '家次' }), [measure('9'), measure('8')], { ...marks, target: '20' })).toEqual({
    amount: '8.5',
    absolute: true,
    measured: '0.85',
    facts: {
      actual: '17',
      target: '20',
      ratio: '0.85',
      ceiling: '1',
      full: '10',
      lost: '1.5',
      unit: '家次',
    },
  });
});

test('§2 ratio ⚙ceiling: beyond it nothing is gained, the real ratio stays', () => {
  expect(scoreOf(ratio(), [measure('25')], { ...marks, target: '20' })).toMatchObject({
    amount: '10',
    measured: '1.25',
    facts: { lost: '0', unit: '' },
  });
  expect(scoreOf(ratio({ ceiling: '120%' }), [measure('25')], { ...marks, target: '20' })).toMatchObject({
    amount: '12',
    facts: { ceiling: '1.2', lost: '-2' },
  });
});

test('§1 ratio: without a target above zero it does not apply', () => {
  expect(scoreOf(ratio(), [measure('3')], marks)).toBe('notApplicable');
  expect(scoreOf(ratio(), [measure('3')], { ...marks, target: '0' })).toBe('notApplicable');
  expect(scoreOf(ratio(), [measure('3')], { ...marks, target: '-1' })).toBe('notApplicable');
  expect(scoreOf(ratio(), [], { ...marks, target: '3' })).toBe('notScored');
});

test('§2 ratio: several measures are added up unless the rule says otherwise', () => {
  const given = { ...marks, target: '10' };
  const two = [measure('2'), measure('4')];
  expect(scoreOf(ratio(), two, given)).toMatchObject({ amount: '6' });
  expect(scoreOf(ratio({ combine: 'mean' }), two, given)).toMatchObject({ amount: '3' });
  expect(scoreOf(ratio({ combine: 'last' }), two, given)).toMatchObject({ amount: '4' });
});

test('§2 ratio: marks are needed and the ceiling lies above zero', () => {
  expect(refusalsOf(ratio())).toEqual([
    {
      code: 'marksMissing',
      path: 'i.marks',
      message: '指标“指标x”采用“按完成比例得分”，必须写明分值 marks',
      clause: 'c',
    },
  ]);
  for (const ceiling of ['0', '-1']) {
    expect(refusalsOf(ratio({ ceiling }), { marks: '10' })).toEqual([
      { code: 'ceilingNotPositive', path: 'i.scoring.ceiling', message: '指标“指标x”的封顶比例必须大于 0' },
    ]);
  }
  expect(refusalsOf(ratio({ ceiling: '0.01' }), { marks: '10' })).toEqual([]);
  expect(refusalsOf(ratio({ ceiling: '多' }), { marks: '10' })[0]).toMatchObject({
    code: 'numberMalformed',
    path: 'i.scoring.ceiling',
  });
  expect(refusalsOf(ratio({ target: '二十' }), { marks: '10' })).toMatchObject([
    { code: 'numberMalformed', path: 'i.scoring.target' },
  ]);
});
