import { expect, test } from 'vitest';
import type { Subject } from '../rules/facts.ts';
import type { RankingRules } from '../rules/rule-set.ts';
import {
  entry,
  evaluated,
  factsOf,
  indicator,
  item,
  officer,
  ruleSetOf,
  unit,
} from '../test-support/small-rule-set.ts';
import { rankGroups } from './rank-groups.ts';
import { breakerValue } from './rank-subjects.ts';

const event = (code: string, points: string) => ({ code, name: code, points });
const events = { family: 'occurrence', events: [event('plus', '1'), event('minus', '-1')] } as const;
const work = item('p', [indicator('x', events), indicator('s', { family: 'imported' })], { marks: '10' });
const extra = item('q', [indicator('y', events)], { marks: '5', allowExcess: true });

/** Everybody has the same total; what differs is where it comes from. */
function ranksOf(ranking: RankingRules, moved: Readonly<Record<string, number>>) {
  const entries = Object.entries(moved).flatMap(([subject, points]) => [
    entry('s', { subject, kind: 'score', quantity: '0' }),
    entry('x', { subject, event: 'minus', quantity: String(points) }),
    entry('y', { subject, event: 'plus', quantity: String(points) }),
  ]);
  const facts = factsOf(entries, { subjects: Object.keys(moved).map((id) => unit(id)) });
  return evaluated(ruleSetOf([work, extra], { ranking }), facts).subjects.map(({ rank }) => rank);
}

test('§7 tie-breakers: an item’s or an indicator’s score, the higher or the lower the better, or fewer deductions', () => {
  const moved = { a: 1, b: 3, c: 2 };
  const by = (...tieBreakers: NonNullable<RankingRules['tieBreakers']>) => ranksOf({ tieBreakers }, moved);
  expect(by()).toEqual([1, 1, 1]);
  expect(by({ by: 'item', code: 'p' })).toEqual([1, 3, 2]);
  expect(by({ by: 'item', code: 'p', better: 'high' })).toEqual([1, 3, 2]);
  expect(by({ by: 'item', code: 'p', better: 'low' })).toEqual([3, 1, 2]);
  expect(by({ by: 'item', code: 'q' })).toEqual([3, 1, 2]);
  expect(by({ by: 'indicator', code: 'x' })).toEqual([1, 3, 2]);
  expect(by({ by: 'indicator', code: 'y', better: 'low' })).toEqual([1, 3, 2]);
  expect(by({ by: 'fewerDeductions' })).toEqual([1, 3, 2]);
  expect(by({ by: 'indicator', code: 's' }, { by: 'item', code: 'q' })).toEqual([3, 1, 2]);
});

test('§7 a tie-breaker without a number is the worst, whichever way it counts', () => {
  const rules = (better: 'high' | 'low') =>
    ruleSetOf([item('p', [indicator('s', { family: 'imported' })]), item('q', [indicator('y', events)])], {
      ranking: { tieBreakers: [{ by: 'indicator', code: 'y', better }] },
    });
  const subjects = ['a', 'b', 'c'].map((id) => officer(id));
  const entries = [
    ...subjects.map(({ id }) => entry('s', { subject: id, kind: 'score', quantity: '5' })),
    ...['a', 'b'].map((subject) => entry('y', { subject, kind: 'exemption', reason: '未开展' })),
  ];
  for (const better of ['high', 'low'] as const) {
    const ranked = evaluated(rules(better), factsOf(entries, { subjects })).subjects;
    expect(ranked.map(({ rank }) => rank)).toEqual([2, 2, 1]);
  }
  const unknown = ruleSetOf([item('p', [indicator('s', { family: 'imported' })])]);
  const [first] = evaluated(unknown, factsOf(entries.slice(0, 3), { subjects })).subjects;
  if (first === undefined) throw new Error('nobody');
  expect(breakerValue({ by: 'item', code: 'gone' }, first)).toBeNull();
});

const scores = ruleSetOf([item('p', [indicator('s', { family: 'imported' })])]);
function listsOf(scored: Readonly<Record<string, string>>, subjects: readonly Subject[], minGroup?: number) {
  const entries = Object.entries(scored).map(([subject, quantity]) =>
    entry('s', { subject, kind: 'score', quantity }),
  );
  const rules = minGroup === undefined ? scores : { ...scores, ranking: { minGroup } };
  return evaluated(rules, factsOf(entries, { subjects })).rankings;
}

test('§7 a list: the best first, equals by code, then whoever has no rank, by code and id', () => {
  const subjects = [
    unit('a', { code: '2' }),
    unit('b', { code: '9' }),
    unit('c', { code: '1' }),
    unit('d', { code: '3' }),
    unit('f', { code: '0' }),
    unit('e', { code: '0' }),
  ];
  const [list] = listsOf({ a: '90', b: '95', c: '90' }, subjects);
  expect(list?.rows.map(({ subject, rank }) => [subject, rank])).toEqual([
    ['b', 1],
    ['c', 2],
    ['a', 2],
    ['e', null],
    ['f', null],
    ['d', null],
  ]);
  expect(list).toMatchObject({ kind: 'unit', sequence: null, group: null, ranked: 3, tooSmall: false });
});

test('§7 lists stand in the order of kind, sequence and group', () => {
  const subjects = [
    unit('a', { sequence: 's2' }),
    officer('b'),
    unit('c', { sequence: 's1', group: 'B' }),
    unit('d', { sequence: 's1', group: 'A' }),
    unit('e', { sequence: 's2' }),
  ];
  expect(
    listsOf({}, subjects).map(({ kind, sequence, group, rows }) => [kind, sequence, group, rows.length]),
  ).toEqual([
    ['officer', null, null, 1],
    ['unit', 's1', 'A', 1],
    ['unit', 's1', 'B', 1],
    ['unit', 's2', null, 2],
  ]);
  expect(rankGroups(subjects).list.map(({ id }) => id)).toEqual(['b', 'd', 'c', 'a']);
  expect([...rankGroups(subjects).members.starts]).toEqual([0, 1, 2, 3, 5]);
});

test('§7 ⚙minGroup: fewer ranked than this and the list is too small; by default one is enough', () => {
  const subjects = [unit('a'), unit('b')];
  expect(listsOf({}, subjects)[0]).toMatchObject({ ranked: 0, tooSmall: true });
  expect(listsOf({ a: '1' }, subjects)[0]).toMatchObject({ ranked: 1, tooSmall: false });
  expect(listsOf({ a: '1' }, subjects, 2)[0]).toMatchObject({ tooSmall: true });
  expect(listsOf({ a: '1', b: '2' }, subjects, 2)[0]).toMatchObject({ tooSmall: false });
});
