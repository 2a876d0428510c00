import { expect, test } from 'vitest';
import { ZERO } from '../kernel/exact.ts';
import { exact } from '../kernel/exact-text.ts';
import { Refusals } from '../kernel/refusal.ts';
import { compileRuleSet } from '../rules/compile.ts';
import { toPlain } from '../rules/evaluation-json.ts';
import { ENTRY_KINDS } from '../rules/facts.ts';
import type { Indicator, RuleSet } from '../rules/rule-set.ts';
import { indicator, item, officer, ruleSetOf, unit } from '../test-support/small-rule-set.ts';
import { NumberColumn } from './number-column.ts';
import { APART, classify, KINDS, pointTable, REFUSE, SKIP, SUM, treatments } from './row-treatment.ts';
import { scaleRules } from './scaled-rules.ts';
import { Sums } from './sums.ts';

const none = Number.NEGATIVE_INFINITY;
const all = Number.POSITIVE_INFINITY;
const compiled = (rules: RuleSet) => compileRuleSet(rules, new Refusals());
const events = [
  { code: 'minus', name: '扣', points: '-0.5' },
  { code: 'plus', name: '加', points: '1' },
];
const leaf = (code: string, more: Partial<Indicator> = {}) =>
  indicator(code, { family: 'occurrence', events }, more);

test('§1 a column keeps whole numbers of a scale, beside them what is not whole, and what is absent', () => {
  const column = new NumberColumn(4, 100);
  column.setScaled(0, 150);
  column.set(1, exact('-0.25'));
  expect([column.at(0), column.at(1), column.at(2), column.at(9)].map((own) => toPlain(own))).toEqual([
    '1.5',
    '-0.25',
    null,
    null,
  ]);
  expect([column.scaledAt(1), column.scaledAt(2), column.scaledAt(9)]).toEqual([-25, none, none]);
  expect([...column.comparable()]).toEqual([150, -25, none, none]);
  column.set(2, exact('1/3'));
  expect(toPlain(column.at(2))).toBe('1/3');
  expect(column.scaledAt(2)).toBeNaN();
  expect([...column.comparable()]).toEqual([18, -3, 4, none]);
});

test('§15 sums: by subject and indicator, additions and deductions of a subject apart', () => {
  const sums = new Sums(2, 2, 10);
  sums.add(0, 0, -15, 1);
  sums.add(0, 1, 40, 1);
  sums.add(0, 1, -5, 1);
  sums.add(1, 0, 7, 1);
  sums.add(0, 1, -5, -1);
  expect([sums.of(0, 0), sums.of(0, 1), sums.of(1, 0), sums.of(1, 1)].map((own) => toPlain(own))).toEqual([
    '-1.5',
    '4',
    '0.7',
    '0',
  ]);
  expect(toPlain([sums.signed(0), sums.signed(1)])).toEqual([
    { additions: '4', deductions: '1.5' },
    { additions: '0.7', deductions: '0' },
  ]);
  sums.clear();
  expect(toPlain([sums.of(0, 0), sums.signed(0)])).toEqual(['0', { additions: '0', deductions: '0' }]);
  const without = new Sums(2, 2, null);
  expect([without.net.length, without.deducted.length, without.of(0, 0)]).toEqual([0, 0, ZERO]);
});

test('§15 subjects that every rule treats alike are one class', () => {
  const subjects = [
    unit('a'),
    unit('b', { sequence: 's' }),
    officer('c'),
    unit('d', { group: 'g' }),
    unit('e', { sequence: 's' }),
    officer('f'),
  ];
  const classes = classify(subjects, ({ id }) => id === 'f');
  expect([...classes.of]).toEqual([0, 1, 2, 0, 1, 3]);
  expect(classes.list.map(({ example, traced }) => [example.id, traced])).toEqual([
    ['a', false],
    ['b', false],
    ['c', false],
    ['f', true],
  ]);
});

test('§15 what is done with an entry of each kind', () => {
  const rules = compiled(
    ruleSetOf([
      item('p', [
        leaf('x'),
        indicator('b', { family: 'band', min: '0', max: '1' }),
        indicator('r', { family: 'ratio', target: '1' }, { marks: '1' }),
        leaf('o', { subjects: { kinds: ['officer'] } }),
      ]),
    ]),
  );
  const { list } = classify([unit('a'), unit('b')], ({ id }) => id === 'b');
  const table = treatments(rules, list, true);
  const of = (place: number, kind: (typeof ENTRY_KINDS)[number]) =>
    [0, 1, 2, 3].map((own) => table[(place * 4 + own) * KINDS + ENTRY_KINDS.indexOf(kind)]);
  expect(table).toHaveLength(2 * 2 * 4 * KINDS);
  expect(of(0, 'event')).toEqual([SUM, APART, REFUSE, REFUSE]);
  expect(of(0, 'measure')).toEqual([REFUSE, REFUSE, APART, REFUSE]);
  expect(of(0, 'score')).toEqual([REFUSE, REFUSE, REFUSE, REFUSE]);
  for (const kind of ['adjustment', 'exemption'] as const)
    expect(of(0, kind)).toEqual([APART, APART, APART, REFUSE]);
  expect(of(0, 'reversal')).toEqual([SKIP, SKIP, SKIP, REFUSE]);
  for (const place of [1, 2, 3]) expect(of(place, 'event')).toEqual([APART, APART, REFUSE, REFUSE]);
  expect(new Set(treatments(rules, list, false)).has(SUM)).toBe(false);
});

