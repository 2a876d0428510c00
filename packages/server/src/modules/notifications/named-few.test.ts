import { expect, test } from 'vitest';
import { namedFew, quoted } from './named-few.ts';

test('P13 a notice about several names the first three and says how many there are', () => {
  expect(namedFew(['信息采用'], '件')).toBe('“信息采用”');
  expect(namedFew(['信息采用', '谈心家访'], '件')).toBe('“信息采用”、“谈心家访”');
  expect(namedFew(['甲', '乙', '丙', '丁', '戊'], '件')).toBe('“甲”、“乙”、“丙”等 5 件');
});

test('P13 the same name twice is said once, with the number', () => {
  expect(namedFew(['信息采用', '信息采用'], '条')).toBe('“信息采用”等 2 条');
});

test('P13 a long name is cut, so that a title still says what happened', () => {
  expect(quoted('长'.repeat(60))).toBe(`“${'长'.repeat(40)}…”`);
});
