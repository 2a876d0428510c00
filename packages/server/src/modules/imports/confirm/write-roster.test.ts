import { expect, test } from 'vitest';
import { serviceBegins } from './write-roster.ts';

const begins = (joined: string | null) => serviceBegins(joined, '2026-01-01', '2026-11-21');

test('P18 a service begins on the day asked for, or on the day of joining when that is later', () => {
  expect([begins(null), begins('2008-07'), begins('2026-08-29'), begins('2026-09')]).toEqual([
    '2026-01-01',
    '2026-01-01',
    '2026-08-29',
    '2026-09-01',
  ]);
});

test('P18 a joining date still to come takes nobody off the roster of today', () => {
  expect(begins('2027-06-01')).toBe('2026-01-01');
});
