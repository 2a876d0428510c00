import { expect, test } from 'vitest';
import type { Indicator, RuleSet } from '../rules/rule-set.ts';
import type { Scoring } from '../rules/scoring.ts';
import { briefOf, lintOf, proven } from '../test-support/lint-codes.ts';
import { item, ruleSetOf } from '../test-support/small-rule-set.ts';
import { likeness } from './double-counting.ts';

const event = (name: string, points = '-1'): Scoring => ({
  family: 'occurrence',
  events: [{ code: 'e', name, points }],
});
const named = (code: string, name: string, scoring: Scoring, more: Partial<Indicator> = {}) =>
  proven(code, scoring, { name, ...more });
const found = (indicators: readonly Indicator[], more: Partial<RuleSet> = {}) =>
  briefOf(lintOf([item('p', indicators)], more));
const SECOND = 'modules[0].items[0].indicators[1]';

test('X6 likeness is 1 for the same name however it is written, and 0 for nothing in common', () => {
  expect(likeness('入户走访', '入户 走访。')).toBe(1);
  expect(likeness('入户走访', '案卷评查')).toBe(0);
  expect(likeness('一', '二')).toBe(0);
  expect(likeness('一', '一')).toBe(1);
  expect(likeness('入户走访工作', '入户走访情况')).toBeCloseTo(0.6);
  expect(likeness('人人人', '人人')).toBeCloseTo(2 / 3);
});

test('X6 two indicators of the same or nearly the same name are named, where somebody meets both', () => {
  const a = named('a', '实有人口入户走访', event('甲'));
  expect(found([a, named('b', '实有人口的入户走访', event('乙'))])).toEqual([
    `similarIndicators ${SECOND}.name a`,
  ]);
  expect(found([a, named('b', '矛盾纠纷排查', event('乙'))])).toEqual([]);
  const of = (kinds: readonly ('officer' | 'unit')[], sequences?: readonly string[]) => ({
    subjects: { kinds, ...(sequences === undefined ? {} : { sequences }) },
  });
  const two = (left: object, right: object) =>
    found([named('a', '走访', event('甲'), left), named('b', '走访', event('乙'), right)]).length;
  expect(two(of(['unit']), of(['officer']))).toBe(0);
  expect(two(of(['unit']), of(['unit', 'officer']))).toBe(1);
  expect(two(of(['unit'], ['s']), of(['unit'], ['t']))).toBe(0);
  expect(two({}, of(['officer']))).toBe(1);
  expect(two(of(['unit', 'officer']), of(['unit']))).toBe(1);
  expect(two(of(['officer']), {})).toBe(1);
});

test('X6 one clause and one event in two indicators is named, unless the rule set says how one matter counts', () => {
  const pair = (name: string, points: string, more: Partial<Indicator> = {}) => [
    named('a', '督察', event('迟到', '-1')),
    named('b', '考勤', event(name, points), more),
  ];
  expect(found(pair('迟到', '-2'))).toEqual([`sameEventTwice ${SECOND} a 迟到`]);
  expect(found(pair('迟到', '-2'), { matters: {} })).toEqual([]);
  expect(found(pair('早退', '-2'))).toEqual([]);
  expect(found(pair('迟到', 'x'))).toEqual([]);
  expect(found(pair('迟到', '2'))).toEqual([]);
  const other = {
    clauses: [
      { id: 'c', text: '1 2 分' },
      { id: 'd', text: '1 2 分' },
    ],
  };
  expect(found(pair('迟到', '-2', { clause: 'd' }), other)).toEqual([]);
  const none = [named('a', '督察', event('迟到', '0')), named('b', '考勤', event('迟到', '0'))];
  expect(found(none)).not.toContain(`sameEventTwice ${SECOND} a 迟到`);
});

test('X6 N9 an indicator that is already inside an imported score is named', () => {
  const monthly = ruleSetOf([item('q', [named('m', '案卷评查', event('瑕疵'))])], {
    id: 'monthly',
    name: '月度考核办法',
  });
  const imported = named('a', '月度得分', { family: 'imported' }, { evidence: '月度考核办法的成绩' });
  const own = named('b', '案卷评查', event('瑕疵'));
  const lint = (others: readonly RuleSet[], first = imported) =>
    briefOf(lintOf([item('p', [first, own])], {}, { others }));
  expect(lint([monthly])).toEqual([`importedTwice ${SECOND} a`]);
  expect(lint([])).toEqual([]);
  const itself = ruleSetOf([item('q', [named('m', '月度得分', event('瑕疵'))])], {
    id: 'monthly',
    name: '月度考核办法',
  });
  expect(lint([itself])).toEqual([]);
  expect(lint([{ ...monthly, name: '季度考核办法' }])).toEqual([]);
  expect(lint([{ ...monthly, name: '季度', id: '月度得分' }])).toEqual([`importedTwice ${SECOND} a`]);
  expect(lint([monthly], named('a', '月度考核办法', event('甲')))).toEqual([]);
});
