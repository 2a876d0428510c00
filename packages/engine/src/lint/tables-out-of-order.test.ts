import { expect, test } from 'vitest';
import type {
  AssessmentScoring,
  ControlNumberScoring,
  RankForm,
  Scoring,
  ThresholdSide,
  Tier,
} from '../rules/scoring.ts';
import { briefOf, lintIndicatorOf } from '../test-support/lint-codes.ts';

const AT = 'modules[0].items[0].indicators[0].scoring';
const found = (scoring: Scoring, marks?: string) =>
  briefOf(lintIndicatorOf(scoring, marks === undefined ? {} : { marks }));

test('X6 tiers that overlap, leave a gap or give a bound to both or to none are named', () => {
  const tiers = (...rows: readonly Tier[]) => found({ family: 'tiers', tiers: rows });
  const low = { to: '80', points: '0' };
  const high = { from: '80', points: '2' };
  const finding = [`tiersNotContiguous ${AT}.tiers[1] 1 2`];
  expect(tiers(low, high)).toEqual([]);
  expect(tiers(low, { ...high, from: '81' })).toEqual(finding);
  expect(tiers(low, { ...high, from: '79' })).toEqual(finding);
  expect(tiers({ ...low, includeTo: true }, high)).toEqual(finding);
  expect(tiers({ ...low, includeTo: true }, { ...high, includeFrom: false })).toEqual([]);
  expect(tiers(low, { ...high, includeFrom: false })).toEqual(finding);
  expect(tiers({ points: '0' }, high)).toEqual(finding);
  expect(tiers(low, { points: '2' })).toEqual(finding);
});

test('X6 two tiers of the same points are named', () => {
  const rows = (points: string): Scoring => ({
    family: 'tiers',
    tiers: [
      { to: '80', points: '1' },
      { from: '80', points },
    ],
  });
  expect(found(rows('1'))).toEqual([`tiersEqual ${AT}.tiers[1] 1 2`]);
  expect(found(rows('2'))).toEqual([]);
  expect(found(rows('x'))).toEqual([]);
});

test.each<readonly [readonly string[], number]>([
  [['2', '3', '5'], 0],
  [['5', '3', '2'], 0],
  [['2', '3', '3'], 0],
  [['3', '3', '2'], 0],
  [['2', '5', '3'], 1],
  [['3', '3'], 1],
  [['3'], 0],
  [['-1', '-2'], 0],
])('X6 rungs of %j points give %i findings', (points, count) => {
  const events = points.map((each, at) => ({ code: `e${at}`, name: `级${at}`, points: each }));
  const findings = found({ family: 'ladder', events });
  expect(findings).toEqual(count === 0 ? [] : [`rungsNotRising ${AT}.events ${points.join(' ')}`]);
});

test('X6 a later occurrence that weighs less than an earlier one is named', () => {
  const steps = (...points: readonly string[]) =>
    found({ family: 'escalation', steps: points.map((each) => ({ points: each })) });
  expect(steps('-3', '-5')).toEqual([]);
  expect(steps('-3', '-3')).toEqual([]);
  expect(steps('-3', '-2')).toEqual([`stepsNotRising ${AT}.steps[1].points 2`]);
  expect(steps('-3', 'x', '-2')).toEqual([]);
});

test('X6 a control number that rewards overruns, or whose first step is free, is named', () => {
  const control = (more: Partial<ControlNumberScoring>) =>
    found({ family: 'controlNumber', step: '10%', points: '-0.5', ...more });
  expect(control({})).toEqual([]);
  expect(control({ points: '0.5' })).toEqual([`overrunRewarded ${AT}.points`]);
  expect(control({ first: '3' })).toEqual([`overrunRewarded ${AT}.points`]);
  expect(control({ stepsFrom: 'firstOverrun' })).toEqual([`firstStepFree ${AT}.first`]);
  expect(control({ stepsFrom: 'firstOverrun', first: '0' })).toEqual([`firstStepFree ${AT}.first`]);
  expect(control({ stepsFrom: 'firstOverrun', first: '-3' })).toEqual([]);
  expect(control({ stepsFrom: 'base' })).toEqual([]);
});

