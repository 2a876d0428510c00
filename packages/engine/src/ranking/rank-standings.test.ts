import { expect, test } from 'vitest';
import { exact } from '../kernel/exact-text.ts';
import { groupBy } from '../kernel/group-by.ts';
import { comparableNumbers } from './comparable-numbers.ts';
import { competitionRanks } from './competition-rank.ts';
import { LAST, REGULAR, rankStandings, UNRANKED } from './rank-standings.ts';

const none = Number.NEGATIVE_INFINITY;

function ranks(
  scores: readonly number[],
  more: { places?: readonly number[]; groups?: readonly number[] } = {},
) {
  const group = Int32Array.from(more.groups ?? scores.map(() => 0));
  return [
    ...rankStandings({
      groups: groupBy(group, Math.max(0, ...group) + 1),
      place: Uint8Array.from(more.places ?? scores.map(() => REGULAR)),
      keys: [Float64Array.from(scores)],
    }),
  ];
}

test('§7 standard competition ranks, whatever the order of the list', () => {
  expect(ranks([95, 93, 93, 90])).toEqual([1, 2, 2, 4]);
  expect(ranks([90, 93, 95, 93])).toEqual([4, 2, 1, 2]);
  expect(ranks([7, 7, 7])).toEqual([1, 1, 1]);
  expect(ranks([-3, 0, -1])).toEqual([3, 1, 2]);
  expect(ranks([5])).toEqual([1]);
  expect(ranks([])).toEqual([]);
});

test('§7 “rank last” follows all who are ranked, unranked take no rank', () => {
  const places = [LAST, REGULAR, UNRANKED, REGULAR, LAST];
  expect(ranks([99, 80, 98, 70, 60], { places })).toEqual([3, 1, 0, 2, 3]);
  expect(ranks([99, 80], { places: [LAST, LAST] })).toEqual([1, 1]);
  expect(ranks([99, 80], { places: [UNRANKED, UNRANKED] })).toEqual([0, 0]);
});

test('§7 each group is ranked by itself', () => {
  expect(ranks([1, 2, 3, 4], { groups: [1, 0, 1, 0] })).toEqual([2, 2, 1, 1]);
  const places = [REGULAR, LAST, REGULAR, REGULAR];
  expect(ranks([1, 2, 3, 4], { groups: [1, 0, 1, 0], places })).toEqual([2, 2, 1, 1]);
});

test('§7 scores too far apart to be packed into one number are ranked the same', () => {
  const far = [0, Number.MAX_SAFE_INTEGER, 5, Number.MAX_SAFE_INTEGER, 5];
  expect(ranks(far)).toEqual([5, 1, 3, 1, 3]);
  const wide = [0, 2 ** 40, 5, 2 ** 40, 2 ** 33];
  expect(ranks(wide)).toEqual([5, 1, 4, 1, 3]);
  expect(ranks([2 ** 31, 0, 2 ** 30])).toEqual([1, 3, 2]);
  expect(ranks([2 ** 30 - 1, 0])).toEqual([1, 2]);
});

function withBreakers(scores: readonly number[], ...breakers: readonly (readonly number[])[]) {
  return [
    ...rankStandings({
      groups: groupBy(new Int32Array(scores.length), 1),
      place: new Uint8Array(scores.length),
      keys: [Float64Array.from(scores), ...breakers.map((own) => Float64Array.from(own))],
    }),
  ];
}

test('§7 tie-breakers in order, among equals only; what is still equal shares the rank', () => {
  expect(withBreakers([90, 90, 90, 95], [1, 3, 2, 0])).toEqual([4, 2, 3, 1]);
  expect(withBreakers([90, 90, 90, 80], [1, 3, 3, 9])).toEqual([3, 1, 1, 4]);
  expect(withBreakers([90, 90, 90], [1, 1, 1], [5, 6, 5])).toEqual([2, 1, 2]);
  expect(withBreakers([90, 90, 90], [none, 0, none])).toEqual([2, 1, 2]);
});

test('§7 competition ranks of any list: equals share, the next one counts all before it', () => {
  const same = (a: number, b: number) => a === b;
  expect(competitionRanks([9, 9, 8, 7, 7, 7, 1], same)).toEqual([1, 1, 3, 4, 4, 4, 7]);
});

test('§1 exact values keep their order and their equality as plain numbers', () => {
  const numbers = (...texts: readonly (string | null)[]) => [
    ...comparableNumbers(texts.map((text) => (text === null ? null : exact(text)))),
  ];
  expect(numbers('1.5', null, '-0.25')).toEqual([6, none, -1]);
  const huge = `1${'0'.repeat(20)}`;
  expect(numbers(huge, '1/3', null, '2', '1/3')).toEqual([2, 0, none, 1, 0]);
  expect(numbers('1/3', '2', '0.1')).toEqual([10, 60, 3]);
  expect(numbers(null)).toEqual([none]);
  expect(numbers()).toEqual([]);
});
