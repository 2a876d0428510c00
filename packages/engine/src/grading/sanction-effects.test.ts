import { expect, test } from 'vitest';
import type { PeriodFact, PeriodKind } from '../rules/facts.ts';
import { SANCTIONS } from '../test-support/routine-rules.ts';
import { sanctionEffects, yearsSince } from './sanction-effects.ts';

const period = (from: string, to: string, kind: PeriodKind): PeriodFact => ({ id: 'p', from, to, kind });
const year = (of: number) => period(`${of}-01-01`, `${of}-12-31`, 'year');
const third = period('2026-07-01', '2026-09-30', 'quarter');

function told(code: string, on: string, of: PeriodFact): readonly string[] {
  const rule = SANCTIONS.find((candidate) => candidate.code === code);
  if (rule === undefined) throw new Error(`no sanction ${code}`);
  return sanctionEffects(rule, on, of).map(({ kind, grade, comment, clause }) =>
    [kind, grade ?? '', comment === true ? 'comment' : '', clause ?? ''].join(' ').trim(),
  );
}

test('§8 a warning bars the best annual grade of its year, and the best routine grade from its day on', () => {
  expect(told('warning', '2026-08-10', year(2026))).toEqual(['gradeCeiling plain  p1']);
  expect(told('warning', '2026-08-10', third)).toEqual(['gradeCeiling fair  p1']);
  expect(told('warning', '2026-08-10', year(2027))).toEqual([]);
  expect(told('warning', '2026-10-01', third)).toEqual([]);
});

test('§8 a demerit leaves a comment and no grade; heavier ones no grade for two years', () => {
  expect(told('demerit', '2026-08-10', year(2026))).toEqual(['noGrade  comment']);
  expect(told('demerit', '2026-08-10', third)).toEqual(['noGrade  comment']);
  expect(told('demerit', '2026-08-10', year(2027))).toEqual([]);
  expect(told('grave', '2026-08-10', year(2026))).toEqual(['noGrade   p3']);
  expect(told('grave', '2026-08-10', year(2027))).toEqual(['noGrade']);
  expect(told('grave', '2026-08-10', year(2028))).toEqual([]);
  expect(told('grave', '2026-08-10', year(2025))).toEqual([]);
});

test('§8 years are counted from the year of the decision; a later decision says nothing', () => {
  expect(yearsSince('2026-12-31', year(2026))).toBe(0);
  expect(yearsSince('2026-01-01', year(2026))).toBe(0);
  expect(yearsSince('2027-01-01', year(2026))).toBeNull();
  expect(yearsSince('2025-12-31', year(2026))).toBe(1);
  expect(yearsSince('2026-09-30', third)).toBe(0);
  expect(yearsSince('2026-10-01', third)).toBeNull();
  expect(yearsSince('2026-02-01', third)).toBe(0);
  expect(yearsSince('2025-11-30', third)).toBe(1);
});

test('§6 an appraisal year may end on another day than 31 December', () => {
  const odd = period('2025-12-21', '2026-12-20', 'year');
  expect(yearsSince('2025-12-21', odd)).toBe(0);
  expect(yearsSince('2025-12-20', odd)).toBe(1);
  expect(yearsSince('2024-12-21', odd)).toBe(1);
  expect(yearsSince('2024-12-20', odd)).toBe(2);
  expect(yearsSince('2026-12-21', odd)).toBeNull();
  const first = period('2025-12-02', '2026-03-15', 'quarter');
  expect(yearsSince('2025-12-02', first)).toBe(0);
  expect(yearsSince('2025-12-01', first)).toBe(1);
});

test('§8 an effect without a clause of its own has the clause of the sanction, if there is one', () => {
  const [warning, demerit] = SANCTIONS;
  if (warning === undefined || demerit === undefined) throw new Error('no sanctions');
  expect(sanctionEffects(demerit, '2026-08-10', third)).toStrictEqual([{ kind: 'noGrade', comment: true }]);
  expect(sanctionEffects(warning, '2026-08-10', third)[0]?.clause).toBe('p1');
});