test('§15 the points of one occurrence by indicator and event, on the scale of the rules', () => {
  const guard = {
    code: 'g',
    name: '安保',
    factor: '2',
    when: { kind: 'during', from: '2026-09-01', to: '2026-09-02' },
  } as const;
  const rules = compiled(
    ruleSetOf([
      item('p', [
        leaf('x'),
        indicator('y', { family: 'ladder', events: events.slice(0, 1) }),
        leaf('z', { multipliers: [guard] }),
        indicator('b', { family: 'band', min: '0', max: '1' }),
      ]),
    ]),
  );
  const scaled = scaleRules(rules);
  if (scaled === null) throw new Error('no scale');
  expect([scaled.scale, scaled.totalScale]).toEqual([20_000, 20_000]);
  const no = Number.NaN;
  expect([...pointTable(rules, ['plus', 'other', 'minus'], scaled)]).toEqual([
    ...[no, 2, no, -1],
    ...[-1, no, no, -1],
    ...[no, no, no, no],
    ...[no, no, no, no],
  ]);
});

test('§4 §5 the constants of a rule set in whole numbers', () => {
  const rules = ruleSetOf([], {
    modules: [
      {
        code: 'm',
        name: '甲',
        weight: '40%',
        low: '-1',
        high: '90',
        items: [
          item('p', [leaf('x', { marks: '6', cap: '2', floorAtLeaf: true }), leaf('y')], { marks: '10' }),
          item('q', [leaf('z')], { low: '-3', high: '4' }),
        ],
      },
      { code: 'n', name: '乙', items: [item('r', [leaf('w', { marks: '5' })])] },
    ],
  });
  const found = scaleRules(compiled(rules));
  if (found === null) throw new Error('no scale');
  const { scale, totalScale, ...rest } = found;
  expect([scale, totalScale]).toEqual([20_000, 100_000]);
  const points = (values: ArrayLike<number>) => Array.from(values, (value) => value / scale);
  const parts = Object.fromEntries(Object.entries(rest).map(([name, values]) => [name, points(values)]));
  const { itemStart, moduleStart, moduleFactor, ...constants } = parts;
  expect([itemStart, moduleStart].map((own) => own?.map((value) => Math.round(value * scale)))).toEqual([
    [0, 2, 3, 4],
    [0, 2, 3],
  ]);
  expect([...found.moduleFactor]).toEqual([2, 5]);
  expect(moduleFactor).toHaveLength(2);
  expect(constants).toEqual({
    leafMarks: [6, 0, 0, 5],
    leafCap: [2, all, all, all],
    leafLow: [0, none, none, none],
    leafHigh: [6, all, all, all],
    itemRest: [4, 0, 0],
    itemLow: [0, -3, none],
    itemHigh: [10, 4, all],
    moduleLow: [-1, none],
    moduleHigh: [90, all],
  });
});

test('§1 rules whose numbers are too fine or too large have no scale', () => {
  const of = (points: string, weight = '1', marks?: string) => {
    const own = indicator(
      'x',
      { family: 'occurrence', events: [{ code: 'e', name: 'e', points }] },
      marks === undefined ? {} : { marks },
    );
    return scaleRules(
      compiled(ruleSetOf([], { modules: [{ code: 'm', name: '模块', weight, items: [item('p', [own])] }] })),
    );
  };
  expect(of('-0.0000001')?.scale).toBe(10_000 * 10_000_000);
  expect(of('-0.00000001')?.scale).toBe(10_000 * 100_000_000);
  expect(of('-0.000000001')).toBeNull();
  expect(of('-0.0000001', '1/10')).toMatchObject({ totalScale: 10 ** 12 });
  expect(of('-0.0000001', '1/11')).toBeNull();
  expect(of('-1', '1', '109951162')?.leafMarks[0]).toBe(1_099_511_620_000);
  expect(of('-1', '1', '109951163')).toBeNull();
});
