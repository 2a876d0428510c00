import { expect, test } from 'vitest';
import { placeInGroup, placeWords } from './place-in-group.ts';

test('X9 who shares a rank holds a span of places that cannot be told apart', () => {
  expect(placeInGroup(2, 4, 9)).toEqual({ from: 2, to: 5, of: 9, aheadOf: null });
  expect(placeWords(placeInGroup(2, 4, 9))).toBe('第 2–5 名，不可区分（共 9 名）');
  expect(placeWords(placeInGroup(3, 1, 9))).toBe('第 3 名（共 9 名）');
});

test('X9 under ten there is no percentile; from ten on it counts those surely behind, rounded down', () => {
  expect(placeInGroup(1, 1, 9).aheadOf).toBeNull();
  expect(placeInGroup(1, 1, 10).aheadOf).toBe(100);
  expect(placeInGroup(10, 1, 10).aheadOf).toBe(0);
  expect(placeInGroup(2, 3, 10).aheadOf).toBe(66);
  expect(placeInGroup(1, 12, 12).aheadOf).toBe(0);
  expect(placeWords(placeInGroup(3, 1, 21))).toBe('第 3 名（共 21 名，领先其余的 90%）');
});

test('X9 a group of one is not compared', () => {
  expect(placeWords(placeInGroup(1, 1, 1))).toBe('本组仅 1 名，不作比较');
});
