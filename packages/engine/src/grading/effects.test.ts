import { expect, test } from 'vitest';
import { toText } from '../kernel/exact-text.ts';
import type { FactEntry } from '../rules/facts.ts';
import { appraisalOf, gradeOf, happened, people, points, YEAR } from '../test-support/routine-appraisal.ts';
import { routineRules } from '../test-support/routine-rules.ts';
import { factsOf, refusalCodes, resultOf, textOf } from '../test-support/small-rule-set.ts';

const rules = routineRules();

test('§9 a decided effect with dates holds only where its days meet the period', () => {
  const effect = (from?: string, to?: string) => {
    const days = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
    const fact = { subject: 'a', id: 'x1', kind: 'gradeCeiling', grade: '一般', ...days } as const;
    return gradeOf(appraisalOf([points('95')], { effects: [fact] })).grade;
  };
  expect(effect()).toBe('plain');
  expect(effect('2026-09-30')).toBe('plain');
  expect(effect('2026-10-01')).toBe('good');
  expect(effect('2026-01-01', '2026-08-31')).toBe('good');
  expect(effect('2026-01-01', '2026-09-01')).toBe('plain');
  expect(effect(undefined, '2026-08-31')).toBe('good');
});

test('§9 the steps name the legal basis of an effect', () => {
  const fact = { subject: 'a', id: 'x1', kind: 'noGrade', basis: '政务处分法', clause: 'e1' } as const;
  const { steps } = gradeOf(appraisalOf([points('95')], { effects: [fact] }));
  expect(steps).toEqual([
    {
      kind: 'effect',
      from: null,
      to: null,
      effect: 'noGrade',
      source: 'x1',
      basis: '政务处分法',
      clause: 'e1',
    },
  ]);
});

test('§8 sanctions work by their dated table, the heaviest wins', () => {
  const sanction = (id: string, code: string, on: string) => ({ id, subject: 'a', sanction: code, on });
  const grade = (...sanctions: ReturnType<typeof sanction>[]) =>
    gradeOf(appraisalOf([points('95')], { sanctions, period: YEAR }));
  const demerit = sanction('p1', 'demerit', '2026-03-01');
  const grave = sanction('p2', 'grave', '2025-11-01');
  expect(grade(demerit).outcome).toBe('commentOnly');
  expect(grade(demerit, grave).outcome).toBe('noGrade');
  expect(grade(grave, demerit).outcome).toBe('noGrade');
  expect(grade(sanction('p3', 'grave', '2024-11-01')).outcome).toBe('graded');
  expect(grade(demerit).steps[0]).toMatchObject({ effect: 'noGrade', source: 'p1', sanction: 'demerit' });
  const { sanctions: _, ...without } = rules;
  expect(appraisalOf([points('95')], { sanctions: [demerit] }, without).grades[0]?.outcome).toBe('graded');
});

test('§9 effects of facts are checked: grade, item, months, points', () => {
  const codes = (effect: object) =>
    refusalCodes(rules, factsOf([], { effects: [{ subject: 'a', id: 'x1', ...effect } as never] }));
  expect(codes({ kind: 'gradeCeiling', grade: '优秀' })).toEqual(['gradeUnknown']);
  expect(codes({ kind: 'zeroItem' })).toEqual(['itemMissing']);
  expect(codes({ kind: 'noCommendation' })).toEqual(['monthsMissing']);
  expect(codes({ kind: 'noCommendation', to: '2026-12-31' })).toEqual([]);
  expect(codes({ kind: 'leaderLiability' })).toEqual(['pointsMissing']);
  expect(codes({ kind: 'rankLast' })).toEqual([]);
});

test('§9 each of the nine effects acts, and none of them on a number it does not name', () => {
  const subjects = people('a', 'b');
  const of = (kind: string, more: readonly FactEntry[] = []) =>
    appraisalOf([points('95', 'a'), points('80', 'b'), happened(kind), ...more], { subjects });
  const score = (kind: string) => textOf(resultOf(of(kind)).score);
  const rank = (kind: string) => resultOf(of(kind)).rank;
  expect(score('zeroTotal')).toBe('0');
  expect(gradeOf(of('zeroTotal')).grade).toBe('poor');
  expect(score('zeroItem')).toBe('0');
  for (const kind of ['gradeCeiling', 'noGrade', 'excludeFromRanking', 'rankLast', 'noCommendation']) {
    expect(score(kind)).toBe('95');
  }
  expect(score('leaderLiability')).toBe('95');
  expect(score('manualReview')).toBe('95');
  expect(gradeOf(of('gradeCeiling')).grade).toBe('plain');
  expect(gradeOf(of('noGrade')).grade).toBeNull();
  expect(rank('excludeFromRanking')).toBeNull();
  expect(gradeOf(of('excludeFromRanking')).grade).toBe('good');
  expect(rank('rankLast')).toBe(2);
  expect(gradeOf(of('manualReview')).waitsFor).toBe('manualReview');
  expect(of('noCommendation').commendationBars).toEqual([
    { subject: 'a', until: '2027-03-30', source: 'noCommendation-a', clause: 'c' },
  ]);
  const { liabilities } = of('leaderLiability');
  expect(
    liabilities.map(({ subject, points: own, source, indicator }) => [
      subject,
      toText(own),
      source,
      indicator,
    ]),
  ).toEqual([['a', '-0.5', 'leaderLiability-a', 'leaderLiability']]);
});

test('§9 tasks, liabilities and bars come by subject id, whatever the order of the roster', () => {
  const red = routineRules({ redLine: { below: '60', task: '书面检查', dueWorkingDays: 5 } });
  const entries = ['a', 'b'].flatMap((id) => [
    happened('leaderLiability', id),
    happened('noCommendation', id),
  ]);
  for (const subjects of [people('a', 'b'), people('b', 'a')]) {
    const result = appraisalOf(entries, { subjects }, red);
    for (const list of [result.redLine, result.liabilities, result.commendationBars]) {
      expect(list.map(({ subject }) => subject)).toEqual(['a', 'b']);
    }
  }
});

test('§9 months of a bar run from the first day of a dated fact', () => {
  const fact = { subject: 'a', id: 'x1', kind: 'noCommendation', months: 6 } as const;
  const until = (more: object) =>
    appraisalOf([], { effects: [{ ...fact, ...more }] }).commendationBars.map((bar) => bar.until);
  expect(until({ from: '2026-08-15' })).toEqual(['2027-02-15']);
  expect(until({})).toEqual(['2027-03-30']);
  expect(until({ from: '2026-10-01' })).toEqual([]);
});
