import { expect, test } from 'vitest';
import { exact } from '../kernel/exact-text.ts';
import { EXEMPT, NOT_APPLICABLE, NOT_SCORED, type Score, scored } from '../kernel/score.ts';
import { type PartMember, rankByPart } from './rank-by-part.ts';

const member = (points: string | Score, more: Partial<PartMember> = {}): PartMember => ({
  sequence: 'stations',
  group: null,
  score: typeof points === 'string' ? scored(exact(points)) : points,
  ranked: true,
  ...more,
});
const ranks = (members: readonly PartMember[]) => rankByPart(members).map(({ rank, of }) => [rank, of]);

test('P11 a ranking by one part ranks by its points, with the ties of the whole: 9, 8, 8, 7 → 1, 2, 2, 4', () => {
  expect(ranks([member('8'), member('9'), member('7'), member('8')])).toEqual([
    [2, 4],
    [1, 4],
    [4, 4],
    [2, 4],
  ]);
});

test('P11 only the same sequence and group are compared in a part', () => {
  const a = { sequence: 'stations', group: 'A' };
  const b = { sequence: 'stations', group: 'B' };
  const none = { sequence: null, group: null };
  expect(
    ranks([member('1', a), member('5', b), member('4', b), member('2', none), member('3', none)]),
  ).toEqual([
    [1, 1],
    [1, 2],
    [2, 2],
    [2, 2],
    [1, 2],
  ]);
});

test('P11 no points, and out of the ranking, are no place in a part; 0 and less are', () => {
  expect(
    ranks([
      member(NOT_SCORED),
      member(EXEMPT),
      member(NOT_APPLICABLE),
      member('100', { ranked: false }),
      member('0'),
      member('-2'),
    ]),
  ).toEqual([
    [null, 2],
    [null, 2],
    [null, 2],
    [null, 2],
    [1, 2],
    [2, 2],
  ]);
});

test('P11 points of a part are compared exactly: 1/3 and 0.333333 are two places', () => {
  expect(ranks([member('0.333333'), member('1/3'), member('0.1'), member('0.1')])).toEqual([
    [2, 4],
    [1, 4],
    [3, 4],
    [3, 4],
  ]);
  expect(rankByPart([])).toEqual([]);
});
