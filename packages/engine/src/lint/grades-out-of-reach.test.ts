import { expect, test } from 'vitest';
import type { Grade } from '../rules/appraisal-rules.ts';
import type { Scoring } from '../rules/scoring.ts';
import { briefOf, lintOf, proven } from '../test-support/lint-codes.ts';
import { item } from '../test-support/small-rule-set.ts';

const minus: Scoring = { family: 'occurrence', events: [{ code: 'e', name: '扣分', points: '-1' }] };
const grade = (name: string, from?: string): Grade => ({
  code: name,
  name,
  ...(from === undefined ? {} : { from }),
});
const items = [item('p', [proven('x', minus)], { marks: '100' })];
const percentage = { mode: 'percentage' as const, totalMarks: '100' };
const graded = (...grades: readonly Grade[]) =>
  briefOf(lintOf(items, { ...percentage, grading: { grades } }));

test('X6 lines of grades that do not fall are named', () => {
  expect(graded(grade('好', '90'), grade('较好', '80'), grade('一般', '60'), grade('较差'))).toEqual([]);
  expect(graded(grade('好', '90'), grade('较好', '90'), grade('较差'))).toEqual([
    'gradeLinesNotFalling grading.grades[1].from 90',
  ]);
  const [finding] = lintOf(items, {
    ...percentage,
    grading: { grades: [grade('好', '80'), { ...grade('较好', '90'), clause: 'c' }, grade('较差')] },
  });
  expect(finding).toMatchObject({ code: 'gradeLinesNotFalling', name: '较好', clause: 'c' });
  expect(finding?.reason).toContain('还高');
  expect(graded(grade('好', '90'), grade('无线'), grade('较好', '90'), grade('较差'))).toHaveLength(1);
});

test('X6 a line above what the total can come to, or at its bottom, is named', () => {
  expect(graded(grade('好', '101'), grade('较差'))).toEqual(['gradeOutOfReach grading.grades[0].from 101']);
  expect(graded(grade('好', '100'), grade('较差'))).toEqual([]);
  expect(graded(grade('好', '90'), grade('一般', '0'), grade('较差'))).toEqual([
    'gradeOutOfReach grading.grades[1].from 0',
  ]);
  expect(graded(grade('好', '90'), grade('一般', '1'), grade('较差'))).toEqual([]);
  expect(graded(grade('好', '90'), grade('较差', '0'))).toEqual([]);
  const endless = lintOf([item('p', [proven('x', { family: 'imported' })])], {
    grading: { grades: [grade('好', '900'), grade('较差')] },
  });
  expect(endless).toEqual([]);
});

test('X6 lines of the year’s grades are looked at as well', () => {
  const year = {
    barredBy: [],
    countedGrade: '好',
    lowGrades: [],
    lowProposals: [],
    worstGrade: '较差',
    allWorstProposal: '不称职',
  };
  const grades = [grade('优秀', '80'), grade('称职', '80'), grade('不称职')];
  expect(briefOf(lintOf(items, { ...percentage, year: { ...year, grades } }))).toEqual([
    'gradeLinesNotFalling year.grades[1].from 80',
  ]);
});

test('X6 a red line that nobody can cross is named', () => {
  const red = (below: string) =>
    lintOf(items, { ...percentage, redLine: { below, task: '书面检查', dueWorkingDays: 5, clause: 'c' } });
  expect(red('0')).toMatchObject([
    { code: 'redLineNeverCrossed', path: 'redLine.below', words: ['0'], clause: 'c' },
  ]);
  expect(red('1')).toEqual([]);
  const open = [item('p', [proven('x', minus)])];
  expect(lintOf(open, { redLine: { below: '-50', task: '书面检查', dueWorkingDays: 5 } })).toEqual([]);
});
