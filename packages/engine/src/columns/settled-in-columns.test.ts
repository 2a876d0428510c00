import { expect, test } from 'vitest';
import { groupBy } from '../kernel/group-by.ts';
import type { FactEntry } from '../rules/facts.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { entry, factsOf, indicator, item, officer, ruleSetOf } from '../test-support/small-rule-set.ts';
import { columnsOf } from './columns-of.ts';
import { prepareRules } from './prepare-rules.ts';
import { pointTable } from './row-treatment.ts';
import { settleMatters, sharedMatters } from './settle-matters.ts';

const events = [
  { code: 'one', name: '一', points: '1' },
  { code: 'two', name: '二', points: '2' },
  { code: 'late', name: '迟', points: '-2' },
];
const rules: RuleSet = ruleSetOf([
  item('p', [
    indicator('x', { family: 'occurrence', events }),
    indicator('y', { family: 'ladder', events }),
    indicator('b', { family: 'band', min: '0', max: '9' }),
  ]),
]);
const about = (id: string, event: string, more: Partial<FactEntry> = {}) =>
  entry('x', { id, event, matter: 'm', ...more });

/** Ids and points of what stands; null: these must be looked at one by one. */
function settled(entries: readonly FactEntry[], limit = 2 ** 40) {
  const facts = factsOf(entries, { subjects: [officer('a'), officer('b')] });
  const columns = columnsOf(rules, [facts]);
  const prepared = prepareRules(rules);
  if (!columns.ok || !prepared.ok || prepared.value.scaled === null) throw new Error('refused');
  const { value } = columns;
  const { scaled } = prepared.value;
  const context = {
    columns: value,
    indicatorAt: Int32Array.from(value.indicators, (_, at) => at),
    points: pointTable(prepared.value.rules, value.events, scaled),
    shared: sharedMatters(value),
    limit,
  };
  const standing = settleMatters(context, groupBy(value.subject, 2), 0);
  return standing === null
    ? null
    : standing.map(({ row, value: points }) => `${value.entry(row).id} ${points / scaled.scale}`);
}

test('§3 of one matter the largest stands, then the earlier, then the smaller id', () => {
  expect(settled([about('a', 'one'), about('c', 'two'), about('b', 'two')])).toEqual(['b 2']);
  expect(settled([about('a', 'two', { at: '2026-09-09' }), about('b', 'two')])).toEqual(['b 2']);
  expect(settled([about('a', 'late'), about('b', 'late', { quantity: '3' })])).toEqual(['b -6']);
  expect(settled([about('a', 'one'), { ...about('b', 'two'), indicator: 'y' }])).toEqual(['b 2']);
});

test('§3 every matter has its own, in the order of the matters', () => {
  const entries = [
    about('a', 'one', { matter: 'n' }),
    about('b', 'two'),
    about('c', 'two', { matter: 'n' }),
    about('d', 'one'),
  ];
  expect(settled(entries)).toEqual(['c 2', 'b 2']);
  expect(settled([about('a', 'one')])).toEqual(['a 1']);
  expect(settled([])).toEqual([]);
});

test('§15 a reversed entry is passed over', () => {
  const undo = entry('x', { id: 'u', kind: 'reversal', reverses: 'b' });
  const [a, b] = [about('a', 'one'), about('b', 'two')];
  expect(settled([a, b, { ...undo, subject: 'a' }])).toBeNull();
  const own = settled([a, { ...b, matter: 'm' }]);
  expect(own).toEqual(['b 2']);
});

test.each<[string, readonly FactEntry[]]>([
  ['both signs in one matter', [about('a', 'two'), about('b', 'late')]],
  ['an entry without a matter', [about('a', 'two'), entry('x', { id: 'b', event: 'one' })]],
  ['a matter of others too', [about('a', 'two'), about('b', 'one', { subject: 'b' })]],
  ['points of its own', [about('a', 'two', { points: '1' })]],
  ['a role', [about('a', 'two', { role: 'r' })]],
  ['a choice in a band', [{ ...about('a', 'two'), indicator: 'b' }]],
  ['another kind of entry', [about('a', 'two', { kind: 'adjustment', points: '1' })]],
  ['a quantity too fine', [about('a', 'two', { quantity: '0.00001' })]],
])('§3 %s must be looked at by itself', (_name, entries) => {
  expect(settled(entries)).toBeNull();
});

test('§3 nothing of one sign beside nothing of the other is no mixture', () => {
  expect(settled([about('a', 'late'), about('b', 'two', { quantity: '0' })])).toEqual(['a -2']);
  expect(settled([about('a', 'two'), about('b', 'late', { quantity: '0' })])).toEqual(['a 2']);
});

test('§1 points beyond the safe integers are computed exactly', () => {
  const limit = 2 * 10_000;
  expect(settled([about('a', 'two')], limit)).toEqual(['a 2']);
  expect(settled([about('a', 'late')], limit)).toEqual(['a -2']);
  expect(settled([about('a', 'two')], limit - 1)).toBeNull();
  expect(settled([about('a', 'late')], limit - 1)).toBeNull();
});

test('§3 which matters more than one subject has entries about', () => {
  const columns = columnsOf(rules, [
    factsOf(
      [
        about('a', 'one'),
        about('b', 'one', { subject: 'b', matter: 'n' }),
        entry('x', { id: 'c', event: 'one' }),
      ],
      {
        subjects: [officer('a'), officer('b')],
      },
    ),
  ]);
  if (!columns.ok) throw new Error('refused');
  expect([...sharedMatters(columns.value)]).toEqual([0, 0]);
  const both = { ...columns.value, matter: Int32Array.of(0, 0, -1), matters: 1 };
  expect([...sharedMatters(both)]).toEqual([1]);
});
