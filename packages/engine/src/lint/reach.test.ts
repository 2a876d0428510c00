import { expect, test } from 'vitest';
import { toText } from '../kernel/exact-text.ts';
import type { Indicator, Item, Module } from '../rules/rule-set.ts';
import type { RankForm, Scoring, ThresholdRateScoring } from '../rules/scoring.ts';
import { indicator, item } from '../test-support/small-rule-set.ts';
import { changeReach, indicatorReach, itemReach, moduleReach, type Reach, totalReach } from './reach.ts';

/** `-2..3`, `..0` without a lower end. */
const text = ({ least, most }: Reach) =>
  `${least === null ? '' : toText(least)}..${most === null ? '' : toText(most)}`;
const change = (scoring: Scoring, own: Partial<Indicator> = {}) =>
  text(changeReach(indicator('x', scoring, own)));
const events = (...points: readonly string[]) =>
  points.map((each, at) => ({ code: `e${at}`, name: 'e', points: each }));
const occurrence = (...points: readonly string[]): Scoring => ({
  family: 'occurrence',
  events: events(...points),
});

test('X6 events may come any number of times, to the side of their points', () => {
  expect(change(occurrence('-1'))).toBe('..0');
  expect(change(occurrence('2'))).toBe('0..');
  expect(change(occurrence('2', '-1'))).toBe('..');
  expect(change(occurrence('0'))).toBe('0..0');
  expect(change(occurrence('x', '1'))).toBe('..');
  expect(change({ family: 'ladder', events: events('1') })).toBe('0..');
  expect(change({ family: 'deductFromFull', events: events('-1') })).toBe('..0');
  expect(change({ family: 'allOrNothing', events: events('0'), times: 1 })).toBe('..0');
  const role = { code: 'e', name: 'e', points: '0', byRole: [{ role: 'r', points: '-1' }] };
  expect(change({ family: 'occurrence', events: [role] })).toBe('..0');
  expect(change({ family: 'band', min: '-3', max: '-1' })).toBe('..0');
  expect(change({ family: 'lateness', by: 'day', points: '-1' })).toBe('..0');
  expect(change({ family: 'escalation', steps: [{ points: '-1' }, { points: '2' }] })).toBe('..');
  expect(change({ family: 'controlNumber', step: '10%', first: '-3', points: '0' })).toBe('..0');
  expect(change({ family: 'controlNumber', step: '10%', points: '-1' })).toBe('..0');
  expect(change({ family: 'effectOnly', effect: { kind: 'noGrade' } })).toBe('0..0');
});

test('X6 a rate in percent ends at 0 and 100, other measures do not', () => {
  const rate = (more: Partial<ThresholdRateScoring>) =>
    change({
      family: 'thresholdRate',
      sides: [{ side: 'below', at: '95', step: '10', points: '-1' }],
      ...more,
    });
  expect(rate({})).toBe('-9..0');
  expect(rate({ stepRounding: 'ceil' })).toBe('-10..0');
  expect(rate({ stepRounding: 'prorata' })).toBe('-9.5..0');
  expect(rate({ unit: '%' })).toBe('-9..0');
  expect(rate({ unit: '件' })).toBe('..0');
  expect(rate({ sides: [{ side: 'above', at: '95', step: '1', points: '1' }] })).toBe('0..5');
  expect(rate({ sides: [{ side: 'above', at: '95', step: '0', points: '1' }] })).toBe('0..');
  expect(
    rate({
      sides: [
        { side: 'above', at: '95', points: '1' },
        { side: 'below', at: '90', points: '-2' },
      ],
    }),
  ).toBe('-2..1');
  expect(rate({ sides: [{ side: 'above', at: 'x', points: '1' }] })).toBe('..');
  expect(rate({ sides: [{ side: 'above', at: '1', points: 'x' }] })).toBe('..');
  expect(change({ family: 'relativeToMean', sides: [{ side: 'below', at: '-40', points: '-1' }] })).toBe(
    '-1..0',
  );
  expect(
    change({ family: 'relativeToMean', sides: [{ side: 'below', at: '-40', step: '1', points: '-1' }] }),
  ).toBe('..0');
});

test('X6 a task brings its points for being done, in time or late, and may fall short without end', () => {
  expect(change({ family: 'target', short: '-1', done: '2' })).toBe('..2');
  expect(change({ family: 'target', short: '0', done: '2', latePoints: '-3' })).toBe('-3..2');
  expect(change({ family: 'target', short: '0' })).toBe('0..0');
});

