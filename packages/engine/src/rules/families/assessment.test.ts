import { expect, test } from 'vitest';
import { refusalsOf, scoreOf } from '../../test-support/one-family.ts';
import { entry } from '../../test-support/small-rule-set.ts';
import type { AssessmentGroup, AssessmentScoring } from '../scoring.ts';

const groups: readonly AssessmentGroup[] = [
  { code: 'leaders', name: '班子', weight: '60%' },
  { code: 'peers', name: '同事', weight: '40%' },
];
const survey = (more: Partial<AssessmentScoring> = {}): AssessmentScoring => ({
  family: 'assessment',
  full: '100',
  groups,
  ...more,
});
const own = { marks: '10' };
const votes = (group: string, ...quantities: readonly string[]) =>
  quantities.map((quantity, at) => entry('x', { id: `${group}${at}`, kind: 'vote', group, quantity }));

test('§2 assessment: the weighted mean of the groups on the scale of the marks, with every operand', () => {
  const cast = [...votes('leaders', '90', '80'), ...votes('peers', '70')];
  expect(scoreOf(survey(), cast, { own })).toEqual({
    amount: '7.9',
    absolute: true,
    measured: '79',
    facts: { actual: '79', votes: 3, voteFull: '100', full: '10' },
  });
  expect(scoreOf(survey({ full: '50' }), votes('leaders', '40'), { own })).toMatchObject({ amount: '8' });
});

test('§2 assessment ⚙dropHighest, ⚙dropLowest: the extremes of each group are dropped by size, not by order', () => {
  const cast = votes('leaders', '100', '70', '9', '80');
  const measured = (more: Partial<AssessmentScoring>) => scoreOf(survey(more), cast, { own });
  expect(measured({})).toMatchObject({ measured: '64.75' });
  expect(measured({ dropHighest: 1 })).toMatchObject({ measured: '53' });
  expect(measured({ dropLowest: 1 })).toMatchObject({ measured: '250/3' });
  expect(measured({ dropHighest: 1, dropLowest: 2 })).toMatchObject({ measured: '80' });
  expect(measured({ dropHighest: 2, dropLowest: 2 })).toBe('notScored');
  expect(measured({ dropHighest: 3, dropLowest: 2 })).toBe('notScored');
});

test('§2 assessment ⚙minVotes: with fewer votes a group counts as absent', () => {
  const strict = survey({ groups: groups.map((group) => ({ ...group, minVotes: 2 })) });
  const cast = [...votes('leaders', '90', '80'), ...votes('peers', '10')];
  expect(scoreOf(strict, cast, { own })).toMatchObject({ measured: '85' });
  const even = [...votes('leaders', '90', '80'), ...votes('peers', '10', '10')];
  expect(scoreOf(strict, even, { own })).toMatchObject({ measured: '55' });
  const none = survey({ groups: groups.map((group) => ({ ...group, minVotes: 0 })) });
  expect(scoreOf(none, votes('leaders', '90'), { own })).toMatchObject({ measured: '90' });
});

test('§2 assessment ⚙absentGroup: its weight goes to the others, or nothing is scored', () => {
  expect(scoreOf(survey(), votes('peers', '90'), { own })).toMatchObject({ amount: '9' });
  expect(scoreOf(survey({ absentGroup: 'share' }), votes('peers', '90'), { own })).toMatchObject({
    amount: '9',
  });
  expect(scoreOf(survey({ absentGroup: 'notScored' }), votes('peers', '90'), { own })).toBe('notScored');
  const both = [...votes('leaders', '90'), ...votes('peers', '80')];
  expect(scoreOf(survey({ absentGroup: 'notScored' }), both, { own })).toMatchObject({ amount: '8.6' });
  expect(scoreOf(survey(), [], { own })).toBe('notScored');
});

test('§1 assessment: a ballot without a mark is no vote of 0', () => {
  const blank = entry('x', { kind: 'vote', group: 'leaders' });
  expect(scoreOf(survey(), [blank, ...votes('leaders', '90')], { own })).toMatchObject({ measured: '90' });
  expect(scoreOf(survey(), [blank], { own })).toBe('notScored');
});

test('§2 assessment: a vote lies between 0 and the full mark, both included', () => {
  expect(scoreOf(survey(), votes('leaders', '0'), { own })).toMatchObject({ measured: '0' });
  expect(scoreOf(survey(), votes('leaders', '100'), { own })).toMatchObject({ measured: '100' });
  for (const wrong of ['-0.01', '100.01']) {
    expect(scoreOf(survey(), votes('leaders', wrong), { own })).toEqual([
      {
        code: 'voteOutside',
        path: 'entries[leaders0].quantity',
        message: '记录 leaders0 的测评分不在 0 与单票满分之间',
      },
    ]);
  }
  expect(scoreOf(survey(), votes('leaders', '九十'), { own })).toMatchObject([
    { code: 'numberMalformed', path: 'entries[leaders0].quantity' },
  ]);
});

test('§2 assessment: whoever votes belongs to a group of the rule', () => {
  const message = (group: string) => `记录 e 的测评主体“${group}”不在指标“指标x”之内`;
  const of = (more: object) =>
    scoreOf(survey(), [entry('x', { id: 'e', kind: 'vote', quantity: '9', ...more })], { own });
  expect(of({ group: 'guests' })).toEqual([
    { code: 'groupUnknown', path: 'entries[e].group', message: message('guests') },
  ]);
  expect(of({})).toEqual([{ code: 'groupUnknown', path: 'entries[e].group', message: message('') }]);
});

test('§2 assessment: marks are needed, the full mark of a vote lies above zero, weights are rates', () => {
  expect(refusalsOf(survey())).toMatchObject([
    { code: 'marksMissing', message: '指标“指标x”采用“民主测评”，必须写明分值 marks' },
  ]);
  for (const full of ['0', '-1']) {
    expect(refusalsOf(survey({ full }), own)).toEqual([
      { code: 'fullNotPositive', path: 'i.scoring.full', message: '指标“指标x”的单票满分必须大于 0' },
    ]);
  }
  expect(refusalsOf(survey({ full: '0.5' }), own)).toEqual([]);
  const wrong = survey({ full: '满', groups: [{ code: 'g', name: '组', weight: '多' }] });
  expect(refusalsOf(wrong, own).map(({ path }) => path)).toEqual([
    'i.scoring.full',
    'i.scoring.full',
    'i.scoring.groups[0].weight',
  ]);
});
