import { add, exact, toText } from '@mingji/engine';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { balanceOf, splitEvenly } from './split-plan.ts';

const parts = [
  { id: 'a', code: '01', headCount: 3 },
  { id: 'b', code: '02', headCount: 3 },
  { id: 'c', code: '03', headCount: 1 },
];

test('§14 by head count the largest remainder decides, equal remainders go by code: 10 over 3/3/1 is 4, 4, 2', () => {
  expect(splitEvenly('10', '0', parts, 'headCount')).toEqual({ typed: { a: '4', b: '4', c: '2' } });
  expect(splitEvenly('10', '0', parts, 'equal')).toEqual({ typed: { a: '4', b: '3', c: '3' } });
});

test('§14 what is kept is not split, and decimals are split to the same decimals', () => {
  expect(splitEvenly('10', '3', parts, 'headCount')).toEqual({ typed: { a: '3', b: '3', c: '1' } });
  expect(splitEvenly('1.5', '0', parts, 'equal')).toEqual({ typed: { a: '0.5', b: '0.5', c: '0.5' } });
});

test('§14 nobody to split to is told, not divided by', () => {
  const nobody = parts.map((part) => ({ ...part, headCount: 0 }));
  expect(splitEvenly('10', '0', nobody, 'headCount')).toHaveProperty('refusal');
});

test('X5 the balance shows what is not yet handed down, and an over-split', () => {
  expect(balanceOf('10', null, { a: '4', b: null, c: 'x' }).message).toBe('尚有 6 未分解');
  expect(balanceOf('10', '1', { a: '10' }).state).toBe('overSplit');
});

test('X5 whatever is split adds up again', () => {
  const heads = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), heads, (quantity, counts) => {
      const many = counts.map((headCount, index) => ({ id: `${index}`, code: `${index}`, headCount }));
      const split = splitEvenly(String(quantity), '0', many, 'headCount');
      if ('refusal' in split) return counts.every((count) => count === 0);
      const sum = Object.values(split.typed)
        .map((text) => exact(text ?? '0'))
        .reduce(add, exact('0'));
      return toText(sum) === String(quantity);
    }),
  );
});
