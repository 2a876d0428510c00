import { expect, test } from 'vitest';
import { divide, fromInteger, negate } from '../kernel/exact.ts';
import { gainOrLoss, pointsWords, signedWords, words } from './number-words.ts';

const third = divide(fromInteger(4), fromInteger(3));
const long = divide(fromInteger(524_087), fromInteger(15_000));

test('X1 a decimal is told as it is, a short fraction with what it is near to, a long one by that alone', () => {
  expect(words(divide(fromInteger(5), fromInteger(2)))).toBe('2.5');
  expect(words(third)).toBe('4/3（约 1.33）');
  expect(words(divide(fromInteger(1), fromInteger(999)))).toBe('1/999（约 0.00100）');
  expect(words(long)).toBe('约 34.93913');
});

test('X1 points, signs and gains keep the words in order', () => {
  expect([pointsWords(third), pointsWords(long)]).toEqual(['4/3（约 1.33）分', '约 34.93913 分']);
  expect([signedWords(third), signedWords(long)]).toEqual(['+4/3（约 1.33）', '约 +34.93913']);
  expect([signedWords(negate(long)), signedWords(fromInteger(0))]).toEqual(['约 -34.93913', '0']);
  expect(gainOrLoss(negate(long))).toBe('扣约 34.93913 分');
  expect(gainOrLoss(third)).toBe('加 4/3（约 1.33）分');
  expect(gainOrLoss(fromInteger(0))).toBe('不加不扣');
});
