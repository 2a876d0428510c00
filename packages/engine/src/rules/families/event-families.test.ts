import { expect, test } from 'vitest';
import {
  entry,
  evaluated,
  factsOf,
  familyValue,
  indicator,
  item,
  refusalCodes,
  resultOf,
  ruleSetOf,
  scoreText,
  textOf,
} from '../../test-support/small-rule-set.ts';
import type { Scoring } from '../scoring.ts';

const value = familyValue;
const late = { code: 'late', name: '迟到', points: '-1' };

test('§2 occurrence: late arrival −1 each, and the cap limits the sum', () => {
  const scoring: Scoring = { family: 'occurrence', events: [late] };
  expect(value(scoring, [entry('x'), entry('x')])).toBe('-2');
  expect(value(scoring, [entry('x', { quantity: '7' })], { cap: '5' })).toBe('-5');
  expect(value(scoring, [])).toBe('0');
});

test('§2 occurrence: who found it changes the points, as data', () => {
  const multipliers = [
    { code: 'self', name: '自查发现', factor: '1/2' },
    { code: 'superior', name: '上级发现', factor: '2' },
  ];
  const scoring: Scoring = { family: 'occurrence', events: [late] };
  expect(value(scoring, [entry('x', { multipliers: ['self'] })], { multipliers })).toBe('-0.5');
  expect(value(scoring, [entry('x', { multipliers: ['superior'] })], { multipliers })).toBe('-2');
  expect(() => value(scoring, [entry('x', { multipliers: ['nobody'] })], { multipliers })).toThrow('系数');
});

test('P2 one event carries other points for the leader than for the unit', () => {
  const fire = { code: 'fire', name: '责任火灾', points: '-6', byRole: [{ role: 'leader', points: '-3' }] };
  const scoring: Scoring = { family: 'occurrence', events: [fire] };
  expect(value(scoring, [entry('x', { role: 'leader' })])).toBe('-3');
  expect(value(scoring, [entry('x')])).toBe('-6');
});

test('§2 band: the reviewer picks inside the band and says why', () => {
  const rules = ruleSetOf([item('p', [indicator('x', { family: 'band', min: '-10', max: '-1' })])]);
  const pick = (points: string, reason?: string) =>
    factsOf([entry('x', { points, ...(reason === undefined ? {} : { reason }) })]);
  expect(scoreText(rules, pick('-4.5', '隐瞒不报'))).toBe('-4.5');
  expect(scoreText(rules, pick('-10', '情节严重'))).toBe('-10');
  expect(refusalCodes(rules, pick('-10.01', '过重'))).toEqual(['pointsOutsideBand']);
  expect(refusalCodes(rules, pick('0', '过轻'))).toEqual(['pointsOutsideBand']);
  expect(refusalCodes(rules, pick('-4.5'))).toEqual(['reasonMissing']);
  expect(refusalCodes(rules, factsOf([entry('x', { reason: '忘写分' })]))).toEqual(['pointsMissing']);
});

test('§2 deductFromFull: several named events, each with its own points', () => {
  const scoring: Scoring = {
    family: 'deductFromFull',
    events: [
      { code: 'flaw', name: '瑕疵', points: '-0.2' },
      { code: 'bad', name: '不合格卷', points: '-2' },
    ],
  };
  const flaws = entry('x', { event: 'flaw', quantity: '3' });
  expect(value(scoring, [flaws, entry('x', { event: 'bad' })], { marks: '5' })).toBe('2.4');
  expect(value(scoring, [entry('x', { event: 'bad', quantity: '4' })], { marks: '5' })).toBe('-3');
  expect(
    value({ ...scoring, floor: '0' }, [entry('x', { event: 'bad', quantity: '4' })], { marks: '5' }),
  ).toBe('0');
});

