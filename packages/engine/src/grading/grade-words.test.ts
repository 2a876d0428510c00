import { expect, test } from 'vitest';
import { exact } from '../kernel/exact-text.ts';
import { EXEMPT, NOT_SCORED, scored } from '../kernel/score.ts';
import type { FactEntry, Facts } from '../rules/facts.ts';
import { decision, QUOTA, routineRules } from '../test-support/routine-rules.ts';
import { entry, evaluated, factsOf, resultOf } from '../test-support/small-rule-set.ts';
import { gradeSentence, gradeWords } from './grade-words.ts';

const scarce = routineRules({ quota: QUOTA });
const plain = routineRules();

function words(points: string | null, more: Partial<Facts> = {}, rules = plain, events: FactEntry[] = []) {
  const entries = points === null ? [] : [entry('points', { quantity: points })];
  const result = evaluated(rules, factsOf([...entries, ...events], more));
  const grade = result.grades[0];
  if (grade === undefined) throw new Error('no grade');
  return gradeWords(rules, grade, resultOf(result).score);
}
const event = (kind: string) => [entry(kind, { id: 'n7' })];

test('X1 94 points under a ceiling are told in one sentence', () => {
  const rules = routineRules({ quota: QUOTA });
  const result = evaluated(rules, factsOf([entry('points', { quantity: '94' }), ...event('gradeCeiling')]));
  const grade = result.grades[0];
  expect(grade === undefined ? '' : gradeSentence(rules, grade, scored(exact('94')))).toBe(
    '94 分，达到“好”的分数线 90；后果gradeCeiling，等次最高为“一般”；定为“一般”，不占“好”名额。',
  );
});

test('X1 without a scarce grade nothing is said about a quota; the last grade has no line', () => {
  expect(words('80')).toEqual(['80 分，达到“较好”的分数线 75', '定为“较好”']);
  expect(words('50')).toEqual(['50 分，归入“较差”', '定为“较差”']);
  expect(words('80', {}, scarce).at(-1)).toBe('定为“较好”，不占“好”名额');
});

test('X1 nomination and its absence are told', () => {
  expect(words('94', {}, scarce)).toEqual([
    '94 分，达到“好”的分数线 90',
    '未被提名“好”，按“较好”',
    '定为“较好”，不占“好”名额',
  ]);
  const gradeDecisions = [decision('nomination', '好')];
  expect(words('94', { gradeDecisions }, scarce).slice(1)).toEqual(['提名“好”', '定为“好”，占“好”名额']);
});

test('X1 decisions are told with their step and reason', () => {
  const gradeDecisions = [
    decision('leader', '一般', '多次推诿'),
    decision('committee', '较好', '核实后改回'),
    decision('confirmation', '较好'),
  ];
  expect(words('80', { gradeDecisions }).slice(1, 4)).toEqual([
    '领导意见定为“一般”，理由：多次推诿',
    '考核委决定定为“较好”，理由：核实后改回',
    '核准定为“较好”',
  ]);
});

test('X1 a status and what it leaves of a grade are told', () => {
  const of = (status: string) => words('80', { statuses: [{ subject: 'a', status }] });
  expect(of('probation')).toEqual(['情形为试用期', '只写评语，不确定等次']);
  expect(of('longLeave')).toEqual(['情形为病事假过半', '不确定等次']);
  expect(of('investigated')).toEqual(['情形为立案审查', '暂不写评语、不确定等次，结案后补定']);
  expect(of('left')).toEqual(['情形为退休调出', '不列入考核名单，不计入基数']);
  expect(of('training')[0]).toBe('情形为学习培训');
});

test('X1 effects are told by the indicator, the sanction, the legal basis, or their id', () => {
  expect(words('80', {}, plain, event('zeroTotal'))[0]).toBe('后果zeroTotal：总分记零分');
  expect(words('80', {}, plain, event('zeroItem'))[0]).toBe('后果zeroItem：项目记零分');
  expect(words('80', {}, plain, event('manualReview'))).toEqual([
    '后果manualReview：提请人工审核，须由领导写明理由决定',
    '80 分，达到“较好”的分数线 75',
    '等次待人工审核后确定',
  ]);
  const sanctions = [{ id: 'p1', subject: 'a', sanction: 'demerit', on: '2026-09-01' }];
  expect(words('80', { sanctions })).toEqual(['记过：不确定等次', '只写评语，不确定等次']);
  const fact = { subject: 'a', id: 'x9', kind: 'noGrade' } as const;
  expect(words('80', { effects: [fact] })[0]).toBe('x9：不确定等次');
  expect(words('80', { effects: [{ ...fact, basis: '处分决定' }] })[0]).toBe('处分决定：不确定等次');
});

test('X1 what is not scored waits; what is exempt has no grade', () => {
  const result = evaluated(
    plain,
    factsOf([], { subjects: [{ id: 'a', kind: 'unit', code: 'a', status: 'notScored' }] }),
  );
  const grade = result.grades[0];
  if (grade === undefined) throw new Error('no grade');
  expect(gradeWords(plain, grade, NOT_SCORED)).toEqual(['尚未评分，等次待定']);
  expect(gradeWords(plain, { ...grade, waitsFor: null, outcome: 'noGrade' }, EXEMPT)).toEqual(['不确定等次']);
});

test('X1 annual grades are called by name too', () => {
  const year = {
    grades: [{ code: 'best', name: '优秀' }],
    barredBy: [],
    countedGrade: 'good',
    lowGrades: [],
    lowProposals: [],
    worstGrade: 'poor',
    allWorstProposal: 'best',
  };
  const { grading: _, ...annual } = routineRules({ year });
  const grade = evaluated(plain, factsOf([entry('points', { quantity: '80' })])).grades[0];
  if (grade === undefined) throw new Error('no grade');
  const threshold = [{ kind: 'threshold', from: null, to: 'best' }] as const;
  expect(gradeWords(annual, { ...grade, grade: 'best', steps: threshold }, NOT_SCORED)).toEqual([
    '尚未评分，归入“优秀”',
    '定为“优秀”',
  ]);
});
