import { expect, test } from 'vitest';
import { refusalsOf, scoreOf } from '../../test-support/one-family.ts';
import { entry } from '../../test-support/small-rule-set.ts';
import type { Tier, TiersScoring } from '../scoring.ts';

const measure = (quantity: string, of?: string) =>
  entry('x', { id: 'e', kind: 'measure', quantity, ...(of === undefined ? {} : { of }) });
const tiers = (list: readonly Tier[], more: Partial<TiersScoring> = {}): TiersScoring => ({
  family: 'tiers',
  tiers: list,
  ...more,
});
const three: readonly Tier[] = [
  { from: '0', to: '60', points: '0' },
  { from: '60', to: '90', points: '5' },
  { from: '90', to: '100', includeTo: true, points: '10' },
];
const amount = (list: readonly Tier[], quantity: string) => {
  const score = scoreOf(tiers(list), [measure(quantity)]);
  return typeof score === 'object' && score !== null && 'amount' in score ? score.amount : score;
};

test('§2 tiers: the lower bound is in, the upper bound is out, unless the table says otherwise', () => {
  expect(['0', '59.99', '60', '89.99', '90', '100'].map((value) => amount(three, value))).toEqual([
    '0',
    '0',
    '5',
    '5',
    '10',
    '10',
  ]);
  const other: readonly Tier[] = [
    { from: '0', includeFrom: false, to: '60', includeTo: true, points: '1' },
    { from: '60', includeFrom: false, to: '90', points: '2' },
  ];
  expect(['0.01', '60', '60.01', '89.99'].map((value) => amount(other, value))).toEqual(['1', '1', '2', '2']);
});

test('§2 tiers: an open end takes everything beyond it', () => {
  const open: readonly Tier[] = [
    { to: '60', points: '0' },
    { from: '60', points: '5' },
  ];
  expect(['-1000', '59.99', '60', '1000'].map((value) => amount(open, value))).toEqual(['0', '0', '5', '5']);
});

test.each([['-0.01'], ['100.01']])('§2 tiers: %s lies in no row and is refused, not guessed', (value) => {
  expect(amount(three, value)).toEqual([
    {
      code: 'valueOutsideTiers',
      path: 'entries[e].quantity',
      message: `指标“指标x”的值 ${value} 不在任何一档之内，请核对数据或补全档次`,
    },
  ]);
});

test('§2 tiers: bounds that are out keep the bound itself out of the table', () => {
  const half: readonly Tier[] = [{ from: '0', includeFrom: false, to: '60', points: '1' }];
  expect(amount(half, '0')).toMatchObject([{ code: 'valueOutsideTiers' }]);
  expect(amount(half, '60')).toMatchObject([{ code: 'valueOutsideTiers' }]);
});

test('§2 tiers: the row, its points and the measure are kept for the explanation', () => {
  const own = { marks: '10' };
  expect(scoreOf(tiers(three, { unit: '%' }), [measure('13', '20')], { own })).toEqual({
    amount: '5',
    absolute: true,
    measured: '65',
    facts: { actual: '65', numerator: '13', denominator: '20', tier: 2, unitPoints: '5', unit: '%' },
  });
  expect(scoreOf(tiers(three, { scale: '1' }), [measure('13', '20')])).toEqual({
    amount: '0',
    absolute: false,
    measured: '0.65',
    facts: { actual: '0.65', numerator: '13', denominator: '20', tier: 1, unitPoints: '0', unit: '' },
  });
  expect(scoreOf(tiers(three), [])).toBe('notScored');
});

test('§2 tiers: of several measures the last counts, unless the rule says otherwise', () => {
  const two = ['40', '80'].map((quantity, at) => ({ ...measure(quantity), id: `e${at}` }));
  expect(scoreOf(tiers(three), two)).toMatchObject({ measured: '80' });
  expect(scoreOf(tiers(three, { combine: 'mean' }), two)).toMatchObject({ measured: '60' });
});

const apart = {
  code: 'tiersNotContiguous',
  path: 'i.scoring.tiers[1].from',
  message: '指标“指标x”第 1 档与第 2 档没有首尾相接（中间有空档、重叠，或分界值两档都含、都不含）',
  clause: 'c',
};
test.each<[string, readonly Tier[]]>([
  [
    'a gap',
    [
      { to: '60', points: '0' },
      { from: '61', points: '5' },
    ],
  ],
  [
    'an overlap',
    [
      { to: '60', points: '0' },
      { from: '59', points: '5' },
    ],
  ],
  [
    'a bound that both rows hold',
    [
      { to: '60', includeTo: true, points: '0' },
      { from: '60', points: '5' },
    ],
  ],
  [
    'a bound that no row holds',
    [
      { to: '60', points: '0' },
      { from: '60', includeFrom: false, points: '5' },
    ],
  ],
  ['no upper bound before the last row', [{ points: '0' }, { from: '60', points: '5' }]],
  ['no lower bound after the first row', [{ to: '60', points: '0' }, { points: '5' }]],
])('§2 tiers with %s are refused', (_name, list) => {
  expect(refusalsOf(tiers(list))).toEqual([apart]);
});

test('§2 tiers: every number of the table is read where it stands', () => {
  const wrong = tiers([{ from: '甲', to: '乙', points: '丙' }], { scale: '丁' });
  expect(refusalsOf(wrong).map(({ path }) => path)).toEqual([
    'i.scoring.tiers[0].from',
    'i.scoring.tiers[0].to',
    'i.scoring.tiers[0].points',
    'i.scoring.scale',
  ]);
  expect(refusalsOf(tiers(three))).toEqual([]);
});
