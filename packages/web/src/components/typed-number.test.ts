import { expect, test } from 'vitest';
import { plainNumber, typedNotice } from './typed-number.ts';

test('§1 a number typed with a Chinese keyboard or with commas is the number meant', () => {
  expect(['１２', '1,200', '1，200.5', ' 3。5', '−2'].map(plainNumber)).toEqual([
    '12',
    '1200',
    '1200.5',
    '3.5',
    '-2',
  ]);
});

test('§1 what a field does not keep as typed is said', () => {
  expect(typedNotice('-3', { min: '0' })).toBe('“-3”小于 0，已改为 0，请核对。');
  expect(typedNotice('5.5', { min: '0', max: '5' })).toBe('“5.5”大于 5，已改为 5，请核对。');
  expect(typedNotice('三', {})).toBe('“三”不是数字，没有填入。');
  expect([typedNotice('1,200', { min: '0' }), typedNotice('', {}), typedNotice('-3', {})]).toEqual([
    null,
    null,
    null,
  ]);
});
