import fc from 'fast-check';
import { expect, test } from 'vitest';
import { absolute, compare, fromInteger, ONE, subtract, sumOf } from '../kernel/exact.ts';
import { exact, toText } from '../kernel/exact-text.ts';
import { conservation, rolledUpActual } from './conservation.ts';
import { splitByWeight } from './split-by-weight.ts';

function split(
  quantity: string,
  weights: readonly string[],
  unit = '1',
  codes = weights.map((_, i) => `c${i}`),
) {
  const children = weights.map((weight, i) => ({ code: codes[i] ?? '', weight: exact(weight) }));
  const result = splitByWeight(exact(quantity), children, exact(unit));
  return result.ok ? result.value.map((share) => toText(share.quantity)) : result.refusals[0]?.code;
}

test('§14 10 over 3, 3 and 1 heads are 4, 4 and 2', () => {
  expect(split('10', ['3', '3', '1'])).toEqual(['4', '4', '2']);
});

test('§14 equal remainders go by code order, not by the order on the list', () => {
  expect(split('10', ['1', '1', '1'])).toEqual(['4', '3', '3']);
  expect(split('10', ['1', '1', '1'], '1', ['z', 'b', 'a'])).toEqual(['3', '3', '4']);
});

test('§14 money is split in hundreds, and what does not fit the unit is refused', () => {
  expect(split('1000', ['1', '2'], '100')).toEqual(['300', '700']);
  expect(split('1050', ['1', '2'], '100')).toBe('quantityNotWhole');
  expect(split('2.5', ['1', '1'], '0.5')).toEqual(['1.5', '1']);
  expect(split('10', ['0', '0'])).toBe('weightsNotPositive');
  expect(split('10', ['3', '-1'])).toBe('weightsNotPositive');
  expect(split('10', [])).toBe('weightsNotPositive');
  expect(split('-1', ['1'])).toBe('quantityNegative');
});

test('§14 the shares always sum to the quantity and stay within one unit of the exact share', () => {
  const weights = fc
    .array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 30 })
    .filter((list) => list.some((weight) => weight > 0));
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2_000_000 }), weights, (quantity, list) => {
      const result = splitByWeight(
        fromInteger(quantity),
        list.map((weight, i) => ({ code: `c${i}`, weight: fromInteger(weight) })),
      );
      if (!result.ok) throw new Error('refused');
      expect(sumOf(result.value.map((share) => share.quantity))).toStrictEqual(fromInteger(quantity));
      for (const share of result.value) {
        expect(compare(absolute(subtract(share.quantity, share.exactShare)), ONE)).toBe(-1);
      }
    }),
  );
});

test('§14 issued equals handed down, kept and not yet handed down; over-splitting is shown', () => {
  const children = (texts: readonly string[]) => texts.map(exact);
  expect(conservation(exact('100'), children(['40', '50']), exact('10'))).toMatchObject({
    state: 'balanced',
  });
  const open = conservation(exact('100'), children(['40', '50']));
  expect([open.state, toText(open.notYetHandedDown), toText(open.overSplit)]).toEqual([
    'notYetHandedDown',
    '10',
    '0',
  ]);
  const over = conservation(exact('9000'), children(['5000', '4003']));
  expect([over.state, toText(over.overSplit), toText(over.difference)]).toEqual(['overSplit', '3', '-3']);
  expect(over.message).toContain('超额分解 3');
});

test('§14 a parent’s actual is its own and its children’s, nothing twice', () => {
  expect(toText(rolledUpActual(exact('2'), [exact('3'), exact('4.5')]))).toBe('9.5');
});
