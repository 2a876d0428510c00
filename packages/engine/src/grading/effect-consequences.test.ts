import { expect, test } from 'vitest';
import { toText } from '../kernel/exact-text.ts';
import { NOT_SCORED } from '../kernel/score.ts';
import type { AppliedEffect } from '../rules/evaluation.ts';
import type { PeriodFact } from '../rules/facts.ts';
import { addMonths } from './add-months.ts';
import { effectConsequences } from './effect-consequences.ts';

const period: PeriodFact = { id: 'q', from: '2026-07-01', to: '2026-09-30', kind: 'quarter' };
const consequences = (...effects: AppliedEffect[]) =>
  effectConsequences([{ subject: 'a', kind: 'officer', score: NOT_SCORED, effects }], period);
const until = (effect: Partial<AppliedEffect>) =>
  consequences({ kind: 'noCommendation', source: 'x', ...effect }).commendationBars[0]?.until;

test('§9 a commendation bar runs from the day of the fact, else from the end of the period', () => {
  expect(until({ months: 6 })).toBe('2027-03-30');
  expect(until({ months: 6, on: '2026-08-15' })).toBe('2027-02-15');
  expect(until({ to: '2026-12-31' })).toBe('2026-12-31');
  expect(until({ months: 1, on: '2026-08-15', to: '2026-12-31' })).toBe('2026-09-15');
  expect(until({})).toBe('2026-09-30');
});

test('§9 a liability is proposed with its points, clause and indicator, and is no bar', () => {
  const { liabilities, commendationBars } = consequences(
    { kind: 'leaderLiability', source: 'x', points: '-0.5', indicator: 'i', clause: 'c' },
    { kind: 'leaderLiability', source: 'y', points: '-1' },
    { kind: 'rankLast', source: 'z' },
  );
  expect(liabilities.map(({ points, ...rest }) => ({ ...rest, points: toText(points) }))).toStrictEqual([
    { subject: 'a', source: 'x', points: '-0.5', indicator: 'i', clause: 'c' },
    { subject: 'a', source: 'y', points: '-1' },
  ]);
  expect(commendationBars).toEqual([]);
  expect(consequences({ kind: 'noCommendation', source: 'x', months: 1, clause: 'c' })).toEqual({
    liabilities: [],
    commendationBars: [{ subject: 'a', until: '2026-10-30', source: 'x', clause: 'c' }],
  });
});

test('§9 a bar names a clause only where there is one', () => {
  expect(consequences({ kind: 'noCommendation', source: 'x', months: 1 }).commendationBars).toStrictEqual([
    { subject: 'a', until: '2026-10-30', source: 'x' },
  ]);
});

test('§9 months keep the day; a month without it ends on its last', () => {
  expect(addMonths('2026-08-31', 1)).toBe('2026-09-30');
  expect(addMonths('2026-08-31', 6)).toBe('2027-02-28');
  expect(addMonths('2027-08-31', 6)).toBe('2028-02-29');
  expect(addMonths('2026-12-01', 1)).toBe('2027-01-01');
  expect(addMonths('2026-11-30', 1)).toBe('2026-12-30');
  expect(addMonths('2026-12-31', 12)).toBe('2027-12-31');
  expect(addMonths('2026-05-05', 0)).toBe('2026-05-05');
  expect(() => addMonths('2026-02-30', 1)).toThrow('not a day: 2026-02-30');
});
