import { expect, test } from 'vitest';
import { indicator, item, ruleSetOf } from '../test-support/small-rule-set.ts';
import { checkRuleSet } from './check-rule-set.ts';
import type { RuleSet } from './rule-set.ts';
import type { Scoring } from './scoring.ts';

const minus: Scoring = { family: 'occurrence', events: [{ code: 'e', name: '扣分', points: '-1' }] };
const codes = (rules: RuleSet) => checkRuleSet(rules).map((refusal) => [refusal.code, refusal.path]);
const leaf = (code: string, marks?: string) => indicator(code, minus, marks === undefined ? {} : { marks });

test('§4 a sound rule set has nothing against it', () => {
  const rules = ruleSetOf([item('p', [leaf('x', '60'), leaf('y', '40')], { marks: '100' })], {
    mode: 'percentage',
    totalMarks: '100',
  });
  expect(codes(rules)).toEqual([]);
});

test('§4 marks of leaves and of items are compared with what they should sum to, with the difference', () => {
  const rules = ruleSetOf([item('p', [leaf('x', '60'), leaf('y', '41.5')], { marks: '100' })], {
    mode: 'percentage',
    totalMarks: '99',
  });
  expect(codes(rules)).toEqual([
    ['marksDoNotSum', 'modules[0].items[0].marks'],
    ['marksDoNotSum', 'totalMarks'],
  ]);
  expect(checkRuleSet(rules).map((refusal) => refusal.message)).toEqual([
    expect.stringContaining('多出 1.5 分'),
    expect.stringContaining('多出 1 分'),
  ]);
});

test('§4 a leaf without marks may stand for the rest of the item', () => {
  expect(codes(ruleSetOf([item('p', [leaf('x', '6'), leaf('y')], { marks: '10' })]))).toEqual([]);
  expect(codes(ruleSetOf([item('p', [leaf('x', '11'), leaf('y')], { marks: '10' })]))).toHaveLength(1);
});

test('X7 unknown clauses, duplicate codes, missing owners and unknown tie-breakers are all told at once', () => {
  const rules = ruleSetOf(
    [
      item('p', [indicator('x', minus, { clause: 'nowhere', owner: '' }), indicator('x', minus)], {
        clause: 'gone',
      }),
    ],
    { ranking: { tieBreakers: [{ by: 'item', code: 'q' }] } },
  );
  expect(codes(rules)).toEqual([
    ['codeDuplicate', 'modules[0].items[0].indicators[1].code'],
    ['clauseUnknown', 'modules[0].items[0].clause'],
    ['clauseUnknown', 'modules[0].items[0].indicators[0].clause'],
    ['ownerMissing', 'modules[0].items[0].indicators[0].owner'],
    ['tieBreakerUnknown', 'ranking.tieBreakers[0].code'],
  ]);
});

test.each<readonly [string, Scoring, string]>([
  ['a ratio without marks', { family: 'ratio' }, 'marksMissing'],
  ['a band upside down', { family: 'band', min: '-1', max: '-3' }, 'bandReversed'],
  ['an occurrence without events', { family: 'occurrence', events: [] }, 'eventsMissing'],
  [
    'a step of nothing',
    { family: 'thresholdRate', sides: [{ side: 'below', at: '90', step: '0', points: '-1' }] },
    'stepNotPositive',
  ],
  [
    'points that are no number',
    { family: 'occurrence', events: [{ code: 'e', name: 'e', points: '一分' }] },
    'numberMalformed',
  ],
])('§2 %s is refused before anything is computed', (_name, scoring, code) => {
  const refusals = checkRuleSet(ruleSetOf([item('p', [indicator('x', scoring)])]));
  expect(refusals.map((refusal) => refusal.code)).toContain(code);
  expect(refusals[0]?.path).toMatch(/^modules\[0\]\.items\[0\]\.indicators\[0\]/);
});

test('§2 a deduction from full marks cannot be a gift', () => {
  const scoring: Scoring = { family: 'deductFromFull', events: [{ code: 'e', name: 'e', points: '1' }] };
  expect(
    checkRuleSet(ruleSetOf([item('p', [indicator('x', scoring, { marks: '5' })], { marks: '5' })])),
  ).toMatchObject([{ code: 'deductionPositive' }]);
});

test('§4 a percentage rule set declares its total', () => {
  const rules = ruleSetOf([item('p', [leaf('x')], { marks: '100' })], { mode: 'percentage' });
  expect(codes(rules)).toEqual([['totalMarksMissing', 'totalMarks']]);
});

test('§16 what is opened to lower methods counts as the marks they will fill in', () => {
  const opened = (marks: string | undefined, ...leaves: Parameters<typeof item>[1]) =>
    codes(
      ruleSetOf([
        item('p', leaves, { marks: '10', opens: { clause: 'c', ...(marks === undefined ? {} : { marks }) } }),
      ]),
    );
  const wrong = [['marksDoNotSum', 'modules[0].items[0].marks']];
  expect(opened('4', leaf('x', '6'))).toEqual([]);
  expect(opened('5', leaf('x', '6'))).toEqual(wrong);
  expect(opened('3', leaf('x', '6'))).toEqual(wrong);
  expect(opened('10')).toEqual([]);
  expect(opened('9')).toEqual(wrong);
  expect(opened(undefined)).toEqual([]);
  expect(opened(undefined, leaf('x', '6'))).toEqual(wrong);
  expect(opened('3', leaf('x', '6'), leaf('y'))).toEqual([]);
});

test('§16 the clauses of an item and of its opening are looked up, with or without indicators', () => {
  const rules = ruleSetOf([
    item('p', [], { clause: 'gone', opens: { clause: 'lost' } }),
    item('q', [leaf('x'), leaf('y')], { clause: 'away' }),
  ]);
  expect(codes(rules)).toEqual([
    ['clauseUnknown', 'modules[0].items[0].clause'],
    ['clauseUnknown', 'modules[0].items[0].opens.clause'],
    ['clauseUnknown', 'modules[0].items[1].clause'],
  ]);
});
