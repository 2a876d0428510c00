import { describe, expect, test } from 'vitest';
import type { StreakRule } from '../rules/appraisal-rules.ts';
import {
  checkCommendation,
  forbidsCommendation,
  isDisciplineFlag,
  type Nominee,
} from './check-commendation.ts';
import { findStreaks, type StreakInput } from './find-streaks.ts';
import { leaderService } from './leader-service.ts';
import type { PublishedRank } from './published-rank.ts';

const lastTwo: StreakRule = { among: 'last', years: 2, proposal: '调整负责人' };
const lastThree: StreakRule = { among: 'lastPlaces', places: 3, years: 3, proposal: '诫勉谈话' };
const at = (year: number, rank: number, subject = 'u', size = 17): PublishedRank => ({
  year,
  subject,
  rank,
  size,
  worstRank: size,
});
const input = (ranks: readonly PublishedRank[], more: Partial<StreakInput> = {}): StreakInput => ({
  rules: [lastTwo, lastThree],
  ranks,
  successions: [],
  leaders: [],
  year: 2026,
  asOf: '2026-12-31',
  ...more,
});
const found = (ranks: readonly PublishedRank[], more: Partial<StreakInput> = {}) =>
  findStreaks(input(ranks, more)).map(({ subject, rule }) => [subject, rule.proposal]);

describe('P17 §12 streaks over published annual ranks', () => {
  test('P17 among the last three three years running: 16, 15 and 17 of 17', () => {
    expect(found([at(2024, 16), at(2025, 15), at(2026, 17)])).toEqual([['u', '诫勉谈话']]);
    expect(found([at(2024, 16), at(2025, 14), at(2026, 17)])).toEqual([]);
    expect(found([at(2025, 16), at(2026, 16)])).toEqual([]);
  });

  test('P17 last two years running', () => {
    expect(found([at(2025, 17), at(2026, 17)])).toEqual([['u', '调整负责人']]);
    expect(found([at(2025, 17), at(2026, 16)])).toEqual([]);
    expect(found([at(2024, 17), at(2025, 17)])).toEqual([]);
  });

  test('P17 both rules may hold at once; ⚙ three places are the default', () => {
    const { places: _places, ...byDefault } = lastThree;
    const all = [at(2024, 17), at(2025, 17), at(2026, 17)];
    expect(found(all)).toHaveLength(2);
    const [finding] = findStreaks(input([at(2024, 15), at(2025, 15), at(2026, 15)], { rules: [byDefault] }));
    expect(finding?.message).toContain('连续 3 年列后 3 名');
    const two = { ...lastThree, places: 2 };
    expect(found([at(2024, 15), at(2025, 15), at(2026, 15)], { rules: [two] })).toEqual([]);
  });

  test('P17 a year without a rank breaks the streak', () => {
    expect(found([at(2023, 17), at(2024, 17), at(2026, 17)])).toEqual([]);
  });

  test('P17 in a group of five only the last one counts', () => {
    const small = (year: number, rank: number) => at(year, rank, 'u', 5);
    expect(found([small(2024, 4), small(2025, 4), small(2026, 4)])).toEqual([]);
    expect(found([small(2024, 5), small(2025, 5), small(2026, 5)])).toHaveLength(2);
  });

  test('P17 a successor takes its predecessor’s years with it', () => {
    const ranks = [at(2024, 17, 'old'), at(2025, 15, 'old'), at(2026, 16)];
    const successions = [{ from: 'old', to: 'u', year: 2026 }];
    expect(found(ranks)).toEqual([]);
    expect(found(ranks, { successions })).toEqual([['u', '诫勉谈话']]);
    expect(found(ranks, { successions: [{ from: 'old', to: 'u', year: 2025 }] })).toEqual([]);
    expect(found(ranks, { successions: [{ from: 'other', to: 'u', year: 2026 }] })).toEqual([]);
    expect(found(ranks, { successions: [{ from: 'old', to: 'v', year: 2026 }] })).toEqual([]);
    const [finding] = findStreaks(input(ranks, { successions }));
    expect(finding?.ranks.map((rank) => rank.subject)).toEqual(['u', 'old', 'old']);
    expect(finding?.message).toContain('2025 年（前身 old） 17 个中第 15 名');
    const [named] = findStreaks(input(ranks, { successions, names: new Map([['old', '老城派出所']]) }));
    expect(named?.message).toContain('2025 年（前身 老城派出所） 17 个中第 15 名');
  });

  test('P17 of two predecessors both must have been among the last', () => {
    const successions = [
      { from: 'p', to: 'u', year: 2026 },
      { from: 'q', to: 'u', year: 2026 },
    ];
    const ranks = (other: number) => [at(2025, 17, 'p'), at(2025, other, 'q'), at(2026, 17)];
    expect(found(ranks(17), { successions })).toEqual([['u', '调整负责人']]);
    expect(found(ranks(3), { successions })).toEqual([]);
    expect(found([at(2025, 17, 'p'), at(2026, 17)], { successions })).toEqual([['u', '调整负责人']]);
  });

  test('P17 successions follow each other, and a circle of them ends', () => {
    const chain = [
      { from: 'a', to: 'b', year: 2026 },
      { from: 'b', to: 'u', year: 2026 },
    ];
    expect(found([at(2025, 17, 'a'), at(2026, 17)], { successions: chain })).toHaveLength(1);
    const circle = [...chain, { from: 'u', to: 'a', year: 2026 }];
    expect(found([at(2026, 17)], { successions: circle })).toEqual([]);
  });

  test('P17 the finding is a proposal, and shows how long the present leader has served', () => {
    const leaders = [
      { subject: 'v', name: '王某', since: '2020-01-01' },
      { subject: 'u', name: '李某', since: '2025-03-15' },
    ];
    const [finding] = findStreaks(input([at(2025, 17), at(2026, 17)], { leaders }));
    expect(finding).toMatchObject({ leader: { name: '李某', since: '2025-03-15', months: 21 } });
    expect(finding?.message).toBe(
      '连续 2 年列末位：2026 年 17 个中第 17 名、2025 年 17 个中第 17 名；拟提请考核委员会研究：调整负责人；' +
        '现任负责人李某自2025年3月15日任职，至2026年12月31日满 21 个月',
    );
    const [unknown] = findStreaks(input([at(2025, 17), at(2026, 17)]));
    expect(unknown?.leader).toBeNull();
    expect(unknown?.message).toContain('；现任负责人任职时间未登记，请先核实');
  });
});

