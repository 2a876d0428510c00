import { expect, test } from 'vitest';
import { explain } from '../explain/explain.ts';
import {
  entry,
  evaluated,
  factsOf,
  indicator,
  item,
  officer,
  refusalCodes,
  resultOf,
  ruleSetOf,
  scoreText,
} from '../test-support/small-rule-set.ts';
import type { FactEntry } from './facts.ts';
import type { Multiplier } from './rule-set.ts';
import type { Scoring } from './scoring.ts';

const flaw: Scoring = { family: 'occurrence', events: [{ code: 'e', name: '瑕疵', points: '-1' }] };
const found: Multiplier = { code: 'self', name: '自查发现', factor: '0.5' };
const repeated: Multiplier = {
  code: 'again',
  name: '再次发生',
  factor: '2',
  when: { kind: 'repeat', withinDays: 10 },
};
const special: Multiplier = {
  code: 'guard',
  name: '安保期间',
  factor: '3',
  when: { kind: 'during', from: '2026-09-10', to: '2026-09-12' },
};

function rulesWith(multipliers: readonly Multiplier[], scoring: Scoring = flaw) {
  return ruleSetOf([item('p', [indicator('x', scoring, { multipliers })])]);
}
const on = (at: string, more: Partial<FactEntry> = {}) => entry('x', { at, ...more });
const score = (multipliers: readonly Multiplier[], entries: readonly FactEntry[], scoring: Scoring = flaw) =>
  scoreText(rulesWith(multipliers, scoring), factsOf(entries));

test('§2 a multiplier without a condition applies where the entry names it, and once', () => {
  expect(score([found], [on('2026-09-01'), on('2026-09-02', { multipliers: ['self'] })])).toBe('-1.5');
  expect(score([found], [on('2026-09-02', { multipliers: ['self', 'self'] })])).toBe('-0.5');
  expect(refusalCodes(rulesWith([found]), factsOf([on('2026-09-01', { multipliers: ['none'] })]))).toEqual([
    'multiplierUnknown',
  ]);
  expect(refusalCodes(rulesWith([]), factsOf([on('2026-09-01', { multipliers: ['self'] })]))).toEqual([
    'multiplierUnknown',
  ]);
});

test.each([
  ['the day before the special period', '2026-09-09', '-1'],
  ['its first day', '2026-09-10', '-3'],
  ['its last day', '2026-09-12', '-3'],
  ['the day after', '2026-09-13', '-1'],
  ['its first minute in China, the day before in UTC', '2026-09-09T16:00:00Z', '-3'],
  ['the minute before that', '2026-09-09T15:59:00Z', '-1'],
])('§2 special period: %s', (_name, at, expected) => {
  expect(score([special], [on(at)])).toBe(expected);
});

test.each([
  ['on the last day of the window', ['2026-09-01', '2026-09-11'], '-3'],
  ['after the window', ['2026-09-01', '2026-09-12'], '-2'],
  ['on the same day', ['2026-09-01', '2026-09-01'], '-3'],
  ['three in a row, each within reach of the one before', ['2026-09-01', '2026-09-11', '2026-09-21'], '-5'],
  ['told in the wrong order', ['2026-09-11', '2026-09-01'], '-3'],
])('§2 a repeat %s takes the factor by itself', (_name, days, expected) => {
  expect(
    score(
      [repeated],
      days.map((day) => on(day)),
    ),
  ).toBe(expected);
});

test('§2 a repeat is by the same subject, and a reversed entry is no occurrence', () => {
  const subjects = [officer('a'), officer('b')];
  const facts = factsOf([on('2026-09-01'), on('2026-09-02', { subject: 'b' })], { subjects });
  expect(scoreText(rulesWith([repeated]), facts, 'b')).toBe('-1');
  const undone = on('2026-09-01', { id: 'undone' });
  const undo = on('2026-09-02', { kind: 'reversal', reverses: 'undone' });
  expect(score([repeated], [undone, undo, on('2026-09-03')])).toBe('-1');
});

test('§3 what is told twice of one matter is one occurrence, no repeat', () => {
  const twice = [on('2026-09-01', { matter: 'm' }), on('2026-09-02', { matter: 'm' })];
  expect(score([repeated], twice)).toBe('-1');
  expect(score([repeated], [...twice, on('2026-09-03')])).toBe('-3');
});

test('§2 several factors multiply; one that is named and applies by itself counts once', () => {
  const entries = [on('2026-09-08'), on('2026-09-10', { multipliers: ['self', 'guard'] })];
  expect(score([found, repeated, special], entries)).toBe('-4');
});

test('§2 multipliers act on every family of events', () => {
  const named = { multipliers: ['self'] };
  const band: Scoring = { family: 'band', min: '-3', max: '-1' };
  expect(score([found], [on('2026-09-01', { ...named, points: '-2', reason: '理由' })], band)).toBe('-1');
  const escalation: Scoring = { family: 'escalation', steps: [{ points: '-1' }, { points: '-4' }] };
  expect(score([repeated], [on('2026-09-01'), on('2026-09-02')], escalation)).toBe('-9');
  const lateness: Scoring = { family: 'lateness', by: 'day', points: '-1' };
  expect(score([special], [on('2026-09-11', { quantity: '2' })], lateness)).toBe('-6');
});

test('X1 the explanation tells the factor and its name', () => {
  const result = resultOf(evaluated(rulesWith([repeated]), factsOf([on('2026-09-01'), on('2026-09-02')])));
  const told =
    result.trace === null
      ? ''
      : explain(result.trace)
          .map((line) => line.text)
          .join('\n');
  expect(told).toContain('×2（再次发生）');
});

test.each([
  ['a day that does not exist', '2026-09-31', '2026-10-08'],
  ['days the wrong way round', '2026-09-12', '2026-09-10'],
  ['no day at the end', '2026-09-12', 'soon'],
])('§2 a special period with %s is refused', (_name, from, to) => {
  const rules = rulesWith([{ ...special, when: { kind: 'during', from, to } }]);
  expect(refusalCodes(rules, factsOf([]))).toEqual(['multiplierDays']);
});
