import { expect, test } from 'vitest';
import {
  entry,
  evaluated,
  factsOf,
  indicator,
  item,
  ruleSetOf,
  textOf,
  unit,
} from '../test-support/small-rule-set.ts';
import type { FactEntry, Subject } from './facts.ts';
import type { Indicator } from './rule-set.ts';
import type { RankBasedScoring, Scoring } from './scoring.ts';

const byPlace: RankBasedScoring = {
  family: 'rankBased',
  form: { kind: 'fromTop', first: '10', step: '-1' },
};
const toMean: Scoring = {
  family: 'relativeToMean',
  sides: [{ side: 'below', at: '0', step: '1', points: '-1' }],
};
const measured = (quantities: Readonly<Record<string, string>>) =>
  Object.entries(quantities).map(([subject, quantity]) =>
    entry('x', { id: `e-${subject}`, subject, kind: 'measure', quantity }),
  );

function scoresOf(
  scoring: Scoring,
  entries: readonly FactEntry[],
  subjects: readonly Subject[],
  own: Partial<Indicator> = {},
) {
  const rules = ruleSetOf([item('p', [indicator('x', scoring, own)])]);
  const { subjects: results } = evaluated(rules, factsOf(entries, { subjects }));
  return Object.fromEntries(results.map((result) => [result.subject, textOf(result.indicators[0]?.score)]));
}
const units = ['a', 'b', 'c'].map((id) => unit(id));

test('§7 who is compared: the same kind, sequence and group', () => {
  const subjects = [
    unit('a'),
    unit('b'),
    unit('c', { sequence: 's' }),
    unit('d', { sequence: 's', group: 'g' }),
    unit('e', { kind: 'officer' }),
    unit('f', { group: 's' }),
  ];
  const entries = measured({ a: '1', b: '2', c: '0', d: '0', e: '0', f: '0' });
  expect(scoresOf(byPlace, entries, subjects)).toEqual({
    a: '9',
    b: '10',
    c: '10',
    d: '10',
    e: '10',
    f: '10',
  });
});

test('§7 ⚙better=low: the lowest measure comes first', () => {
  const entries = measured({ a: '1', b: '2', c: '3' });
  expect(scoresOf(byPlace, entries, units)).toEqual({ a: '8', b: '9', c: '10' });
  expect(scoresOf({ ...byPlace, better: 'low' }, entries, units)).toEqual({ a: '10', b: '9', c: '8' });
});

test('§7 whoever is exempt, not scored, exempted from the indicator or outside it is no peer', () => {
  const entries = measured({ a: '1', b: '2' });
  expect(scoresOf(byPlace, [...entries, ...measured({ c: '3' })], units)).toMatchObject({ a: '8', b: '9' });
  for (const status of ['exempt', 'notScored'] as const) {
    const subjects = [...units.slice(0, 2), unit('c', { status })];
    expect(scoresOf(byPlace, [...entries, ...measured({ c: '3' })], subjects)).toMatchObject({
      a: '9',
      b: '10',
    });
  }
  const exemption = entry('x', { subject: 'c', kind: 'exemption', reason: '未开展' });
  expect(scoresOf(byPlace, [...entries, ...measured({ c: '3' }), exemption], units)).toEqual({
    a: '9',
    b: '10',
    c: 'exempt',
  });
  const scope = { subjects: { kinds: ['unit'] } } as const;
  const officers = [...units.slice(0, 2), unit('c', { kind: 'officer' })];
  expect(scoresOf({ ...byPlace, absent: 'zero' }, entries, officers, scope)).toEqual({
    a: '9',
    b: '10',
    c: 'notApplicable',
  });
});

test('§15 a reversed measure counts nowhere', () => {
  const reversal = entry('x', { subject: 'c', kind: 'reversal', reverses: 'e-c' });
  const entries = [...measured({ a: '1', b: '2', c: '3' }), reversal];
  expect(scoresOf(byPlace, entries, units)).toEqual({ a: '9', b: '10', c: 'notScored' });
});

test('§1 ⚙absent: nothing handed in takes no place, or that of 0', () => {
  const entries = measured({ a: '-1', b: '2' });
  expect(scoresOf(byPlace, entries, units)).toEqual({ a: '9', b: '10', c: 'notScored' });
  expect(scoresOf({ ...byPlace, absent: 'zero' }, entries, units)).toEqual({ a: '8', b: '10', c: '9' });
});

test('§2 the mean is that of all who have a measure', () => {
  expect(scoresOf(toMean, measured({ a: '98', b: '102' }), units)).toEqual({
    a: '-2',
    b: '0',
    c: 'notScored',
  });
  const zero: Scoring = { ...toMean, absent: 'zero' } as Scoring;
  expect(scoresOf(zero, measured({ a: '50', b: '100' }), units)).toEqual({ a: '0', b: '0', c: '-100' });
});

test('§2 adjustments and other indicators are no measures', () => {
  const rules = ruleSetOf([
    item('p', [indicator('x', byPlace), indicator('y', { ...byPlace, better: 'low' })]),
  ]);
  const other = entry('y', { subject: 'c', kind: 'measure', quantity: '9' });
  const adjustment = entry('x', { subject: 'a', kind: 'adjustment', points: '-0.5', reason: '复议' });
  const facts = factsOf([...measured({ a: '1', b: '2' }), other, adjustment], { subjects: units });
  const found = evaluated(rules, facts).subjects.map((own) =>
    own.indicators.map(({ score }) => textOf(score)),
  );
  expect(found).toEqual([
    ['8.5', 'notScored'],
    ['10', 'notScored'],
    ['notScored', '10'],
  ]);
});
