import { expect, test } from 'vitest';
import { refusalsOf, scoreOf } from '../../test-support/one-family.ts';
import { entry } from '../../test-support/small-rule-set.ts';
import type { RelativeToMeanScoring, ThresholdRateScoring, ThresholdSide } from '../scoring.ts';

const measure = (quantity: string, of?: string) =>
  entry('x', { kind: 'measure', quantity, ...(of === undefined ? {} : { of }) });
const below90: ThresholdSide = { side: 'below', at: '90', step: '1', points: '-0.2' };
const rate = (
  sides: readonly ThresholdSide[],
  more: Partial<ThresholdRateScoring> = {},
): ThresholdRateScoring => ({ family: 'thresholdRate', sides, ...more });

test('§2 thresholdRate: what lies beyond the threshold, in steps, with every operand', () => {
  expect(scoreOf(rate([below90]), [measure('432', '500')])).toEqual({
    amount: '-0.6',
    absolute: false,
    measured: '86.4',
    facts: {
      actual: '86.4',
      numerator: '432',
      denominator: '500',
      side: 'below',
      threshold: '90',
      beyond: '3.6',
      steps: '3',
      step: '1',
      unitPoints: '-0.2',
      unit: '%',
    },
  });
});

test('§2 thresholdRate: at the threshold nothing is beyond it; the first side is shown', () => {
  expect(scoreOf(rate([below90], { unit: '分' }), [measure('90')])).toEqual({
    amount: '0',
    absolute: false,
    measured: '90',
    facts: { actual: '90', side: 'below', threshold: '90', beyond: '0', steps: '0', unit: '分' },
  });
  expect(scoreOf(rate([]), [measure('90')])).toMatchObject({
    amount: '0',
    facts: { actual: '90', unit: '%' },
  });
  expect(scoreOf(rate([below90]), [])).toBe('notScored');
});

test('§2 thresholdRate ⚙stepRounding: full steps, begun steps, exact shares', () => {
  const of = (stepRounding: 'floor' | 'ceil' | 'prorata') =>
    scoreOf(rate([below90], { stepRounding }), [measure('86.4')]);
  expect(of('floor')).toMatchObject({ amount: '-0.6' });
  expect(of('ceil')).toMatchObject({ amount: '-0.8', facts: { steps: '4' } });
  expect(of('prorata')).toMatchObject({ amount: '-0.72', facts: { steps: '3.6' } });
});

test('§2 thresholdRate ⚙scale, ⚙combine: how a rate is read and which one counts', () => {
  expect(
    scoreOf(rate([{ ...below90, at: '900' }], { scale: '1000' }), [measure('432', '500')]),
  ).toMatchObject({ measured: '864', amount: '-7.2' });
  const two = [measure('80'), measure('88')];
  expect(scoreOf(rate([below90]), two)).toMatchObject({ measured: '88' });
  expect(scoreOf(rate([below90], { combine: 'mean' }), two)).toMatchObject({ measured: '84' });
});

test('§2 thresholdRate: a threshold above, and one without steps that costs once', () => {
  const above: ThresholdSide = { side: 'above', at: '10', points: '-3' };
  expect(scoreOf(rate([above]), [measure('12')])).toMatchObject({
    amount: '-3',
    facts: { side: 'above', threshold: '10', beyond: '2', steps: '1', unitPoints: '-3' },
  });
  expect(scoreOf(rate([above]), [measure('12')])).not.toMatchObject({ facts: { step: expect.anything() } });
  expect(scoreOf(rate([above]), [measure('10')])).toMatchObject({ amount: '0' });
  expect(scoreOf(rate([above]), [measure('8')])).toMatchObject({ amount: '0' });
  expect(scoreOf(rate([{ ...above, inclusive: true }]), [measure('10')])).toMatchObject({ amount: '-3' });
  expect(scoreOf(rate([{ ...above, inclusive: true }]), [measure('9.9')])).toMatchObject({ amount: '0' });
  const stepped: ThresholdSide = { ...above, step: '1', inclusive: true };
  expect(scoreOf(rate([stepped], { stepRounding: 'ceil' }), [measure('10')])).toMatchObject({ amount: '0' });
});

