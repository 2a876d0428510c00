import { expect, test } from 'vitest';
import {
  entry,
  evaluated,
  factsOf,
  familyValue,
  indicator,
  item,
  resultOf,
  ruleSetOf,
  textOf,
  unit,
} from '../../test-support/small-rule-set.ts';
import type { FactEntry, Facts } from '../facts.ts';
import type { Scoring } from '../scoring.ts';

const value = familyValue;
const target = (quantity: string, dueOn?: string): Partial<Facts> => ({
  targets: [{ subject: 'a', indicator: 'x', quantity, ...(dueOn === undefined ? {} : { dueOn }) }],
});
const measure = (quantity: string, more: Partial<FactEntry> = {}) =>
  entry('x', { kind: 'measure', quantity, ...more });

test('§2 ratio: 17 of 20 is 8.5 of 10; 25 of 20 is 10, with ceiling 1.2 it is 12', () => {
  const scoring: Scoring = { family: 'ratio' };
  expect(value(scoring, [measure('17')], { marks: '10' }, target('20'))).toBe('8.5');
  expect(value(scoring, [measure('25')], { marks: '10' }, target('20'))).toBe('10');
  expect(value({ ...scoring, ceiling: '1.2' }, [measure('25')], { marks: '10' }, target('20'))).toBe('12');
  expect(value({ ...scoring, ceiling: '120%' }, [measure('23')], { marks: '10' }, target('20'))).toBe('11.5');
  expect(value(scoring, [measure('1')], { marks: '4' }, target('3'))).toBe('4/3');
  expect(value(scoring, [measure('8'), measure('9')], { marks: '10' }, target('20'))).toBe('8.5');
});

test('§2 ratio: the real ratio is kept and shown: 148 % is a fact, not an error', () => {
  const rules = ruleSetOf([
    item('p', [indicator('x', { family: 'ratio' }, { marks: '10' })], { marks: '10' }),
  ]);
  const result = resultOf(evaluated(rules, factsOf([measure('37')], target('25'))));
  expect(textOf(result.score)).toBe('10');
  expect(result.indicators[0]?.measured).toStrictEqual({ n: 37, d: 25 });
});

test('§1 ratio: no measure is not scored, no target is not applicable, and neither is 0', () => {
  expect(value({ family: 'ratio' }, [], { marks: '10' }, target('20'))).toBe('notScored');
  expect(value({ family: 'ratio' }, [measure('0')], { marks: '10' }, target('20'))).toBe('0');
  expect(value({ family: 'ratio' }, [measure('3')], { marks: '10' })).toBe('notApplicable');
  expect(value({ family: 'ratio', absent: 'zero' }, [], { marks: '10' }, target('20'))).toBe('0');
  expect(value({ family: 'ratio', absent: 'full' }, [], { marks: '10' }, target('20'))).toBe('10');
  expect(value({ family: 'ratio', target: '20' }, [measure('5')], { marks: '10' })).toBe('2.5');
});

test('§2 target: done in time +p, short −q per unit, late by the rule', () => {
  const scoring: Scoring = { family: 'target', done: '2', short: '-0.5' };
  expect(value(scoring, [measure('60')], {}, target('60'))).toBe('2');
  expect(value(scoring, [measure('57')], {}, target('60'))).toBe('-1.5');
  expect(value(scoring, [measure('57')], { cap: '1' }, target('60'))).toBe('-1');
  const due = target('2', '2026-09-25');
  const inTime = measure('1', { at: '2026-09-25T23:59:59+08:00' });
  const tooLate = measure('1', { at: '2026-09-26T00:00:00+08:00' });
  expect(
    value(
      scoring,
      [inTime, inTime].map((own, i) => ({ ...own, id: `i${i}` })),
      {},
      due,
    ),
  ).toBe('2');
  expect(value(scoring, [inTime, tooLate], {}, due)).toBe('-0.5');
  expect(value({ ...scoring, late: 'counted' }, [inTime, tooLate], {}, due)).toBe('2');
  expect(value({ ...scoring, late: 'latePoints', latePoints: '1' }, [inTime, tooLate], {}, due)).toBe('1');
});

