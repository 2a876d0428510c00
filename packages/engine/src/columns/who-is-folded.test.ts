import { expect, test } from 'vitest';
import { Refusals } from '../kernel/refusal.ts';
import type { FactEntry, Facts } from '../rules/facts.ts';
import type { Indicator, RuleSet } from '../rules/rule-set.ts';
import { entry, factsOf, indicator, item, officer, ruleSetOf, unit } from '../test-support/small-rule-set.ts';
import { newSums, openPeriod, placesOf } from './open-period.ts';
import { isFoldable, prepareRules } from './prepare-rules.ts';
import { readEntries } from './read-entries.ts';
import { readRoster } from './roster.ts';
import { scorePeriod } from './score-period.ts';
import { sharedMatters } from './settle-matters.ts';

const events = [{ code: 'e', name: '情形', points: '-1' }];
const leaf = (code: string, more: Partial<Indicator> = {}) =>
  indicator(code, { family: 'occurrence', events }, more);
const rules = ruleSetOf([item('p', [leaf('x'), leaf('y')], { marks: '10' })]);

function prepared(own: RuleSet) {
  const result = prepareRules(own);
  if (!result.ok) throw new Error('refused');
  return result.value;
}

/** Who is scored by sums alone, and who by the calculation that explains. */
function ways(entries: readonly FactEntry[], more: Partial<Facts> = {}, own: RuleSet = rules, traced = '') {
  const facts = factsOf(entries, { subjects: ['a', 'b'].map((id) => officer(id)), ...more });
  const refusals = new Refusals();
  const ready = prepared(own);
  const roster = readRoster(facts.subjects, ({ id }) => id === traced, refusals);
  const columns = readEntries(facts, roster.index, ready.rules, refusals);
  const period = openPeriod({
    prepared: ready,
    facts,
    columns,
    from: 0,
    to: columns.size,
    roster,
    subjectAt: placesOf(columns.subjects, roster.index),
    refusals,
    shared: sharedMatters(columns),
    sums: newSums(ready, roster),
  });
  const found: string[] = [];
  scorePeriod(period, {
    folded: (at, subject, { total }) =>
      found.push(`${at} ${subject.id} sums ${total / (ready.scaled?.totalScale ?? 0)}`),
    exact: (at, { subject }) => found.push(`${at} ${subject} exact`),
  });
  expect(refusals.list).toEqual([]);
  return found;
}
const act = (subject: string, more: Partial<FactEntry> = {}) => entry('x', { subject, ...more });

test('§15 whoever has nothing but fixed points is scored by sums alone', () => {
  expect(ways([act('a'), act('a', { quantity: '2.5' }), act('b')])).toEqual(['0 a sums 6.5', '1 b sums 9']);
  expect(ways([])).toEqual(['0 a sums 10', '1 b sums 10']);
});

test('§15 own matters are settled in whole numbers', () => {
  const own = [act('a', { matter: 'm' }), act('a', { matter: 'm', quantity: '3' }), act('a')];
  expect(ways(own)).toEqual(['0 a sums 6', '1 b sums 10']);
  expect(ways([act('a', { matter: 'm' }), act('b', { matter: 'm' })])).toEqual(['0 a exact', '1 b exact']);
  const each = { ...rules, matters: { split: 'each' } } as const;
  expect(ways([act('a', { matter: 'm' }), act('b', { matter: 'm' })], {}, each)).toEqual([
    '0 a sums 9',
    '1 b sums 9',
  ]);
});

const onlyA = ['0 a exact', '1 b sums 10'];
test.each<[string, readonly FactEntry[], Partial<Facts>]>([
  ['points of its own', [act('a', { points: '-0.5', matter: 'm' })], {}],
  ['an adjustment', [act('a', { kind: 'adjustment', points: '1' })], {}],
  ['an exemption', [act('a'), act('a', { kind: 'exemption' })], {}],
  ['an effect', [], { effects: [{ subject: 'a', id: 'f', kind: 'noGrade' }] }],
  ['a status', [], { subjects: [officer('a', { status: 'exempt' }), officer('b')] }],
  [
    'a matter of a sealed period',
    [act('a', { matter: 'm' })],
    { priorMatters: [{ subject: 'a', matter: 'm', deduction: '1' }] },
  ],
  [
    'a decided matter',
    [act('a', { matter: 'm' })],
    { matterDecisions: [{ subject: 'a', matter: 'm', keep: 'x' }] },
  ],
])('§15 %s is computed by the calculation that explains', (_name, entries, more) => {
  expect(ways(entries, more)).toEqual(onlyA);
});

test('§15 whoever is traced, and whoever has a coefficient, is computed exactly', () => {
  expect(ways([], {}, rules, 'a')).toEqual(onlyA);
  const coefficients = { identities: [{ code: 'k', name: '骨干', factor: '1.2' }] };
  const subjects = [officer('a', { identities: ['k'] }), officer('b')];
  expect(ways([], { subjects }, { ...rules, coefficients })).toEqual(onlyA);
});

test('§15 a sealed matter nobody has entries about changes nothing', () => {
  expect(ways([], { priorMatters: [{ subject: 'a', matter: 'm', deduction: '1' }] })).toEqual([
    '0 a sums 10',
    '1 b sums 10',
  ]);
});

test('§15 whose items are all scored by events, with no marks left over, may be scored by sums', () => {
  const of = (...leaves: readonly Indicator[]) =>
    isFoldable(prepared(ruleSetOf([item('p', leaves)])), unit('a'));
  const officers = { subjects: { kinds: ['officer'] } } as const;
  expect(of(leaf('x'))).toBe(true);
  expect(of(leaf('x', { marks: '5' }), leaf('y', officers))).toBe(true);
  expect(of(leaf('x'), leaf('y', { ...officers, marks: '5' }))).toBe(false);
  expect(of(leaf('x', officers))).toBe(false);
  expect(of(leaf('x'), indicator('r', { family: 'imported' }))).toBe(false);
  expect(of(leaf('x'), indicator('r', { family: 'imported' }, officers))).toBe(true);
  const fine = indicator('x', {
    family: 'occurrence',
    events: [{ code: 'e', name: 'e', points: '0.00000000000001' }],
  });
  expect(of(fine)).toBe(false);
});
