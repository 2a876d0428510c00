import { describe, expect, test } from 'vitest';
import { exact } from '../kernel/exact-text.ts';
import { NOT_SCORED } from '../kernel/score.ts';
import { cycles, one, person, propose, routine, rules, year } from '../test-support/small-year.ts';
import { proposeYearGrades } from './propose-year-grades.ts';
import { gradeCode } from './year-record.ts';

describe('R9 §11 candidates for the first grade', () => {
  test('R9 three times 好 stand before two; one 一般 is out', () => {
    const proposals = propose([person('two', 'aabb'), person('out', 'aaac'), person('three', 'aaba')]);
    expect(proposals.map(({ subject, kind, place, options }) => [subject, kind, place, options])).toEqual([
      ['two', 'candidate', 2, ['A']],
      ['out', 'ordinary', null, ['B']],
      ['three', 'candidate', 1, ['A']],
    ]);
    expect(proposals[0]?.reason).toBe('平时考核 4 次：好 2 次、较好 2 次；列优秀候选第 2 位');
    expect(proposals[1]?.reason).toBe('平时考核 4 次：好 3 次、一般 1 次；有一般，不作优秀候选');
  });

  test('R9 equal numbers of 好 are ordered by the mean of the scores; equals share a place', () => {
    const proposals = propose([
      person('p', 'ab', ['90', '80']),
      person('q', 'ab', ['91.5', '81']),
      person('r', 'ab', ['85', '85']),
    ]);
    expect(proposals.map((own) => own.place)).toEqual([2, 1, 2]);
    expect(proposals[0]?.reason).toBe(
      '平时考核 2 次：好 1 次、较好 1 次，平均 85 分；列优秀候选第 2 位（并列）',
    );
    expect(proposals[1]?.reason).toContain('平均 86.25 分；列优秀候选第 1 位');
    expect(proposals[1]?.reason).not.toContain('并列');
    expect(proposals[0]?.clause).toBeNull();
  });

  test('R9 a sanction bars too, and says so; the clause goes with the proposal', () => {
    const own = rules({ ...year, clause: '第二十一条' });
    expect(one('aaaa', [], { bars: ['2026 年受警告处分'] }, own)).toMatchObject({
      kind: 'ordinary',
      options: ['B'],
      reason: '平时考核 4 次：好 4 次；2026 年受警告处分，不作优秀候选',
      clause: '第二十一条',
    });
    expect(one('aacd', [], { bars: ['受警告处分'] }).reason).toContain(
      '有一般、有较差、受警告处分，不作优秀候选',
    );
  });
});

describe('R9 §11 more than half of the assessed cycles low', () => {
  const kinds = (list: readonly string[]) => list.map((grades) => one(grades).kind);
  test('R9 of four three are enough and two are not; of three two; of two two', () => {
    expect(kinds(['aacc', 'accc', 'aac', 'acd', 'ac', 'cd', 'c'])).toEqual([
      'ordinary',
      'low',
      'ordinary',
      'low',
      'ordinary',
      'low',
      'low',
    ]);
  });

  test('R9 a cycle without a grade is not an assessed one', () => {
    expect(one('ac.c')).toMatchObject({ kind: 'low', assessed: 3, low: 2 });
    expect(one('....')).toMatchObject({ kind: 'undetermined', options: [], assessed: 0 });
    expect(one('').reason).toBe('本年度没有定过等次的平时考核，请人工提出');
  });

  test('R9 it proposes one of two grades and says why', () => {
    expect(one('bccd', ['80', '70', '60', null])).toEqual({
      subject: 'x',
      kind: 'low',
      options: ['C', 'D'],
      assessed: 4,
      low: 3,
      counted: 0,
      mean: exact('70'),
      place: null,
      reason:
        '平时考核 4 次：较好 1 次、一般 2 次、较差 1 次，平均 70 分；一般或较差共 3 次，超过 0.5，应定为基本称职或不称职',
      clause: null,
    });
  });

  test('R9 every cycle the worst: the worst annual grade may follow', () => {
    expect(one('ddd')).toMatchObject({
      kind: 'low',
      options: ['D', 'C'],
      reason: '平时考核 3 次：较差 3 次；全部为较差，可以定为不称职',
    });
    expect(one('ddc').options).toEqual(['C', 'D']);
  });

  test('R9 ⚙ the share is a parameter; a wrong one is refused', () => {
    const share = (lowShare: string) => rules({ ...year, lowShare });
    expect(one('aaac', [], {}, share('1/5')).kind).toBe('low');
    expect(one('aaac', [], {}, share('1/4')).kind).toBe('ordinary');
    expect(proposeYearGrades(share('half'), { officers: [], quotas: [] })).toMatchObject({
      refusals: [
        { code: 'numberMalformed', path: 'year.lowShare', message: expect.stringContaining('“half”') },
      ],
    });
  });
});

test('R9 §8 without a grade by status there is no proposal', () => {
  const reasons = (['commentOnly', 'noGrade', 'deferred', 'offList'] as const).map((outcome) => {
    const { kind, options, reason } = one('aaaa', [], { outcome });
    return [kind, options, reason];
  });
  expect(reasons).toEqual([
    ['notGraded', [], '只写评语，不确定等次'],
    ['notGraded', [], '参加考核，不确定等次'],
    ['notGraded', [], '暂不确定等次，以后补定'],
    ['notGraded', [], '不参加本年度考核'],
  ]);
  expect(one('aaaa', [], { outcome: 'graded' }).kind).toBe('candidate');
});

test('R9 a rule set without a year, or without routine grades', () => {
  expect(proposeYearGrades({ grading: { grades: routine } }, { officers: [], quotas: [] })).toMatchObject({
    refusals: [{ code: 'yearRulesMissing', path: 'year', message: expect.stringContaining('year') }],
  });
  const result = proposeYearGrades({ year }, { officers: [person('x', 'ab')], quotas: [] });
  expect(result).toMatchObject({ value: [{ reason: expect.stringContaining('a 1 次、b 1 次') }] });
});

test('R9 grades may be written by name, in the rules and in the cycles', () => {
  const named = rules({
    ...year,
    barredBy: ['一般'],
    countedGrade: '好',
    lowGrades: ['一般', '较差'],
    worstGrade: '较差',
    lowProposals: ['基本称职', '不称职'],
    allWorstProposal: '不称职',
  });
  const officers = ['好', '一般', '较差', 'c'].map((grade, at) => ({
    ...person(`p${at}`, ''),
    cycles: [{ cycle: 'Q1', grade, score: NOT_SCORED }, ...cycles('b')],
  }));
  expect(propose(officers, named).map((own) => [own.kind, own.counted])).toEqual([
    ['candidate', 1],
    ['ordinary', 0],
    ['candidate', 0],
    ['ordinary', 0],
  ]);
  expect(one('dd', [], {}, named).options).toEqual(['D', 'C']);
  expect(one('cd', [], {}, named).options).toEqual(['C', 'D']);
  expect([gradeCode(routine, '好'), gradeCode(routine, 'b'), gradeCode(routine, 'z')]).toEqual([
    'a',
    'b',
    'z',
  ]);
});
