import { expect, test } from 'vitest';
import { itemBars } from './item-bar.ts';

const item = (marks: string | null, value: string | null, state = 'scored') => ({
  marks,
  score: { state, value },
});

test('P11 an item with marks fills its own track, and never more than it', () => {
  expect(itemBars([item('10', '7.5'), item('40', '0'), item('5', '6')])).toEqual([
    { left: 0, width: 75, minus: false },
    { left: 0, width: 0, minus: false },
    { left: 0, width: 100, minus: false },
  ]);
});

test('P11 items without marks share one scale with a zero line', () => {
  expect(itemBars([item(null, '6'), item(null, '-2')])).toEqual([
    { left: 25, width: 75, minus: false },
    { left: 0, width: 25, minus: true },
  ]);
});

test('§1 what is not scored has no bar: it is not a bar of length zero', () => {
  expect(itemBars([item('10', null, 'notScored'), item(null, null, 'exempt')])).toEqual([null, null]);
});