test('P17 service is told in full months', () => {
  const months = (since: string, asOf: string) =>
    leaderService({ subject: 'u', name: '李某', since }, asOf).months;
  expect(months('2026-03-15', '2026-04-14')).toBe(0);
  expect(months('2026-03-15', '2026-04-15')).toBe(1);
  expect(months('2025-11-01', '2026-02-01')).toBe(3);
  expect(months('2027-01-01', '2026-12-31')).toBe(0);
  expect(() => months('2026-02-30', '2026-12-31')).toThrow('not a day: 2026-02-30');
});

describe('P17 §12 before a commendation', () => {
  const grades = [
    { code: 'A', name: '优秀' },
    { code: 'B', name: '称职' },
    { code: 'C', name: '基本称职' },
  ];
  const clean: Nominee = {
    place: { rank: 3, size: 17, worstRank: 17 },
    grade: 'B',
    sanctions: [],
    effects: [],
  };
  const rules = { gradeFloor: 'B', clause: '第三十条' };
  const flags = (more: Partial<Nominee>, own: Parameters<typeof checkCommendation>[0] = rules) =>
    checkCommendation(own, grades, { ...clean, ...more }, '2026-11-21').map(({ code, message }) => [
      code,
      message,
    ]);

  test('P17 a nominee without a mark is not flagged', () => {
    expect(flags({})).toEqual([]);
    expect(flags({ place: null, grade: 'A' })).toEqual([]);
  });

  test('P17 among the last three, with the fact and the clause', () => {
    const place = { rank: 15, size: 17, worstRank: 17 };
    expect(checkCommendation(rules, grades, { ...clean, place }, '2026-11-21')).toEqual([
      { code: 'amongLast', message: '最近一次公布的排名 17 个中第 15 名，列后 3 名', clause: '第三十条' },
    ]);
    expect(flags({ place: { ...place, rank: 14 } })).toEqual([]);
    expect(flags({ place: { ...place, rank: 16 } }, { notAmongLast: 1 })).toEqual([]);
    expect(checkCommendation({}, grades, { ...clean, place }, '2026-11-21')[0]?.clause).toBeNull();
  });

  test('P17 a sanction counts from its first to its last day', () => {
    const sanction = (from: string, until: string | null) =>
      flags({ sanctions: [{ name: '警告处分', from, until }] });
    expect(sanction('2026-11-21', '2027-05-20')).toEqual([
      ['underSanction', '受警告处分，2026年11月21日至2027年5月20日'],
    ]);
    expect(sanction('2026-05-21', '2026-11-21')).toHaveLength(1);
    expect(sanction('2026-05-20', '2026-11-20')).toEqual([]);
    expect(sanction('2026-11-22', null)).toEqual([]);
    expect(sanction('2026-05-20', null)).toEqual([
      ['underSanction', '受警告处分，自2026年5月20日起，尚未解除'],
    ]);
  });

  test('P17 an effect that forbids commendation', () => {
    const effects = [{ name: '督察通报', from: '2026-09-01', until: '2027-02-28' }];
    expect(flags({ effects })).toEqual([
      ['noCommendation', '不得评先评优：督察通报，2026年9月1日至2027年2月28日'],
    ]);
  });

  test('P17 below the grade floor; no grade is told apart', () => {
    expect(flags({ grade: 'C' })).toEqual([['belowGradeFloor', '等次为基本称职，低于称职']]);
    expect(flags({ grade: 'C' }, {})).toEqual([]);
    expect(flags({ grade: null })).toEqual([['gradeMissing', '没有等次，不能确认达到称职，请核实']]);
    expect(flags({ grade: null }, {})).toEqual([]);
    expect(flags({ grade: '基本称职' }, { gradeFloor: '称职' })).toHaveLength(1);
    expect(flags({ grade: 'C' }, { gradeFloor: 'Z' })).toEqual([
      ['belowGradeFloor', '等次为基本称职，低于Z'],
    ]);
  });

  test('P17 what is unfinished is told beside the rest, in its own words', () => {
    const unsettled = [
      { code: 'writtenReviewOpen' as const, message: '2026年9月书面检查未通过', clause: '9.2' },
      { code: 'appealOpen' as const, message: '有 1 件复议未答复', clause: null },
    ];
    const found = checkCommendation(rules, grades, { ...clean, grade: 'C', unsettled }, '2026-11-21');
    expect(found.map(({ code, clause }) => [code, clause])).toEqual([
      ['belowGradeFloor', '第三十条'],
      ['writtenReviewOpen', '9.2'],
      ['appealOpen', null],
    ]);
    expect(found.map(({ code }) => forbidsCommendation(code))).toEqual([true, true, false]);
  });

  test('§17 facts of discipline are told apart from the others', () => {
    const all = ['amongLast', 'underSanction', 'noCommendation', 'belowGradeFloor', 'gradeMissing'] as const;
    expect(all.filter(isDisciplineFlag)).toEqual(['underSanction', 'noCommendation']);
  });
});
