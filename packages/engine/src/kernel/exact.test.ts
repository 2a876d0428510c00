import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  absolute,
  add,
  compare,
  divide,
  type Exact,
  equals,
  fromBigints,
  multiply,
  negate,
  subtract,
  ZERO,
} from './exact.ts';
import { exact, parseDecimal, parseRate, toText } from './exact-text.ts';
import { RunningSum } from './running-sum.ts';

const big = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });
const rational = fc
  .tuple(fc.oneof(big, fc.bigInt({ min: -500n, max: 500n })), fc.bigInt({ min: 1n, max: 10n ** 12n }))
  .map(([n, d]) => fromBigints(n, d));
const parts = (value: Exact) => [BigInt(value.n), BigInt(value.d)] as const;

test('§1 sums and products agree with plain fractions of big integers, small or large', () => {
  fc.assert(
    fc.property(rational, rational, (a, b) => {
      const [an, ad] = parts(a);
      const [bn, bd] = parts(b);
      expect(equals(add(a, b), fromBigints(an * bd + bn * ad, ad * bd))).toBe(true);
      expect(equals(multiply(a, b), fromBigints(an * bn, ad * bd))).toBe(true);
      expect(equals(subtract(add(a, b), b), a)).toBe(true);
      expect(compare(a, b)).toBe(an * bd < bn * ad ? -1 : an * bd > bn * ad ? 1 : 0);
      if (bn !== 0n) expect(equals(multiply(divide(a, b), b), a)).toBe(true);
    }),
  );
});

test('§1 equal values have equal shape, so that nothing depends on how they were reached', () => {
  fc.assert(
    fc.property(rational, rational, (a, b) => {
      expect(subtract(add(a, b), b)).toStrictEqual(a);
      expect(add(a, negate(a))).toStrictEqual(ZERO);
      expect(Object.is(multiply(absolute(a), ZERO).n, 0)).toBe(true);
    }),
  );
});

test('§1 a running sum of a million small steps is the sum, even when it outgrows safe integers', () => {
  fc.assert(
    fc.property(fc.array(rational, { maxLength: 60 }), (values) => {
      const running = new RunningSum();
      for (const value of values) running.add(value);
      expect(running.value()).toStrictEqual(values.reduce(add, ZERO));
    }),
  );
  const running = new RunningSum();
  for (let i = 0; i < 10; i++) running.add(exact('9007199254740991'));
  expect(toText(running.value())).toBe('90071992547409910');
});

test('§1 4/3 stays 4/3 and one tenth added ten times is one', () => {
  expect(toText(divide(exact('4'), exact('3')))).toBe('4/3');
  let sum = ZERO;
  for (let i = 0; i < 10; i++) sum = add(sum, exact('0.1'));
  expect(toText(sum)).toBe('1');
});

test('§1 every decimal text comes back as its shortest form', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }),
      fc.integer({ min: 0, max: 12 }),
      (n, digits) => {
        const value = fromBigints(n, 10n ** BigInt(digits));
        expect(parseDecimal(toText(value))).toStrictEqual(value);
      },
    ),
  );
  expect(toText(exact('-1.50'))).toBe('-1.5');
  expect(toText(exact('-0.0'))).toBe('0');
  expect(toText(exact('+2'))).toBe('2');
});

test.each([
  '',
  ' 1',
  '1 ',
  '1,000',
  '1e3',
  '.5',
  '5.',
  '0x10',
  '١',
  '\uff11',
  '--1',
  'NaN',
  '007',
  '1'.repeat(31),
])('§1 the text %j is no decimal', (text) => {
  expect(parseDecimal(text)).toBeUndefined();
});

test('§1 forty per cent is two fifths in every spelling', () => {
  for (const text of ['40%', '0.4', '2/5', '4/10']) expect(toText(parseRate(text) ?? ZERO)).toBe('0.4');
  expect(parseRate('1/0')).toBeUndefined();
  expect(parseRate('40 %')).toBeUndefined();
});
