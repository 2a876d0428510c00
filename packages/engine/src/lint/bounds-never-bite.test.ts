import { expect, test } from 'vitest';
import type { Item, Module } from '../rules/rule-set.ts';
import type { Scoring } from '../rules/scoring.ts';
import { briefOf, lintIndicatorOf, lintOf, proven } from '../test-support/lint-codes.ts';
import { item } from '../test-support/small-rule-set.ts';

const events = (...points: readonly string[]): Scoring => ({
  family: 'occurrence',
  events: points.map((each, at) => ({ code: `e${at}`, name: `情形${at}`, points: each })),
});
const once: Scoring = { family: 'thresholdRate', sides: [{ side: 'below', at: '90', points: '-2' }] };
const PATH = 'modules[0].items[0].indicators[0]';
const found = (...args: Parameters<typeof lintIndicatorOf>) => briefOf(lintIndicatorOf(...args));

test('X6 a cap that nothing can reach is named', () => {
  expect(found(once, { cap: '3' })).toEqual([`capNeverBites ${PATH}.cap 3`]);
  expect(found(once, { cap: '2' })).toEqual([`capNeverBites ${PATH}.cap 2`]);
  expect(found(once, { cap: '1' })).toEqual([]);
  expect(found(events('-1'), { cap: '3' })).toEqual([]);
  expect(found({ ...once, sides: [{ side: 'above', at: '90', points: '2' }] }, { cap: '1' })).toEqual([]);
});

test('X6 a cap on deductions that cannot cost more than the marks anyway is named', () => {
  expect(found(events('-1'), { cap: '5', marks: '5', floorAtLeaf: true })).toEqual([
    `capNeverBites ${PATH}.cap 5`,
  ]);
  expect(found(events('-1'), { cap: '5', marks: '5' }, { marks: '5' })).toHaveLength(1);
  expect(found(events('-1'), { cap: '5', marks: '5' }, { marks: '5', low: '-9' })).toEqual([
    'lowNeverBites modules[0].items[0].low -9',
  ]);
  expect(found(events('-1'), { cap: '4', marks: '5' }, { marks: '5' })).toEqual([]);
  expect(found(events('-1', '1'), { cap: '5', marks: '5' }, { marks: '5' })).toEqual([]);
  const two = (cap: string) =>
    briefOf(
      lintOf([item('p', [proven('x', events('-1'), { cap }), proven('y', events('-1'))], { marks: '5' })], {
        matters: {},
      }),
    );
  expect(two('5')).toEqual([]);
  const inherited = lintOf([
    item('p', [proven('x', events('-1'), { cap: '5', marks: '5' })], { floorAtLeaf: true }),
  ]);
  expect(briefOf(inherited)).toEqual([`capNeverBites ${PATH}.cap 5`]);
});

test('X6 a floor below what the cap leaves is named', () => {
  const floored = (floor: string, cap?: string) =>
    found(
      { family: 'deductFromFull', floor, events: [{ code: 'e', name: '瑕疵', points: '-1' }] },
      { marks: '10', ...(cap === undefined ? {} : { cap }) },
    );
  expect(floored('6', '4')).toEqual([`floorNeverBites ${PATH}.scoring.floor 6`]);
  expect(floored('7', '4')).toEqual([]);
  expect(floored('5', '4')).toHaveLength(1);
  expect(floored('6')).toEqual([]);
});

test('X6 a cap on one late piece that is void before is named', () => {
  const late = (cap: string | undefined, more: Partial<Extract<Scoring, { family: 'lateness' }>> = {}) =>
    found({
      family: 'lateness',
      by: 'day',
      points: '-1',
      voidAfter: 10,
      ...(cap === undefined ? {} : { cap }),
      ...more,
    });
  expect(late('10')).toEqual([`lateCapNeverBites ${PATH}.scoring.cap 10`]);
  expect(late('9')).toEqual([]);
  expect(late('4', { per: '3' })).toHaveLength(1);
  expect(late('3', { per: '3' })).toEqual([]);
  expect(late('3', { per: '3', stepRounding: 'floor' })).toHaveLength(1);
  expect(late('9', { per: '0' })).toEqual([]);
  expect(late(undefined)).toEqual([]);
  expect(found({ family: 'lateness', by: 'day', points: '-1', cap: '10' })).toEqual([]);
});

