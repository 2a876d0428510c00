import { expect, test } from 'vitest';
import { checkRuleSet } from '../rules/check-rule-set.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { indicator, item, ruleSetOf } from '../test-support/small-rule-set.ts';
import { routine, withQuota, year } from '../test-support/small-year.ts';

const occurrence = { family: 'occurrence', events: [{ code: 'e', name: '迟到', points: '-1' }] } as const;
const refusals = (more: Partial<RuleSet>) =>
  checkRuleSet(
    ruleSetOf([item('p', [indicator('x', occurrence)])], { grading: { grades: routine }, ...more }),
  );
const faults = (more: Partial<RuleSet>) => refusals(more).map(({ code, path }) => `${code} ${path}`);

test('R9 a sound year and sound lists pass, by code or by name', () => {
  expect(faults({ year })).toEqual([]);
  expect(faults({ year: { ...year, countedGrade: '好', allWorstProposal: '不称职' } })).toEqual([]);
  expect(faults({ lists: { commendation: { gradeFloor: 'b' } } })).toEqual([]);
  expect(faults({ year, lists: { commendation: { gradeFloor: '称职' } } })).toEqual([]);
  expect(faults({ lists: {} })).toEqual([]);
});

test('R9 every grade the year names must exist', () => {
  const wrong = {
    ...year,
    barredBy: ['c', 'x1'],
    countedGrade: 'x2',
    lowGrades: ['x3'],
    worstGrade: 'x4',
    lowProposals: ['C', 'c'],
    allWorstProposal: 'd',
  };
  expect(faults({ year: wrong })).toEqual([
    'gradeUnknown year.barredBy[1]',
    'gradeUnknown year.countedGrade',
    'gradeUnknown year.lowGrades[0]',
    'gradeUnknown year.worstGrade',
    'gradeUnknown year.lowProposals[1]',
    'gradeUnknown year.allWorstProposal',
  ]);
  expect(refusals({ year: wrong })[0]?.message).toBe(
    'year.barredBy[1] 的等次“x1”不在 grading.grades 中，请核对',
  );
  expect(refusals({ year: wrong })[4]?.message).toContain('year.grades');
});

test('R9 shares and rates lie between 0 and 1', () => {
  const share = (lowShare: string) => faults({ year: { ...year, lowShare } });
  expect([share('0'), share('1/2'), share('1'), share('-1/2'), share('half')]).toEqual([
    [],
    [],
    ['shareOutOfRange year.lowShare'],
    ['shareOutOfRange year.lowShare'],
    ['shareOutOfRange year.lowShare'],
  ]);
  expect(refusals({ year: { ...year, lowShare: '1' } })[0]?.message).toBe(
    'year.lowShare 的“1”应在 0 和 1 之间，例如 1/2',
  );
  expect(faults({ year: { ...year, quota: { rate: '2', raisedRate: '25' } } })).toEqual([
    'rateOutOfRange year.quota.rate',
    'rateOutOfRange year.quota.raisedRate',
  ]);
  expect(faults({ quota: { grade: 'a', rate: '40' } })).toEqual(['rateOutOfRange quota.rate']);
  expect(faults({ quota: { grade: 'a', rate: '40%' }, year: withQuota })).toEqual([]);
});

test('P17 the grade floor of a commendation must exist', () => {
  const [refusal] = refusals({ lists: { commendation: { gradeFloor: '合格', clause: 'c' } } });
  expect(refusal).toEqual({
    code: 'gradeUnknown',
    path: 'lists.commendation.gradeFloor',
    message: 'lists.commendation.gradeFloor 的等次“合格”不在 grading.grades 或 year.grades 中，请核对',
    clause: 'c',
  });
  const none = ruleSetOf([item('p', [indicator('x', occurrence)])], {
    lists: { commendation: { gradeFloor: 'b' } },
  });
  expect(checkRuleSet(none).map(({ code }) => code)).toEqual(['gradeUnknown']);
});

test('X7 clauses of the year, the lists and the procedure must be there to be read; codes are unique', () => {
  const [first] = year.grades;
  const twice = first === undefined ? [] : [{ ...first, clause: 'z1' }, ...year.grades];
  const pools = [
    { code: 'p', name: '领导' },
    { code: 'p', name: '辅警' },
  ];
  expect(
    faults({
      year: { ...year, grades: twice, clause: 'z2', quota: { rate: '0.2', clause: 'z3', pools } },
      lists: {
        zeroList: { clause: 'z4' },
        commendation: { clause: 'z5' },
        streaks: [{ among: 'last', years: 2, proposal: '调整', clause: 'z6' }],
      },
      procedure: { clause: 'z7' },
    }).sort(),
  ).toEqual([
    'clauseUnknown lists.commendation.clause',
    'clauseUnknown lists.streaks[0].clause',
    'clauseUnknown lists.zeroList.clause',
    'clauseUnknown procedure.clause',
    'clauseUnknown year.clause',
    'clauseUnknown year.grades[0].clause',
    'clauseUnknown year.quota.clause',
    'codeDuplicate year.grades[1].code',
    'codeDuplicate year.quota.pools[1].code',
  ]);
});
