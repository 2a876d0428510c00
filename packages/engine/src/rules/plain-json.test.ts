import { expect, test } from 'vitest';
import { exact } from '../kernel/exact-text.ts';
import { Refusals } from '../kernel/refusal.ts';
import { toPlain } from './evaluation-json.ts';
import { NumberReader } from './number-reader.ts';

test('§1 exact values are written as text, everything else as it is; null is not zero', () => {
  expect(toPlain({ a: exact('1.50'), b: [exact('4/3'), null], c: { d: 0, e: false, f: '' } })).toEqual({
    a: '1.5',
    b: ['4/3', null],
    c: { d: 0, e: false, f: '' },
  });
  expect(toPlain(undefined)).toBeNull();
  expect(toPlain(null)).toBeNull();
  expect(Object.keys(toPlain({ gone: undefined, kept: null }) as object)).toEqual(['kept']);
});

test('§1 only what has a numerator, a denominator and nothing else is a number', () => {
  expect(toPlain({ n: 1 })).toEqual({ n: 1 });
  expect(toPlain({ d: 1 })).toEqual({ d: 1 });
  expect(toPlain({ n: 1, d: 2, x: 3 })).toEqual({ n: 1, d: 2, x: 3 });
});

test('§1 what is no plain result cannot be written', () => {
  for (const wrong of [() => 1, Symbol('x'), 1n]) {
    expect(() => toPlain(wrong)).toThrow('only plain results can be written as JSON');
  }
});

test('§1 numbers are read as written, and refused where they stand', () => {
  const refusals = new Refusals();
  const numbers = new NumberReader(refusals);
  expect(numbers.decimal('1.50', 'p')).toBe(numbers.decimal('1.50', 'q'));
  expect(toPlain([numbers.decimal('-0.5', 'p'), numbers.rate('40%', 'p'), numbers.rate('2/5', 'p')])).toEqual(
    ['-0.5', '0.4', '0.4'],
  );
  expect([numbers.optional(undefined, 'p'), toPlain(numbers.optional('3', 'p'))]).toEqual([null, '3']);
  expect(refusals.list).toEqual([]);
  expect(
    toPlain([numbers.decimal('1,000', 'a.b'), numbers.rate('四成', 'c'), numbers.optional('', 'd')]),
  ).toEqual(['0', '0', '0']);
  const decimal = (path: string, text: string) => ({
    code: 'numberMalformed',
    path,
    message: `${path} 的“${text}”不是规范的十进制数，请写成如 12、-0.5 的形式（不带千分位、单位和空格）`,
  });
  expect(refusals.list).toEqual([
    decimal('a.b', '1,000'),
    {
      code: 'numberMalformed',
      path: 'c',
      message: 'c 的“四成”不是规范的比率，请写成如 0.4、40% 或 2/5 的形式',
    },
    decimal('d', ''),
  ]);
});
