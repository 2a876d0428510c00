import type { Indicator, RuleSet, Scoring } from '@mingji/engine';
import { expect, test } from 'vitest';
import { type ExampleFacts, workedExample } from './worked-example.ts';

const content: RuleSet = {
  format: 'mingji/rule-set@1',
  id: 'x',
  name: '办法',
  version: '1',
  mode: 'percentage',
  totalMarks: '100',
  appraises: ['unit'],
  grading: {
    grades: [
      { code: 'good', name: '好', from: '90' },
      { code: 'poor', name: '较差' },
    ],
  },
  clauses: [{ id: 'c-1', text: '原文' }],
  modules: [],
};
const item = { code: 'i-1', name: '执法质量', marks: '20' };
const rule = (scoring: Scoring, more: Partial<Indicator> = {}): Indicator => ({
  code: 'a',
  name: '案卷评查',
  clause: 'c-1',
  owner: '法制大队',
  ...more,
  scoring,
});
const scoreOf = (indicator: Indicator, typed: Partial<ExampleFacts>) => {
  const outcome = workedExample(content, item, indicator, { counts: {}, ...typed });
  return outcome.ok ? outcome.value : outcome.problems;
};
const events = [
  { code: 'flaw', name: '瑕疵', points: '-0.2', unit: '处' },
  { code: 'bad', name: '不合格卷', points: '-2', unit: '份' },
];

test('X7 deductions are computed from how often each event happened, with the sentence that tells it', () => {
  const indicator = rule({ family: 'deductFromFull', events }, { marks: '20' });
  const outcome = workedExample(content, item, indicator, { counts: { flaw: '3', bad: '1' } });
  if (!outcome.ok) throw new Error(outcome.problems.join());
  expect(outcome.value).toBe('17.4');
  expect(outcome.lines[0]?.text).toContain('执法质量');
  expect(scoreOf(indicator, {})).toBe('20');
});

test('X7 multipliers and roles chosen for the example act on it', () => {
  const indicator = rule(
    {
      family: 'occurrence',
      events: [{ code: 'a', name: '失职', points: '-1', byRole: [{ role: '主要领导', points: '-3' }] }],
    },
    { multipliers: [{ code: 'k', name: '屡犯', factor: '2' }] },
  );
  expect(scoreOf(indicator, { counts: { a: '1' } })).toBe('-1');
  expect(scoreOf(indicator, { counts: { a: '1' }, multipliers: ['k'] })).toBe('-2');
  expect(scoreOf(indicator, { counts: { a: '1' }, role: '主要领导' })).toBe('-3');
});

test('X7 of a ladder only the highest rung counts; all-or-nothing empties at its number', () => {
  expect(scoreOf(rule({ family: 'ladder', events }), { counts: { flaw: '1', bad: '1' } })).toBe('-2');
  const emptied = rule({ family: 'allOrNothing', events, times: 2 }, { marks: '10' });
  expect(scoreOf(emptied, { counts: { bad: '2' } })).toBe('0');
});

test('X7 a band takes the points chosen, lateness its days, escalation its times', () => {
  expect(scoreOf(rule({ family: 'band', min: '0', max: '5' }), { quantity: '3' })).toBe('3');
  expect(scoreOf(rule({ family: 'lateness', by: 'day', points: '-0.5' }), { quantity: '4' })).toBe('-2');
  const steps = [{ points: '-1' }, { points: '-2' }];
  expect(scoreOf(rule({ family: 'escalation', steps }), { counts: { '': '3' } })).toBe('-5');
});

test('X7 a ratio takes measure and target; late work counts as the rule says', () => {
  const ratio = rule({ family: 'ratio' }, { marks: '20' });
  expect(scoreOf(ratio, { quantity: '80', target: '100' })).toBe('16');
  expect(scoreOf(ratio, { target: '100' })).toBe(null);
  const task = rule({ family: 'target', done: '2', short: '-1' });
  expect(scoreOf(task, { quantity: '5', target: '5' })).toBe('2');
  expect(scoreOf(task, { quantity: '5', target: '5', late: true })).toBe('-5');
});

test('X7 a rate is typed as numerator and denominator', () => {
  const rate = rule(
    { family: 'thresholdRate', sides: [{ side: 'below', at: '95', step: '1', points: '-1' }] },
    { marks: '20' },
  );
  expect(scoreOf(rate, { quantity: '92', of: '100' })).toBe('17');
});

test('X7 ranks and means need the others, imported scores and votes their lists', () => {
  const rank = rule(
    { family: 'rankBased', form: { kind: 'fromTop', first: '20', step: '-2' } },
    { marks: '20' },
  );
  expect(scoreOf(rank, { quantity: '80', others: ['90', '70'] })).toBe('18');
  expect(scoreOf(rule({ family: 'imported' }, { marks: '20' }), { others: ['10', '20'] })).toBe('15');
  const groups = [{ code: 'g', name: '群众', weight: '1' }];
  const votes = rule({ family: 'assessment', full: '100', groups }, { marks: '20' });
  expect(scoreOf(votes, { votes: { g: ['90', '80'] } })).toBe('17');
});

test('X7 an effect is named, on whatever item it acts', () => {
  const indicator = rule({ family: 'effectOnly', effect: { kind: 'gradeCeiling', grade: 'poor' } });
  const outcome = workedExample(content, item, indicator, { counts: { '': '1' } });
  if (!outcome.ok) throw new Error(outcome.problems.join());
  expect(outcome.effects).toHaveLength(1);
  const other = rule({ family: 'effectOnly', effect: { kind: 'zeroItem', item: 'elsewhere' } });
  expect(workedExample(content, item, other, { counts: { '': '1' } }).ok).toBe(true);
});

test('X7 a rule that cannot be computed says why', () => {
  expect(scoreOf(rule({ family: 'ratio' }), { quantity: '1', target: '2' })).toEqual([
    expect.stringContaining('案卷评查'),
  ]);
});
