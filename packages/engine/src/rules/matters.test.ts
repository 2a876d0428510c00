import { expect, test } from 'vitest';
import { toText } from '../kernel/exact-text.ts';
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
  textOf,
} from '../test-support/small-rule-set.ts';
import type { Facts } from './facts.ts';
import type { MatterRules } from './rule-set.ts';

const events = [
  { code: 'city', name: '市级表扬', points: '2' },
  { code: 'province', name: '省级表扬', points: '3' },
  { code: 'merit', name: '三等功', points: '3' },
  { code: 'late', name: '迟到', points: '-1' },
  { code: 'noticed', name: '督察发现', points: '-2' },
  { code: 'warned', name: '警告', points: '-5' },
];
const rulesWith = (matters: MatterRules = {}) =>
  ruleSetOf(
    [
      item('p', [
        indicator('x', { family: 'occurrence', events }),
        indicator('y', { family: 'ladder', events }),
      ]),
    ],
    { matters },
  );
const about = (event: string, more = {}) => entry('x', { event, matter: 'm', ...more });

test('§3 praise +2, +3 and merit +3 on one arrest are +3 once, the first of the two threes', () => {
  const facts = factsOf([
    about('city', { id: 'praise', at: '2026-09-01' }),
    about('merit', { id: 'late-three', at: '2026-09-20' }),
    entry('y', { id: 'early-three', event: 'province', matter: 'm', at: '2026-09-10' }),
  ]);
  const result = resultOf(evaluated(rulesWith(), facts));
  expect(textOf(result.score)).toBe('3');
  expect(
    result.entries?.map((own) => [own.id, toText(own.points), toText(own.counted), own.standsIn]),
  ).toEqual([
    ['early-three', '3', '3', undefined],
    ['late-three', '3', '0', 'early-three'],
    ['praise', '2', '0', 'early-three'],
  ]);
});

test('§3 late −1, noticed −2, warned −5 on one absence are −5', () => {
  expect(scoreText(rulesWith(), factsOf(['late', 'noticed', 'warned'].map((event) => about(event))))).toBe(
    '-5',
  );
});

test('§3 the same time: the smaller id stands, whatever the order of input', () => {
  const twins = [about('merit', { id: 'b' }), about('province', { id: 'a' })];
  for (const entries of [twins, [...twins].reverse()]) {
    const result = resultOf(evaluated(rulesWith(), factsOf(entries)));
    expect(result.entries?.find((own) => own.id === 'b')?.standsIn).toBe('a');
  }
});

test('§3 mixed signs: separate keeps both and warns, maxOnly keeps the larger, manual waits for a decision', () => {
  const facts = factsOf([about('merit', { id: 'plus' }), about('warned', { id: 'minus' })]);
  const separate = evaluated(rulesWith(), facts);
  expect(textOf(resultOf(separate).score)).toBe('-2');
  expect(separate.warnings).toMatchObject([
    { code: 'matterMixedSigns', subject: 'a', entries: ['plus', 'minus'] },
  ]);
  expect(scoreText(rulesWith({ mixedSigns: 'maxOnly' }), facts)).toBe('-5');
  const manual = rulesWith({ mixedSigns: 'manual' });
  expect(evaluated(manual, facts).warnings).toMatchObject([{ code: 'matterNeedsDecision' }]);
  const decided = { ...facts, matterDecisions: [{ subject: 'a', matter: 'm', keep: 'plus' }] };
  expect(scoreText(manual, decided)).toBe('3');
  expect(evaluated(manual, decided).warnings).toEqual([]);
});

test.each([
  ['+2 sealed in Q1, +3 in Q3 books +1', '2', 'province', '1'],
  ['+3 sealed, a later +2 books nothing', '3', 'city', '0'],
  ['+3 sealed, a later +3 books nothing', '3', 'merit', '0'],
])('§3 across periods: %s', (_name, addition, event, expected) => {
  const facts = factsOf([about(event)], { priorMatters: [{ subject: 'a', matter: 'm', addition }] });
  expect(scoreText(rulesWith(), facts)).toBe(expected);
  expect(resultOf(evaluated(rulesWith(), facts)).entries?.[0]?.standsIn).toBe('prior');
});

test('§3 across periods: deductions too, and several sealed periods add up', () => {
  const priorMatters = [
    { subject: 'a', matter: 'm', deduction: '1', period: 'q1' },
    { subject: 'a', matter: 'm', deduction: '-1', period: 'q2' },
  ];
  expect(scoreText(rulesWith(), factsOf([about('warned')], { priorMatters }))).toBe('-3');
});

const shared = (shares: readonly (string | undefined)[]): Facts =>
  factsOf(
    shares.map((points, i) =>
      about('merit', { subject: `o${i}`, ...(points === undefined ? {} : { points }) }),
    ),
    { subjects: shares.map((_, i) => officer(`o${i}`)) },
  );

test('§3 several officers: the parts may not exceed the standard: 3 = 2 + 1', () => {
  expect(refusalCodes(rulesWith(), shared(['2', '1']))).toEqual([]);
  expect(refusalCodes(rulesWith(), shared(['2', '2']))).toEqual(['matterSplitExceeds']);
  expect(refusalCodes(rulesWith(), shared([undefined, undefined]))).toEqual(['matterSplitExceeds']);
  expect(refusalCodes(rulesWith({ split: 'each' }), shared([undefined, undefined]))).toEqual([]);
});

test('§3 the officer and the unit are different subjects: both may score the same matter', () => {
  const subjects = [officer('o'), { ...officer('u'), kind: 'unit' as const }];
  const facts = factsOf(
    subjects.map(({ id }) => about('merit', { subject: id })),
    { subjects },
  );
  expect(refusalCodes(rulesWith(), facts)).toEqual([]);
});

test('§3 a share needs a matter, its sign and no more than the standard', () => {
  expect(refusalCodes(rulesWith(), factsOf([entry('x', { event: 'merit', points: '1' })]))).toEqual([
    'shareWithoutMatter',
  ]);
  expect(refusalCodes(rulesWith(), factsOf([about('merit', { points: '3.01' })]))).toEqual(['shareTooLarge']);
  expect(refusalCodes(rulesWith(), factsOf([about('merit', { points: '-1' })]))).toEqual(['shareTooLarge']);
});

test('§3 when the entry that stood is reversed, the next largest stands', () => {
  const facts = factsOf([
    about('city', { id: 'two' }),
    about('merit', { id: 'three' }),
    entry('x', { id: 'undo', kind: 'reversal', reverses: 'three' }),
  ]);
  expect(scoreText(rulesWith(), facts)).toBe('2');
});