test('X6 a ceiling of a ratio above 1 under full marks is named', () => {
  const ratio = (ceiling: string): Scoring => ({ family: 'ratio', ceiling });
  expect(found(ratio('1.2'), { marks: '10' }, { marks: '10' })).toEqual([
    `ceilingWithoutExcess ${PATH}.scoring.ceiling 1.2`,
  ]);
  expect(found(ratio('1'), { marks: '10' }, { marks: '10' })).toEqual([]);
  expect(found(ratio('1.2'), { marks: '10' }, { marks: '10', allowExcess: true })).toEqual([]);
  expect(found(ratio('1.2'), { marks: '10', allowExcess: true }, { marks: '10' })).toEqual([]);
  expect(found(ratio('1.2'), { marks: '10' }, { marks: '10', high: '11' })).toEqual([]);
  expect(found({ family: 'ratio' }, { marks: '10' }, { marks: '10' })).toEqual([]);
});

test('X6 bounds of an item that its leaves cannot reach are named', () => {
  const bounded = (scoring: Scoring, bounds: Partial<Item>) => found(scoring, {}, bounds);
  expect(bounded(events('1'), { low: '0' })).toEqual(['lowNeverBites modules[0].items[0].low 0']);
  expect(bounded(events('-1'), { low: '0' })).toEqual([]);
  expect(bounded(events('-1'), { high: '0' })).toEqual(['highNeverBites modules[0].items[0].high 0']);
  expect(bounded(events('1'), { high: '0' })).toEqual([]);
  expect(bounded(once, { low: '-2', high: '1' })).toEqual([
    'highNeverBites modules[0].items[0].high 1',
    'lowNeverBites modules[0].items[0].low -2',
  ]);
  expect(bounded(once, { low: '-1', high: '-1' })).toEqual([]);
});

test('X6 bounds of a module that its items cannot reach are named; an item’s own bound ends its reach', () => {
  const module = (scoring: Scoring, bounds: Partial<Module>, own: Partial<Item> = {}) => {
    const items = [item('p', [proven('x', scoring)], own)];
    return briefOf(lintOf([], { modules: [{ code: 'm', name: '模块', items, ...bounds }] }));
  };
  expect(module(events('1'), { high: '5' }, { high: '5' })).toEqual(['highNeverBites modules[0].high 5']);
  expect(module(events('1'), { high: '5' }, { high: '6' })).toEqual([]);
  expect(module(events('1'), { high: '5' })).toEqual([]);
  expect(module(events('-1'), { low: '-5' }, { low: '-5' })).toEqual(['lowNeverBites modules[0].low -5']);
  expect(module(events('-1'), { low: '-5' }, { low: '-6' })).toEqual([]);
  expect(module(events('-1'), { high: '10' }, { marks: '10' })).toEqual([
    'highNeverBites modules[0].high 10',
  ]);
});

test('X6 a cap of a leaf that is not bounded itself may bite in an item of several', () => {
  const leaves = [
    proven('x', events('-1'), { cap: '5', marks: '5' }),
    proven('y', events('-1'), { marks: '5' }),
  ];
  expect(briefOf(lintOf([item('p', leaves, { marks: '10' })], { matters: {} }))).toEqual([]);
});

test('X6 numbers of a draft that cannot be read yet are not judged', () => {
  const full = { code: 'e', name: '瑕疵', points: '-1' };
  const floored: Scoring = { family: 'deductFromFull', floor: 'x', events: [full] };
  expect(found(floored, { marks: '10', cap: '4' })).toEqual([]);
  expect(found({ ...floored, floor: '6' }, { marks: 'x', cap: '4' })).toEqual([]);
  const late = { family: 'lateness', by: 'day', points: '-1', voidAfter: 10, cap: '10' } as const;
  expect(found({ ...late, points: 'x' })).toEqual([]);
  expect(found({ ...late, per: 'x' })).toEqual([]);
  expect(found({ ...late, cap: 'x' })).toEqual([]);
  expect(found(once, { cap: 'x' })).toEqual([]);
});