test('§2 thresholdRate: 86.4 % against 90 % at −0.2 a point: floor −0.6, prorata −0.72, ceil −0.8', () => {
  const sides = [{ side: 'below', at: '90', step: '1', points: '-0.2' }] as const;
  const rate = [measure('86.4')];
  expect(value({ family: 'thresholdRate', sides }, rate)).toBe('-0.6');
  expect(value({ family: 'thresholdRate', sides, stepRounding: 'prorata' }, rate)).toBe('-0.72');
  expect(value({ family: 'thresholdRate', sides, stepRounding: 'ceil' }, rate)).toBe('-0.8');
  expect(value({ family: 'thresholdRate', sides }, [measure('90')])).toBe('0');
  expect(
    value({ family: 'thresholdRate', sides, stepRounding: 'ceil' }, [measure('864', { of: '1000' })]),
  ).toBe('-0.8');
  expect(() => value({ family: 'thresholdRate', sides }, [measure('1', { of: '0' })])).toThrow('分母');
});

test('§2 thresholdRate: two sides, and points that come once', () => {
  const sides = [
    { side: 'below', at: '5', step: '1', points: '1' },
    { side: 'above', at: '10', step: '1', points: '-1' },
    { side: 'above', at: '15', points: '-3' },
  ] as const;
  expect(value({ family: 'thresholdRate', sides }, [measure('3')])).toBe('2');
  expect(value({ family: 'thresholdRate', sides }, [measure('7')])).toBe('0');
  expect(value({ family: 'thresholdRate', sides }, [measure('15')])).toBe('-5');
  expect(value({ family: 'thresholdRate', sides }, [measure('16')])).toBe('-9');
});

test('§2 controlNumber: 25 over 20, −3 first, −0.5 a full 10 %: −4 from the base, −3.5 from the first overrun', () => {
  const scoring: Scoring = { family: 'controlNumber', first: '-3', step: '10%', points: '-0.5' };
  expect(value(scoring, [measure('25')], {}, target('20'))).toBe('-4');
  expect(value({ ...scoring, stepsFrom: 'firstOverrun' }, [measure('25')], {}, target('20'))).toBe('-3.5');
  expect(value(scoring, [measure('20')], {}, target('20'))).toBe('0');
  expect(value({ ...scoring, stepsFrom: 'firstOverrun' }, [measure('21')], {}, target('20'))).toBe('-3');
});

test('§5 imported: months 88 / 90.5 / 95 at 60 % are 54.7; a month without a score is left out or 0', () => {
  const month = (quantity?: string) =>
    entry('x', { kind: 'score', ...(quantity === undefined ? {} : { quantity }) });
  const scoring: Scoring = { family: 'imported', weight: '60%' };
  expect(value(scoring, [month('88'), month('90.5'), month('95')])).toBe('54.7');
  expect(value({ family: 'imported' }, [month('88'), month(), month('95')])).toBe('91.5');
  expect(value({ family: 'imported', missing: 'zero' }, [month('88'), month(), month('95')])).toBe('61');
  expect(value({ family: 'imported' }, [month()])).toBe('notScored');
});

test('§2 tiers: the bounds say which side is included', () => {
  const scoring: Scoring = {
    family: 'tiers',
    tiers: [
      { to: '60', points: '0' },
      { from: '60', to: '90', points: '5' },
      { from: '90', points: '10' },
    ],
  };
  expect(value(scoring, [measure('59.99')])).toBe('0');
  expect(value(scoring, [measure('60')])).toBe('5');
  expect(value(scoring, [measure('90')])).toBe('10');
  const gap: Scoring = {
    family: 'tiers',
    tiers: [
      { to: '60', points: '0' },
      { from: '61', points: '5' },
    ],
  };
  expect(() => value(gap, [measure('60.5')])).toThrow('首尾相接');
  const twice: Scoring = {
    family: 'tiers',
    tiers: [
      { to: '60', includeTo: true, points: '0' },
      { from: '60', points: '5' },
    ],
  };
  expect(() => value(twice, [measure('60')])).toThrow('首尾相接');
});

