import { expect, test } from 'vitest';
import { exact } from '../kernel/exact-text.ts';
import { groupBy } from '../kernel/group-by.ts';
import { comparableNumbers } from './comparable-numbers.ts';
import { LAST, REGULAR, rankStandings, UNRANKED } from './rank-standings.ts';

function ranks(
  scores: readonly number[],
  more: {
    places?: readonly number[];
    groups?: readonly number[];
    breakers?: readonly (readonly number[])[];
  } = {},
) {
  const groups = more.groups ?? scores.map(() => 0);
  return [
    ...rankStandings({
      groups: groupBy(Int32Array.from(groups), Math.max(...groups, 0) + 1),
      place: Uint8Array.from(more.places ?? scores.map(() => REGULAR)),
      keys: [Float64Array.from(scores), ...(more.breakers ?? []).map((key) => Float64Array.from(key))],
    }),
  ];
}

test('§7 equal scores share the better rank, and the next one counts everybody before it', () => {
  expect(ranks([90, 93, 95, 93])).toEqual([4, 2, 1, 2]);
  expect(ranks([-3, 0, -3])).toEqual([2, 1, 2]);
  expect(ranks([])).toEqual([]);
});

test('§7 groups are ranked apart', () => {
  expect(ranks([90, 80, 70, 60], { groups: [0, 1, 0, 1] })).toEqual([1, 1, 2, 2]);
});

test('§7 rank last follows all ranked ones and ties; the unranked take no rank', () => {
  const places = [LAST, REGULAR, UNRANKED, LAST, REGULAR];
  expect(ranks([99, 80, 95, 10, 70], { places })).toEqual([3, 1, 0, 3, 2]);
});

test('§7 tie-breakers apply in their order and only among equals; no number is the worst', () => {
  const none = Number.NEGATIVE_INFINITY;
  expect(ranks([90, 90, 80], { breakers: [[1, 2, 9]] })).toEqual([2, 1, 3]);
  expect(
    ranks([90, 90, 90], {
      breakers: [
        [5, 5, none],
        [1, 2, 3],
      ],
    }),
  ).toEqual([2, 1, 3]);
  expect(ranks([90, 90], { breakers: [[none, none]] })).toEqual([1, 1]);
});

test('§7 scores far apart are ranked like near ones', () => {
  const far = 2 ** 52;
  expect(ranks([far, -far, far - 1, far])).toEqual([1, 4, 3, 1]);
  // Just small enough, and just too large, for the quick way with whole numbers of 32 bits.
  expect(ranks([2 ** 30, 0, 1])).toEqual([1, 3, 2]);
  expect(ranks([2 ** 40, 0, 1])).toEqual([1, 3, 2]);
});

test('§1 exact values keep their order as numbers, on a common scale or by their places', () => {
  const numbers = (...texts: readonly (string | null)[]) => [
    ...comparableNumbers(texts.map((text) => (text === null ? null : exact(text)))),
  ];
  expect(numbers('1.5', '-0.25', null, '2')).toEqual([6, -1, Number.NEGATIVE_INFINITY, 8]);
  const tiny = '0.00000000000000000001';
  expect(numbers(tiny, '1/7', '0', tiny, null)).toEqual([1, 2, 0, 1, Number.NEGATIVE_INFINITY]);
  expect(numbers('900000000000000000000', '1', '900000000000000000000')).toEqual([1, 0, 1]);
});