test.each<readonly [ThresholdSide['side'], string, Partial<ThresholdSide>, number]>([
  ['below', '1', {}, 0],
  ['below', '0', {}, 1],
  ['below', '0', { inclusive: true }, 0],
  ['below', '0', { inclusive: true, step: '1' }, 1],
  ['below', '-1', { inclusive: true }, 1],
  ['above', '99', {}, 0],
  ['above', '100', {}, 1],
  ['above', '100', { inclusive: true }, 0],
  ['above', '101', { inclusive: true }, 1],
  ['above', 'x', {}, 0],
])('X6 a rate %s %s (%j) can be reached or not', (side, at, more, count) => {
  const scoring: Scoring = { family: 'thresholdRate', sides: [{ side, at, points: '-1', ...more }] };
  const findings = lintIndicatorOf(scoring).filter((finding) => finding.code === 'thresholdNeverReached');
  expect(findings.map((finding) => finding.path)).toEqual(count === 0 ? [] : [`${AT}.sides[0].at`]);
});

test('X6 only rates in percent end at 100; a deviation ends at −100', () => {
  const side = (which: 'below' | 'above', at: string) => ({ side: which, at, points: '-1' });
  const rate = (unit: string) => found({ family: 'thresholdRate', unit, sides: [side('above', '200')] });
  expect(rate('件')).toEqual([]);
  expect(rate('%')).toEqual([`thresholdNeverReached ${AT}.sides[0].at 200`]);
  const mean = (which: 'below' | 'above', at: string) =>
    found({ family: 'relativeToMean', sides: [side(which, at)] });
  expect(mean('below', '-100')).toEqual([`thresholdNeverReached ${AT}.sides[0].at -100`]);
  expect(mean('below', '-99')).toEqual([]);
  expect(mean('above', '300')).toEqual([]);
});

test('X6 voting groups whose weights do not sum, or whose votes are all dropped, are named', () => {
  const group = { code: 'g', name: '群众', weight: '1' };
  const votes = (more: Partial<AssessmentScoring>) =>
    found({ family: 'assessment', full: '100', groups: [group], ...more }, '10');
  expect(votes({})).toEqual([]);
  expect(votes({ groups: [{ ...group, weight: '60%' }] })).toEqual([`weightsDoNotSum ${AT}.groups 0.6`]);
  expect(
    votes({
      groups: [
        { ...group, weight: '60%' },
        { ...group, code: 'h', weight: '40%' },
      ],
    }),
  ).toEqual([]);
  expect(votes({ dropHighest: 1 })).toEqual([`votesAllDropped ${AT}.groups g`]);
  expect(votes({ dropLowest: 1, groups: [{ ...group, minVotes: 1 }] })).toEqual([
    `votesAllDropped ${AT}.groups g`,
  ]);
  expect(votes({ dropHighest: 1, dropLowest: 1, groups: [{ ...group, minVotes: 3 }] })).toEqual([]);
  expect(votes({ dropHighest: 1, dropLowest: 1, groups: [{ ...group, minVotes: 2 }] })).toHaveLength(1);
});

test('X6 places that are worth more the lower they are are named', () => {
  const rank = (form: RankForm) => found({ family: 'rankBased', form });
  const finding = [`rankRises ${AT}.form`];
  expect(rank({ kind: 'fromTop', first: '5', step: '2' })).toEqual(finding);
  expect(rank({ kind: 'fromTop', first: '5', step: '-2' })).toEqual([]);
  expect(rank({ kind: 'fromBottom', last: '1', step: '-2' })).toEqual(finding);
  expect(rank({ kind: 'fromBottom', last: '1', step: '2' })).toEqual([]);
  expect(rank({ kind: 'table', places: ['3', '2'], otherwise: '0' })).toEqual([]);
  expect(rank({ kind: 'table', places: ['2', '3'], otherwise: '0' })).toEqual(finding);
  expect(rank({ kind: 'table', places: ['2'], otherwise: '3' })).toEqual(finding);
  expect(rank({ kind: 'proportion', full: '10' })).toEqual([]);
});