test('X6 points that replace the marks are told as a change against them', () => {
  const tiers: Scoring = {
    family: 'tiers',
    tiers: [
      { to: '1', points: '3' },
      { from: '1', points: '8' },
    ],
  };
  expect(change(tiers, { marks: '10' })).toBe('-7..-2');
  expect(change(tiers)).toBe('3..8');
  expect(change({ family: 'tiers', tiers: [] })).toBe('..');
  expect(change({ family: 'tiers', tiers: [{ points: 'x' }, { points: '1' }] })).toBe('..');
  expect(change({ family: 'ratio', ceiling: '1.2' }, { marks: '10' })).toBe('-10..2');
  expect(change({ family: 'ratio' }, { marks: '10' })).toBe('-10..0');
  expect(change({ family: 'ratio' })).toBe('0..');
  const group = { code: 'g', name: '领导', weight: '1' };
  expect(change({ family: 'assessment', full: '100', groups: [group] }, { marks: '10' })).toBe('-10..0');
  expect(change({ family: 'imported' }, { marks: '10' })).toBe('..');
});

test('X6 places bring between their first and their last points', () => {
  const rank = (form: RankForm) => change({ family: 'rankBased', form });
  expect(rank({ kind: 'fromTop', first: '5', step: '-1' })).toBe('..5');
  expect(rank({ kind: 'fromTop', first: '5', step: '-1', floor: '0' })).toBe('0..5');
  expect(rank({ kind: 'fromBottom', last: '1', step: '1' })).toBe('1..');
  expect(rank({ kind: 'fromBottom', last: '1', step: '1', ceiling: '9' })).toBe('1..9');
  expect(rank({ kind: 'table', places: ['3', '2'], otherwise: '-1' })).toBe('-1..3');
  expect(rank({ kind: 'proportion', full: '10' })).toBe('..10');
});

test('X6 an indicator’s cap, floor and leaf bounds cut its reach', () => {
  const value = (scoring: Scoring, own: Partial<Indicator>, within: Partial<Item> = {}) => {
    const leaf = indicator('x', scoring, own);
    return text(indicatorReach(leaf, item('p', [leaf], within)));
  };
  expect(value(occurrence('-1', '1'), { cap: '3' })).toBe('-3..3');
  expect(value(occurrence('-1', '1'), { cap: '3', marks: '10' })).toBe('7..13');
  expect(value(occurrence('-1'), { marks: '10' })).toBe('..10');
  expect(value({ family: 'deductFromFull', events: events('-1'), floor: '4' }, { marks: '10' })).toBe(
    '4..10',
  );
  expect(value(occurrence('-1', '1'), { marks: '10', floorAtLeaf: true })).toBe('0..10');
  expect(value(occurrence('-1', '1'), { marks: '10' }, { floorAtLeaf: true })).toBe('0..10');
  expect(value(occurrence('-1', '1'), { marks: '10', floorAtLeaf: false }, { floorAtLeaf: true })).toBe('..');
  expect(value(occurrence('-1', '1'), { marks: '10', floorAtLeaf: true, allowExcess: true })).toBe('0..');
  expect(value(occurrence('-1', '1'), { marks: '10', floorAtLeaf: true }, { allowExcess: true })).toBe('0..');
  expect(value({ family: 'ratio', ceiling: '1.2' }, { marks: '10', floorAtLeaf: true })).toBe('0..12');
  expect(value(occurrence('-1'), { floorAtLeaf: true })).toBe('..0');
});

test('X6 §4 items, modules and totals are bounded where they declare marks or bounds', () => {
  const of = (scoring: Scoring, own: Partial<Item>, leaf: Partial<Indicator> = {}) =>
    item('p', [indicator('x', scoring, leaf)], own);
  expect(text(itemReach(of(occurrence('-1'), { marks: '10' })))).toBe('0..10');
  expect(text(itemReach(of(occurrence('-1'), { marks: '10' }, { marks: '4', cap: '1' })))).toBe('9..10');
  expect(text(itemReach(of(occurrence('1'), { marks: '10', allowExcess: true })))).toBe('10..');
  expect(text(itemReach(of(occurrence('1', '-1'), { marks: '10', low: '-5', high: '12' })))).toBe('-5..12');
  expect(text(itemReach(of(occurrence('-1'), {})))).toBe('..0');
  const module = (more: Partial<Module>): Module => ({
    code: 'm',
    name: 'm',
    items: [of(occurrence('-1'), { marks: '10' })],
    ...more,
  });
  expect(text(moduleReach(module({})))).toBe('0..10');
  expect(text(moduleReach(module({ weight: '50%' })))).toBe('0..5');
  expect(text(moduleReach(module({ weight: '50%', low: '2', high: '8' })))).toBe('1..4');
  expect(text(totalReach([module({}), module({ weight: '50%' })], 'percentage'))).toBe('0..15');
  const open = module({ items: [of(occurrence('-1'), {})] });
  expect(text(totalReach([open], 'accumulating'))).toBe('..0');
  expect(text(totalReach([open], 'percentage'))).toBe('0..0');
});
