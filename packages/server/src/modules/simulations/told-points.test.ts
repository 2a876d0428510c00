import { exact } from '@mingji/engine';
import { expect, test } from 'vitest';
import { toldPoints } from './told-points.ts';

test('X2 points are told exactly up to six places, and with six where there are more', () => {
  expect(['-2', '0.000001', '1.250000', '100'].map((text) => toldPoints(exact(text)))).toEqual([
    '-2',
    '0.000001',
    '1.25',
    '100',
  ]);
  expect(toldPoints(exact('4/3'))).toBe('1.333333');
  expect(toldPoints(exact('6.59999999999999824'))).toBe('6.6');
  expect(toldPoints(exact('9.99999999'))).toBe('10');
  expect(toldPoints(exact('-0.00000001'))).toBe('0');
});
