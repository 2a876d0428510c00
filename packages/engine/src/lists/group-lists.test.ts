import { describe, expect, test } from 'vitest';
import { exact } from '../kernel/exact-text.ts';
import { NOT_SCORED, scored } from '../kernel/score.ts';
import type { Ranking } from '../rules/evaluation.ts';
import { firstAndLast } from './first-and-last.ts';
import { isAmongFirst, isAmongLast, isLast, listPlaces } from './group-place.ts';
import { publishedRanks } from './published-rank.ts';
import { suggestedUses } from './suggested-uses.ts';
import { zeroList } from './zero-list.ts';

const rankingOf = (ranks: readonly (number | null)[], tooSmall = false): Ranking => ({
  kind: 'unit',
  sequence: null,
  group: null,
  ranked: ranks.filter((rank) => rank !== null).length,
  tooSmall,
  rows: ranks.map((rank, at) => ({
    subject: `u${at + 1}`,
    code: `u${at + 1}`,
    score: rank === null ? NOT_SCORED : scored(exact('90')),
    rank,
  })),
});
const upTo = (size: number) => Array.from({ length: size }, (_, at) => at + 1);
const lists = (ranks: readonly (number | null)[], rules: Parameters<typeof firstAndLast>[1] = {}) => {
  const { first, last, top } = firstAndLast(rankingOf(ranks), rules);
  return [first, last, top].map((rows) => rows.map((row) => row.rank));
};

describe('P16 §12 first and last lists', () => {
  test('P16 the last three of 17 are the ranks above 14', () => {
    expect(lists(upTo(17))).toEqual([[1, 2, 3], [15, 16, 17], []]);
  });

  test('P16 three only where there are at least six, else one', () => {
    expect(lists(upTo(6))).toEqual([[1, 2, 3], [4, 5, 6], []]);
    expect(lists(upTo(5))).toEqual([[1], [5], []]);
    expect([listPlaces(6, 3), listPlaces(5, 3), listPlaces(0, 0)]).toEqual([3, 1, 0]);
  });

  test('P16 last is nobody ranked lower, ties all count', () => {
    expect(lists([1, 2, 3, 4, 4])).toEqual([[1], [4, 4], []]);
    expect(lists([1, 2, 3, 4, 4, 4, 4], { last: 3 })[1]).toEqual([4, 4, 4, 4]);
    expect(lists([1, 1, 3, 4, 5])[0]).toEqual([1, 1]);
    const places = [3, 4].map((rank) => ({ rank, size: 5, worstRank: 4 }));
    expect(places.map(isLast)).toEqual([false, true]);
  });

  test('P16 a tie across the line keeps the better place it shares', () => {
    const ranks = [...upTo(13), 14, 14, 14, 17];
    expect(lists(ranks)[1]).toEqual([17]);
    const places = [14, 15].map((rank) => ({ rank, size: 17, worstRank: 17 }));
    expect(places.map((place) => isAmongLast(place, 3))).toEqual([false, true]);
    expect([3, 4].map((rank) => isAmongFirst({ rank, size: 17, worstRank: 17 }, 3))).toEqual([true, false]);
  });

  test('P16 ⚙ the places and the top list are parameters', () => {
    expect(lists(upTo(10), { first: 5, last: 2, top: 7 })).toEqual([
      [1, 2, 3, 4, 5],
      [9, 10],
      [1, 2, 3, 4, 5, 6, 7],
    ]);
    expect(lists(upTo(10), { first: 0, last: 0 })).toEqual([[], [], []]);
    expect(lists([1, 1, 1], { first: 0, last: 0 })).toEqual([[], [], []]);
  });

  test('P16 the unranked are on no list and in no size', () => {
    expect(lists([1, 2, 3, 4, 5, null, null])).toEqual([[1], [5], []]);
    expect(lists([null])).toEqual([[], [], []]);
  });

  test('§7 a group below the least size has a ranking only, and says so', () => {
    expect(firstAndLast(rankingOf([1, 2], true), { top: 2 })).toEqual({
      first: [],
      last: [],
      top: [],
      note: '只有 2 个参加排名，少于办法规定的最少个数，只列名次，不列首末位',
    });
    expect(firstAndLast(rankingOf([1, 2]), {}).note).toBeNull();
  });
});

test('P17 a published year gives places to the ranked, and none in a group too small', () => {
  expect(publishedRanks(2026, rankingOf([1, 2, 2, null]))).toEqual([
    { year: 2026, subject: 'u1', rank: 1, size: 3, worstRank: 2 },
    { year: 2026, subject: 'u2', rank: 2, size: 3, worstRank: 2 },
    { year: 2026, subject: 'u3', rank: 2, size: 3, worstRank: 2 },
  ]);
  expect(publishedRanks(2026, rankingOf([1, 2], true))).toEqual([]);
});

describe('P17 N10 what the method foresees for its lists', () => {
  const rules = {
    top: 10,
    suggestions: [
      { kind: 'commendation' as const, among: 'top' as const, clause: '9.4' },
      { kind: 'talk' as const, among: 'last' as const },
    ],
  };
  const told = (ranks: readonly (number | null)[]) =>
    suggestedUses(rankingOf(ranks), rules).map(({ rule, row, fact }) => [rule.kind, row.rank, fact]);

  test('P17 each list gives its suggestions, with the place as the fact', () => {
    const found = told(upTo(17));
    expect(found.filter(([kind]) => kind === 'commendation')).toHaveLength(10);
    expect(found.filter(([kind]) => kind === 'talk').map(([, rank]) => rank)).toEqual([15, 16, 17]);
    expect(found[0]).toEqual(['commendation', 1, '17 个参加排名，第 1 名，列表扬名单']);
  });

  test('P17 a method without suggestions, and a group too small for lists, suggest nothing', () => {
    expect(suggestedUses(rankingOf(upTo(17)), { top: 10 })).toEqual([]);
    expect(suggestedUses(rankingOf([1, 2], true), rules)).toEqual([]);
  });
});

describe('P16 §12 the zero list', () => {
  const member = (subject: string, accepted: number, presentDays: string | null) => ({
    subject,
    kind: 'officer' as const,
    accepted,
    presentDays,
  });
  test('P16 no accepted work though present ten working days', () => {
    const members = [member('a', 0, '10'), member('b', 0, '9.5'), member('c', 1, '22'), member('d', 0, null)];
    expect(zeroList({}, members)).toEqual({
      listed: [{ subject: 'a', reason: '本月没有被采纳的工作，出勤 10 个工作日（满 10 日）' }],
      unknown: [{ subject: 'd', reason: '本月没有被采纳的工作，出勤天数不详，请核实后再定' }],
    });
  });

  test('P16 ⚙ the days are a parameter', () => {
    const members = [member('a', 0, '5'), member('b', 0, '4')];
    expect(zeroList({ presentDays: 5 }, members).listed.map((row) => row.subject)).toEqual(['a']);
  });

  test('P16 a unit without accepted work is listed likewise', () => {
    const unit = { subject: 'u', kind: 'unit' as const, presentDays: null };
    expect(zeroList({}, [{ ...unit, accepted: 0 }]).listed).toEqual([
      { subject: 'u', reason: '本月没有被采纳的工作' },
    ]);
    expect(zeroList({}, [{ ...unit, accepted: 1 }])).toEqual({ listed: [], unknown: [] });
  });
});
