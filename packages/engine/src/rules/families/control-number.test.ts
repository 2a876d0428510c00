import { expect, test } from 'vitest';
import { refusalsOf, scoreOf } from '../../test-support/one-family.ts';
import { entry } from '../../test-support/small-rule-set.ts';
import type { ControlNumberScoring } from '../scoring.ts';

const measure = (quantity: string) => entry('x', { kind: 'measure', quantity });
const control = (more: Partial<ControlNumberScoring> = {}): ControlNumberScoring => ({
  family: 'controlNumber',
  first: '-3',
  step: '10%',
  points: '-0.5',
  ...more,
});
const over = (quantity: string, more: Partial<ControlNumberScoring> = {}) =>
  scoreOf(control(more), [measure(quantity)], { target: '20' });

test('§2 controlNumber: 25 over 20 is −3 first and −0.5 for each full tenth, with every operand', () => {
  expect(over('25', { unit: '起' })).toEqual({
    amount: '-4',
    absolute: false,
    measured: '1.25',
    facts: {
      actual: '25',
      target: '20',
      overrun: '0.25',
      first: '-3',
      steps: '2',
      step: '0.1',
      unitPoints: '-0.5',
      unit: '起',
    },
  });
});

test('§2 controlNumber: at and below the number nothing is deducted, not even the first points', () => {
  for (const [quantity, measured] of [
    ['20', '1'],
    ['15', '0.75'],
  ] as const) {
    expect(over(quantity)).toMatchObject({
      amount: '0',
      measured,
      facts: { overrun: '0', steps: '0', unit: '' },
    });
  }
  expect(over('20.5')).toMatchObject({ amount: '-3', facts: { steps: '0' } });
});

test('§2 controlNumber ⚙stepsFrom: the first overrun pays for the first step', () => {
  expect(over('25', { stepsFrom: 'firstOverrun' })).toMatchObject({ amount: '-3.5', facts: { steps: '1' } });
  expect(over('21', { stepsFrom: 'firstOverrun' })).toMatchObject({ amount: '-3', facts: { steps: '0' } });
  expect(over('25', { stepsFrom: 'base' })).toMatchObject({ amount: '-4' });
});

test('§2 controlNumber ⚙stepRounding: begun steps and shares of steps, if the rule says so', () => {
  expect(over('25', { stepRounding: 'ceil' })).toMatchObject({ amount: '-4.5' });
  expect(over('25', { stepRounding: 'prorata' })).toMatchObject({ amount: '-4.25' });
  const { first: _, ...plain } = control();
  expect(scoreOf(plain, [measure('25')], { target: '20' })).toMatchObject({ amount: '-1' });
});

test('§1 controlNumber: without a control number above zero it does not apply', () => {
  expect(scoreOf(control(), [measure('1')])).toBe('notApplicable');
  expect(scoreOf(control(), [measure('1')], { target: '0' })).toBe('notApplicable');
  expect(scoreOf(control(), [], { target: '20' })).toBe('notScored');
});

test('§2 controlNumber: the year’s numbers are added up unless the rule says otherwise', () => {
  const two = [measure('10'), measure('15')];
  expect(scoreOf(control(), two, { target: '20' })).toMatchObject({ amount: '-4' });
  expect(scoreOf(control({ combine: 'last' }), two, { target: '20' })).toMatchObject({ amount: '0' });
});

test('§2 controlNumber: the step lies above zero, every number is one', () => {
  const fault = {
    code: 'stepNotPositive',
    path: 'i.scoring.step',
    message: '指标“指标x”的超额步长必须大于 0',
  };
  for (const step of ['0', '-10%']) expect(refusalsOf(control({ step }))).toEqual([fault]);
  expect(refusalsOf(control({ step: '0.1%' }))).toEqual([]);
  const wrong = control({ first: '甲', step: '乙', points: '丙', target: '丁' });
  expect(refusalsOf(wrong).map(({ path }) => path)).toEqual([
    'i.scoring.first',
    'i.scoring.step',
    'i.scoring.points',
    'i.scoring.step',
    'i.scoring.target',
  ]);
});
