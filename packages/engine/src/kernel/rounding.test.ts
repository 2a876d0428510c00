import fc from 'fast-check';
import { expect, test } from 'vitest';
import { absolute, compare, fromBigints, negate, subtract } from './exact.ts';
import { exact, toText } from './exact-text.ts';
import { ROUNDING_MODES, type RoundingMode, round, toFixedText } from './rounding.ts';

const two = (text: string, mode: RoundingMode = 'halfAwayFromZero') =>
  toText(round(exact(text), { digits: 2, mode }));

test('§1 the result of a period is rounded half away from zero to two decimals', () => {
  expect(two('89.996')).toBe('90');
  expect(two('91.464')).toBe('91.46');
  expect(two('91.4625')).toBe('91.46');
  expect(two('91.465')).toBe('91.47');
  expect(two('-0.005')).toBe('-0.01');
  expect(two('-0.004')).toBe('0');
});

test('§1 each rounding mode keeps its promise on both sides of zero', () => {
  expect(two('0.005', 'halfEven')).toBe('0');
  expect(two('0.015', 'halfEven')).toBe('0.02');
  expect(two('-0.015', 'halfEven')).toBe('-0.02');
  expect(two('-0.011', 'floor')).toBe('-0.02');
  expect(two('0.019', 'floor')).toBe('0.01');
  expect(two('-0.019', 'ceil')).toBe('-0.01');
  expect(two('0.011', 'ceil')).toBe('0.02');
  expect(two('2/3')).toBe('0.67');
});

test('§1 a printed score always has its two decimals and never a minus zero', () => {
  expect(toFixedText(exact('92'), { digits: 2, mode: 'halfAwayFromZero' })).toBe('92.00');
  expect(toFixedText(exact('-0.004'), { digits: 2, mode: 'halfAwayFromZero' })).toBe('0.00');
  expect(toFixedText(exact('7'), { digits: 0, mode: 'floor' })).toBe('7');
});

const rational = fc
  .tuple(fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }), fc.bigInt({ min: 1n, max: 10n ** 6n }))
  .map(([n, d]) => fromBigints(n, d));

test('§1 rounding is idempotent, never moves further than it may, and keeps order', () => {
  const half = exact('0.005');
  const whole = exact('0.01');
  fc.assert(
    fc.property(rational, rational, fc.constantFrom(...ROUNDING_MODES), (a, b, mode) => {
      const rounding = { digits: 2, mode };
      const rounded = round(a, rounding);
      expect(round(rounded, rounding)).toStrictEqual(rounded);
      const moved = absolute(subtract(rounded, a));
      expect(compare(moved, mode === 'floor' || mode === 'ceil' ? whole : half)).toBeLessThanOrEqual(0);
      if (compare(a, b) <= 0) expect(compare(rounded, round(b, rounding))).toBeLessThanOrEqual(0);
    }),
  );
});

test('§1 half away from zero treats a bonus and a deduction of the same size alike', () => {
  fc.assert(
    fc.property(rational, (value) => {
      const rounding = { digits: 2, mode: 'halfAwayFromZero' } as const;
      expect(round(negate(value), rounding)).toStrictEqual(negate(round(value, rounding)));
    }),
  );
});
