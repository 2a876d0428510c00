import { expect, test } from 'vitest';
import type { Facts, Subject } from '../rules/facts.ts';
import type { RankingRules } from '../rules/rule-set.ts';
import {
  entry,
  evaluated,
  factsOf,
  indicator,
  item,
  ruleSetOf,
  unit,
} from '../test-support/small-rule-set.ts';
import { competitionRanks } from './competition-rank.ts';

const scores = indicator('s', { family: 'imported' });
const rulesWith = (ranking: RankingRules = {}) => ruleSetOf([item('p', [scores])], { ranking });

function ranks(
  values: readonly (string | null)[],
  more: { subjects?: Partial<Subject>[]; ranking?: RankingRules } & Partial<Pick<Facts, 'effects'>> = {},
) {
  const subjects = values.map((_, i) => unit(`u${i}`, more.subjects?.[i] ?? {}));
  const entries = values.flatMap((quantity, i) =>
    quantity === null ? [] : [entry('s', { subject: `u${i}`, kind: 'score', quantity })],
  );
  const effects = more.effects ?? [];
  const evaluation = evaluated(rulesWith(more.ranking), factsOf(entries, { subjects, effects }));
  return evaluation;
}
const listOf = (evaluation: ReturnType<typeof ranks>) => evaluation.subjects.map((result) => result.rank);

test('§7 standard competition ranking: 95, 93, 93, 90 are 1, 2, 2, 4', () => {
  expect(listOf(ranks(['95', '93', '93', '90']))).toEqual([1, 2, 2, 4]);
  expect(competitionRanks([3, 3, 2], (a, b) => a === b)).toEqual([1, 1, 3]);
  expect(competitionRanks([], () => true)).toEqual([]);
});

test('§1 three subjects at 91.464, 91.4625 and 91.46 tie at 91.46', () => {
  expect(listOf(ranks(['91.464', '91.4625', '91.46']))).toEqual([1, 1, 1]);
});

test('§7 exempt subjects have no rank and take none; not scored is unranked; zero is ranked', () => {
  const evaluation = ranks(['95', '99', null, '0'], { subjects: [{}, { status: 'exempt' }] });
  expect(listOf(evaluation)).toEqual([1, null, null, 2]);
  expect(evaluation.subjects.map((result) => result.score.state)).toEqual([
    'scored',
    'exempt',
    'notScored',
    'scored',
  ]);
  expect(evaluation.rankings[0]).toMatchObject({ ranked: 2, tooSmall: false });
});

test('§7 “rank last” follows all others and ties among themselves', () => {
  const effects = ['u0', 'u2'].map((subject, i) => ({ subject, id: `veto${i}`, kind: 'rankLast' as const }));
  expect(listOf(ranks(['95', '80', '60', '70'], { effects }))).toEqual([3, 1, 3, 2]);
  const excluded = [{ subject: 'u0', id: 'veto', kind: 'excludeFromRanking' as const }];
  expect(listOf(ranks(['95', '80'], { effects: excluded }))).toEqual([null, 1]);
});

test('§7 each sequence and group has its own ranks; equals are shown by code, never ranked by it', () => {
  const subjects = [
    { sequence: '派出所', group: 'A' },
    { sequence: '派出所', group: 'B' },
    { sequence: '机关' },
    { sequence: '派出所', group: 'A' },
  ];
  const evaluation = ranks(['90', '80', '70', '90'], {
    subjects: subjects.map((own, i) => ({ ...own, code: `c${9 - i}` })),
  });
  expect(listOf(evaluation)).toEqual([1, 1, 1, 1]);
  const first = evaluation.rankings.find((ranking) => ranking.group === 'A');
  expect(first?.rows.map((row) => [row.code, row.rank])).toEqual([
    ['c6', 1],
    ['c9', 1],
  ]);
});

test('§7 a group below minGroup has a list, but no first and last lists', () => {
  expect(ranks(['90', '80', null], { ranking: { minGroup: 3 } }).rankings[0]).toMatchObject({
    ranked: 2,
    tooSmall: true,
  });
  expect(ranks(['90', '80', '70'], { ranking: { minGroup: 3 } }).rankings[0]).toMatchObject({
    tooSmall: false,
  });
});

const event = (code: string, points: string) => ({ code, name: code, points });
test('§7 tie-breakers in order: an item’s score, then fewer deductions; still equal shares the rank', () => {
  const occurrence = { family: 'occurrence', events: [event('plus', '1'), event('minus', '-1')] } as const;
  const items = [
    item('p', [indicator('x', occurrence)], { marks: '50' }),
    item('q', [indicator('y', occurrence)], { marks: '50', allowExcess: true }),
  ];
  const ranking: RankingRules = { tieBreakers: [{ by: 'item', code: 'p' }, { by: 'fewerDeductions' }] };
  const rules = ruleSetOf(items, { ranking });
  const act = (subject: string, code: string, kind: string, quantity: string) =>
    entry(code, { subject, event: kind, quantity });
  const facts = factsOf(
    [
      act('a', 'x', 'minus', '2'),
      act('b', 'y', 'minus', '2'),
      act('c', 'y', 'minus', '3'),
      act('c', 'y', 'plus', '1'),
      act('d', 'y', 'minus', '2'),
    ],
    { subjects: ['a', 'b', 'c', 'd'].map((id) => unit(id)) },
  );
  expect(evaluated(rules, facts).subjects.map((result) => result.rank)).toEqual([4, 1, 3, 1]);
});
