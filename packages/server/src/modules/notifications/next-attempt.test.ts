import { expect, test } from 'vitest';
import { nextAttempt } from './next-attempt.ts';

const now = new Date('2026-09-25T15:50:00Z');
const minutesTo = (attempts: number) => {
  const at = nextAttempt(attempts, now);
  return at === null ? null : (at.getTime() - now.getTime()) / 60_000;
};

test('P10 a delivery that failed is tried again after longer and longer waits, and then given up', () => {
  expect([1, 2, 3, 4, 5, 6, 7].map(minutesTo)).toEqual([1, 5, 15, 60, 240, 720, null]);
});