test('§2 allOrNothing: four late arrivals leave 6 of 10, the fifth empties the item', () => {
  const scoring: Scoring = { family: 'allOrNothing', events: [late], times: 5 };
  const rules = ruleSetOf([item('p', [indicator('x', scoring)], { marks: '10' })]);
  const lates = (n: number) => factsOf(Array.from({ length: n }, () => entry('x')));
  expect(scoreText(rules, lates(4))).toBe('6');
  expect(scoreText(rules, lates(5))).toBe('0');
  expect(scoreText(rules, factsOf([entry('x', { quantity: '5' })]))).toBe('0');
});

test('§2 allOrNothing: with marks of its own it empties only itself', () => {
  const scoring: Scoring = { family: 'allOrNothing', events: [{ ...late, points: '0' }], times: 1 };
  const other = indicator('y', { family: 'occurrence', events: [late] }, { marks: '7' });
  const rules = ruleSetOf([item('p', [indicator('x', scoring, { marks: '3' }), other], { marks: '10' })]);
  expect(scoreText(rules, factsOf([entry('x')]))).toBe('7');
  expect(scoreText(rules, factsOf([]))).toBe('10');
});

test('§2 ladder: commendation +2, third class +3, second class +5 in one matter is +5', () => {
  const events = [
    { code: 'praise', name: '嘉奖', points: '2' },
    { code: 'third', name: '三等功', points: '3' },
    { code: 'second', name: '二等功', points: '5' },
  ];
  const rungs = ['praise', 'third', 'second'].map((event) => entry('x', { event, matter: 'm' }));
  expect(value({ family: 'ladder', events }, rungs)).toBe('5');
});

const calendar = { years: [{ year: 2026, holidays: ['2026-10-01'], workdays: [] }] };

test('§2 lateness: by days or working days, in steps, capped, then void', () => {
  const overdue = entry('x', { dueOn: '2026-09-30', doneOn: '2026-10-05' });
  const scoring: Scoring = { family: 'lateness', by: 'day', points: '-0.5' };
  expect(value(scoring, [overdue])).toBe('-2.5');
  expect(value({ ...scoring, by: 'workingDay' }, [overdue], {}, { calendar })).toBe('-1');
  expect(value({ ...scoring, per: '2' }, [overdue])).toBe('-1.5');
  expect(value({ ...scoring, cap: '2' }, [overdue])).toBe('-2');
  expect(value({ ...scoring, voidAfter: 4 }, [overdue], { marks: '8' })).toBe('0');
  expect(value({ ...scoring, voidAfter: 5 }, [overdue], { marks: '8' })).toBe('5.5');
  expect(() => value({ ...scoring, by: 'workingDay' }, [overdue])).toThrow('2026 年的节假日');
});

test('§2 escalation: 1st −3, 2nd −5, the 3rd has an effect, in the order of time', () => {
  const scoring: Scoring = {
    family: 'escalation',
    steps: [{ points: '-3' }, { points: '-5' }, { points: '0', effect: { kind: 'noGrade' } }],
  };
  const rules = ruleSetOf([item('p', [indicator('x', scoring)])]);
  const times = ['2026-09-09', '2026-09-02', '2026-09-05'];
  const result = resultOf(evaluated(rules, factsOf(times.map((at, i) => entry('x', { at, id: `t${i}` })))));
  expect(textOf(result.score)).toBe('-8');
  expect(result.effects).toMatchObject([{ kind: 'noGrade', source: 't0', indicator: 'x' }]);
});

test('§9 effectOnly: no points, only an effect that names its entry and clause', () => {
  const rules = ruleSetOf([
    item('p', [indicator('x', { family: 'effectOnly', effect: { kind: 'gradeCeiling', grade: '一般' } })], {
      marks: '10',
    }),
  ]);
  const result = resultOf(evaluated(rules, factsOf([entry('x', { id: 'notice' })])));
  expect(textOf(result.score)).toBe('10');
  expect(result.effects).toEqual([
    { clause: 'c', kind: 'gradeCeiling', grade: '一般', source: 'notice', indicator: 'x' },
  ]);
});
