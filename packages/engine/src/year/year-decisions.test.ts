import { describe, expect, test } from 'vitest';
import { exact, toText } from '../kernel/exact-text.ts';
import {
  cycles,
  person,
  propose,
  quotaOf,
  routine,
  rules,
  withQuota,
  year,
} from '../test-support/small-year.ts';
import { decideYearGrade } from './decide-year-grade.ts';
import { orderCandidates } from './order-candidates.ts';
import { proposeYearGrades } from './propose-year-grades.ts';
import { countOf, yearRecord } from './year-record.ts';

test('R9 the order of candidates: number, then mean, then none; equals are listed by code', () => {
  const candidate = (subject: string, counted: number, mean: string | null) => ({
    subject,
    code: subject,
    counted,
    mean: mean === null ? null : exact(mean),
  });
  const candidates = [
    candidate('e', 2, null),
    candidate('d', 2, null),
    candidate('c', 2, '80'),
    candidate('b', 2, '90'),
    candidate('a', 3, null),
  ];
  for (const given of [candidates, candidates.toReversed()]) {
    const placed = orderCandidates(given);
    expect(placed.map(({ subject, place, shared }) => [subject, place, shared])).toEqual([
      ['a', 1, false],
      ['b', 2, false],
      ['c', 3, false],
      ['d', 4, true],
      ['e', 4, true],
    ]);
  }
});

test('§1 the mean of the year is rounded once, to what is printed; absent scores are left out', () => {
  const mean = (scores: readonly (string | null)[], rounding?: Parameters<typeof yearRecord>[2]) => {
    const { mean: value } = yearRecord(cycles('aaaa', scores), routine, rounding);
    return value === null ? null : toText(value);
  };
  expect(mean(['92.5', '88.25', '95', '90.1'])).toBe('91.46');
  expect(mean(['92.5', '88.25', '95', '90.1'], 'none')).toBe('91.4625');
  expect(mean(['92.5', '88.25', '95', '90.1'], { digits: 1, mode: 'floor' })).toBe('91.4');
  expect(mean(['90', null, '94'])).toBe('92');
  expect(mean([])).toBeNull();
  const record = yearRecord(cycles('aab.'), routine);
  expect([...record.counts]).toEqual([
    ['a', 2],
    ['b', 1],
    ['c', 0],
    ['d', 0],
  ]);
  expect([countOf(record, ['a', 'b']), countOf(record, ['a', 'a']), countOf(record, ['z'])]).toEqual([
    3, 2, 0,
  ]);
});

describe('R9 §10 the annual quota of the first grade', () => {
  const ten = [...'abcdefghij'].map((subject, at) => person(subject, 'aa', [`${95 - at}`, `${95 - at}`]));
  test('R9 it is filled in order; who stands beyond the cap gets the second grade', () => {
    const proposals = propose(ten, rules(withQuota), [quotaOf(10)]);
    expect(proposals.map((own) => own.options.join())).toEqual([
      'A',
      'A',
      'B',
      'B',
      'B',
      'B',
      'B',
      'B',
      'B',
      'B',
    ]);
    expect(proposals[1]?.reason).toContain('；列优秀候选第 2 位，名额 2 人以内');
    expect(proposals[2]?.reason).toContain('；列优秀候选第 3 位，在名额 2 人之外');
  });

  test('R9 a tie at the cut is left to the leader: both grades are open', () => {
    const tied = ten.map((own, at) => (at === 2 ? { ...own, cycles: cycles('aa', ['94', '94']) } : own));
    const proposals = propose(tied, rules(withQuota), [quotaOf(10)]);
    expect(proposals.slice(0, 4).map((own) => own.options)).toEqual([['A'], ['A', 'B'], ['A', 'B'], ['B']]);
    expect(proposals[1]?.reason).toContain(
      '列优秀候选第 2 位（并列），2 人并列而名额只剩 1 人，由负责人取舍并写明理由',
    );
  });

  test('R9 pools are filled by themselves, and a pool without its quota is refused', () => {
    const officers = ten.map((own, at) => (at < 5 ? { ...own, pool: 'leaders' } : own));
    const proposals = propose(officers, rules(withQuota), [quotaOf(5, 'leaders'), quotaOf(5)]);
    expect(proposals.map((own) => own.place)).toEqual([1, 2, 3, 4, 5, 1, 2, 3, 4, 5]);
    expect(proposals.filter((own) => own.options[0] === 'A').map((own) => own.subject)).toEqual(['a', 'f']);
    const missing = proposeYearGrades(rules(withQuota), { officers, quotas: [quotaOf(5)] });
    expect(missing).toEqual({
      ok: false,
      refusals: [
        {
          code: 'annualQuotaMissing',
          path: 'quotas',
          message: '名额池“leaders”没有年度名额，请先确定应参加人数并算出名额',
        },
      ],
    });
    expect(proposeYearGrades(rules(withQuota), { officers: ten, quotas: [] })).toMatchObject({
      refusals: [{ message: '没有年度名额，请先确定应参加人数并算出名额' }],
    });
  });
});

describe('R9 §11 people decide', () => {
  const decide = (options: readonly string[], grade: string, reason?: string) => {
    const proposal = { subject: 'x', kind: 'low' as const, options, reason: '三次一般' };
    const result = decideYearGrade(year.grades, proposal, {
      grade,
      by: '局长',
      ...(reason === undefined ? {} : { reason }),
    });
    return result.ok ? result.value : result.refusals[0];
  };
  test('R9 taking the one proposal needs no reason', () => {
    expect(decide(['A'], 'A')).toEqual({
      subject: 'x',
      grade: 'A',
      proposed: 'A',
      overrides: false,
      reason: null,
      by: '局长',
    });
    expect(decide(['A'], 'A', ' 同意 ')).toMatchObject({ reason: '同意' });
  });

  test('R9 another grade needs a reason, which is kept', () => {
    expect(decide(['A'], 'B')).toEqual({
      code: 'reasonMissing',
      path: 'reason',
      message: '须写明理由；系统的建议是：三次一般',
    });
    expect(decide(['A'], 'B', '  ')).toMatchObject({ code: 'reasonMissing' });
    expect(decide(['A'], 'B', '群众反映较多')).toMatchObject({
      grade: 'B',
      proposed: 'A',
      overrides: true,
      reason: '群众反映较多',
    });
  });

  test('R9 a choice between two, and a grade out of nothing, need a reason too', () => {
    expect(decide(['C', 'D'], 'C')).toMatchObject({ code: 'reasonMissing' });
    expect(decide(['C', 'D'], 'D', '整改不力')).toMatchObject({
      grade: 'D',
      proposed: null,
      overrides: false,
    });
    expect(decide([], 'B')).toMatchObject({ code: 'reasonMissing' });
    expect(decide([], 'B', '新调入')).toMatchObject({ proposed: null, overrides: true });
  });

  test('R9 an unknown grade, and a grade for somebody who gets none, are refused', () => {
    expect(decide(['A'], 'E', 'x')).toEqual({
      code: 'gradeUnknown',
      path: 'grade',
      message: '没有年度等次“E”，只能是以下之一：A、B、C、D',
    });
    const proposal = {
      subject: 'x',
      kind: 'notGraded' as const,
      options: [],
      reason: '只写评语，不确定等次',
    };
    expect(decideYearGrade(year.grades, proposal, { grade: 'B', by: '局长', reason: 'x' })).toMatchObject({
      refusals: [{ code: 'notGraded', path: 'grade', message: '不能确定年度等次：只写评语，不确定等次' }],
    });
  });
});