test('§2 thresholdRate: every side that is passed acts, the last one passed is told', () => {
  const far: ThresholdSide = { side: 'below', at: '80', points: '-5' };
  expect(scoreOf(rate([below90, far]), [measure('79')])).toMatchObject({
    amount: '-7.2',
    facts: { threshold: '80', steps: '1', unitPoints: '-5' },
  });
  expect(scoreOf(rate([below90, far]), [measure('89')])).toMatchObject({
    amount: '-0.2',
    facts: { threshold: '90' },
  });
});

test('§2 thresholds: a step lies above zero, every number of a side is one', () => {
  for (const step of ['0', '-1']) {
    expect(refusalsOf(rate([{ ...below90, step }]))).toEqual([
      { code: 'stepNotPositive', path: 'i.scoring.sides[0].step', message: '指标“指标x”的步长必须大于 0' },
    ]);
  }
  expect(refusalsOf(rate([{ ...below90, step: '0.01' }]))).toEqual([]);
  const wrong: ThresholdSide = { side: 'below', at: '甲', points: '乙' };
  expect(refusalsOf(rate([below90, wrong], { scale: '丙' })).map(({ path }) => path)).toEqual([
    'i.scoring.sides[1].at',
    'i.scoring.sides[1].points',
    'i.scoring.scale',
  ]);
});

const deviation = (more: Partial<RelativeToMeanScoring> = {}): RelativeToMeanScoring => ({
  family: 'relativeToMean',
  sides: [
    { side: 'below', at: '-40', step: '10', points: '-1' },
    { side: 'above', at: '50', points: '2' },
  ],
  ...more,
});

test('§2 relativeToMean: the deviation in percent of the mean, against its thresholds', () => {
  const given = { peers: ['60', '20'], mean: '40' };
  expect(scoreOf(deviation({ unit: '件' }), [measure('10')], given)).toEqual({
    amount: '-3',
    absolute: false,
    measured: '-75',
    facts: {
      actual: '10',
      mean: '40',
      deviation: '-75',
      side: 'below',
      threshold: '-40',
      beyond: '35',
      steps: '3',
      step: '10',
      unitPoints: '-1',
      unit: '件',
    },
  });
  expect(scoreOf(deviation({ stepRounding: 'ceil' }), [measure('10')], given)).toMatchObject({
    amount: '-4',
  });
  expect(scoreOf(deviation(), [measure('64')], given)).toMatchObject({
    amount: '2',
    measured: '60',
    facts: { unit: '' },
  });
  expect(scoreOf(deviation(), [measure('60')], given)).toMatchObject({ amount: '0', measured: '50' });
});

test('§1 relativeToMean: without others, or where their mean is 0, it does not apply', () => {
  expect(scoreOf(deviation(), [measure('10')])).toBe('notApplicable');
  expect(scoreOf(deviation(), [measure('0')], { peers: ['0'], mean: '0' })).toBe('notApplicable');
  expect(scoreOf(deviation(), [], { peers: ['1'], mean: '1' })).toBe('notScored');
});

test('§2 relativeToMean: measures are added up, rates are read on the scale, unless told otherwise', () => {
  const given = { peers: ['40'], mean: '40' };
  const two = [measure('10'), measure('20')];
  expect(scoreOf(deviation(), two, given)).toMatchObject({ measured: '-25' });
  expect(scoreOf(deviation({ combine: 'last' }), two, given)).toMatchObject({ measured: '-50' });
  expect(scoreOf(deviation(), [measure('1', '2')], given)).toMatchObject({ measured: '25' });
  expect(scoreOf(deviation({ scale: '40' }), [measure('1', '2')], given)).toMatchObject({ measured: '-50' });
  expect(refusalsOf(deviation({ scale: '大' }))).toMatchObject([{ path: 'i.scoring.scale' }]);
});