const field = (values: readonly number[], scoring: Scoring) => {
  const subjects = values.map((_, i) => unit(`s${i}`));
  const entries = values.map((quantity, i) => measure(String(quantity), { subject: `s${i}` }));
  const rules = ruleSetOf([item('p', [indicator('x', scoring)])]);
  const result = evaluated(rules, factsOf(entries, { subjects }));
  return subjects.map((subject) => textOf(resultOf(result, subject.id).score));
};

test('§2 rankBased: 50 for the first, −2 a place: the 8th gets 36, the 26th 0; ties share the better place', () => {
  const scoring: Scoring = {
    family: 'rankBased',
    form: { kind: 'fromTop', first: '50', step: '-2', floor: '0' },
  };
  const points = field(
    Array.from({ length: 30 }, (_, i) => 100 - i),
    scoring,
  );
  expect([points[0], points[7], points[25], points[29]]).toEqual(['50', '36', '0', '0']);
  expect(field([9, 7, 7, 5], scoring)).toEqual(['50', '48', '48', '44']);
  expect(field([9, 7, 7, 5], { ...scoring, better: 'low' })).toEqual(['44', '48', '48', '50']);
});

test('§2 rankBased: by table, from the bottom, in proportion to the best', () => {
  expect(
    field([9, 7, 5], { family: 'rankBased', form: { kind: 'table', places: ['5', '3'], otherwise: '1' } }),
  ).toEqual(['5', '3', '1']);
  expect(
    field([9, 7, 5], { family: 'rankBased', form: { kind: 'fromBottom', last: '1', step: '2' } }),
  ).toEqual(['5', '3', '1']);
  expect(field([8, 6, 0], { family: 'rankBased', form: { kind: 'proportion', full: '20' } })).toEqual([
    '20',
    '15',
    '0',
  ]);
});

test('§2 relativeToMean: 40 % below the average −1, 50 % above +1', () => {
  const sides = [
    { side: 'below', at: '-40', points: '-1', inclusive: true },
    { side: 'above', at: '50', points: '1', inclusive: true },
  ] as const;
  expect(field([60, 100, 150, 90], { family: 'relativeToMean', sides })).toEqual(['-1', '0', '1', '0']);
});

test('§2 assessment: weighted groups, extremes dropped, an absent group shared or not scored', () => {
  const scoring: Scoring = {
    family: 'assessment',
    full: '100',
    groups: [
      { code: 'leaders', name: '领导', weight: '60%' },
      { code: 'peers', name: '同事', weight: '40%', minVotes: 3 },
    ],
  };
  const vote = (group: string, quantity: string) => entry('x', { kind: 'vote', group, quantity });
  const peers = ['70', '80', '90'].map((quantity) => vote('peers', quantity));
  expect(value(scoring, [vote('leaders', '90'), ...peers], { marks: '10' })).toBe('8.6');
  expect(value(scoring, [vote('leaders', '90'), vote('peers', '10')], { marks: '10' })).toBe('9');
  expect(value({ ...scoring, absentGroup: 'notScored' }, [vote('leaders', '90')], { marks: '10' })).toBe(
    'notScored',
  );
  const dropped = { ...scoring, dropHighest: 1, dropLowest: 1 };
  const leaders = ['0', '90', '100'].map((quantity) => vote('leaders', quantity));
  expect(value(dropped, [...leaders, ...peers], { marks: '10' })).toBe('8.6');
  expect(() => value(scoring, [vote('leaders', '101')], { marks: '10' })).toThrow('测评分');
});

test('§2 rankBased: nothing handed in counts 0 where the rule says so, and takes a place', () => {
  const scoring: Scoring = {
    family: 'rankBased',
    absent: 'zero',
    form: { kind: 'fromTop', first: '50', step: '-2' },
  };
  const rules = ruleSetOf([item('p', [indicator('x', scoring)])]);
  const subjects = ['a', 'b', 'c'].map((id) => unit(id));
  const entries = ['a', 'b'].map((subject) => measure('5', { subject }));
  const result = evaluated(rules, factsOf(entries, { subjects }));
  expect(subjects.map(({ id }) => textOf(resultOf(result, id).score))).toEqual(['50', '50', '46']);
});
