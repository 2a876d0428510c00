import type { entries } from '@mingji/contract';
import { expect, test } from 'vitest';
import { arithmeticOf } from './entry-arithmetic.ts';

const entry = (bookedPoints: string | null, quantity: string | null = '1') =>
  ({
    kind: 'event',
    chosenPoints: null,
    event: { code: 'mediated', name: '化解矛盾纠纷', points: '1' },
    quantity,
    measureUnit: '起',
    bookedPoints,
  }) as unknown as entries.EntryView;

test('X1 an entry says its sum: points of the event times how often', () => {
  expect(arithmeticOf(entry('2', '2'))).toBe('化解矛盾纠纷 1 分 × 2 起 = 2 分');
  expect(arithmeticOf(entry('1.0', null))).toBe('化解矛盾纠纷 1 分 × 1 起 = 1.0 分');
});

test('P2 a share of a role is never told as a sum that is wrong', () => {
  expect(arithmeticOf(entry('0.6'))).toBe('化解矛盾纠纷 1 分 × 1 起，按条款规定的分工或系数记 0.6 分');
});
