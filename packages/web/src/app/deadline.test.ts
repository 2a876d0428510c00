import { expect, test } from 'vitest';
import { deadlineState, deadlineWords } from './deadline.ts';

const zone = 'Asia/Shanghai';
const at = (instant: string) => new Date(instant);

test('P8 a day lasts until its last minute in the bureau’s time', () => {
  expect(deadlineState('2026-11-25', at('2026-11-25T15:59:00Z'), zone)).toEqual({ kind: 'today', days: 0 });
  expect(deadlineState('2026-11-25', at('2026-11-25T16:00:00Z'), zone)).toEqual({
    kind: 'overdue',
    days: -1,
  });
});

test('P8 an instant ends at its moment, even on the same day', () => {
  const due = '2026-11-25T09:00:00Z';
  expect(deadlineState(due, at('2026-11-25T08:59:59Z'), zone).kind).toBe('today');
  expect(deadlineState(due, at('2026-11-25T09:00:01Z'), zone).kind).toBe('overdue');
});

test('P8 in the last hour the minutes are told', () => {
  const due = '2026-09-25T16:00:00Z';
  const minutesAt = (instant: string) => deadlineState(due, at(instant), zone).minutes;
  expect(minutesAt('2026-09-25T15:00:00Z')).toBeUndefined();
  expect(minutesAt('2026-09-25T15:50:30Z')).toBe(9);
  expect(minutesAt('2026-09-25T15:59:30Z')).toBe(0);
  expect(deadlineState(due, at('2026-09-25T16:00:01Z'), zone)).toMatchObject({ kind: 'overdue' });
});

test('P10 three days before it is near, and what is done is never overdue', () => {
  const now = at('2026-11-21T01:00:00Z');
  expect(deadlineState('2026-11-24', now, zone).kind).toBe('near');
  expect(deadlineState('2026-11-25', now, zone).kind).toBe('far');
  expect(deadlineState('2026-11-01', now, zone, true).kind).toBe('done');
});

test('P8 the midnight that ends a day is told and counted as that day’s 24:00', () => {
  const due = '2026-09-25T16:00:00Z';
  expect(deadlineWords(due, zone)).toBe('2026年9月25日 24:00');
  expect(deadlineWords('2026-09-25T09:30:00Z', zone)).toBe('2026年9月25日 17:30');
  expect(deadlineWords('2026-09-25', zone)).toBe('2026年9月25日');
  expect(deadlineState(due, at('2026-09-25T02:00:00Z'), zone)).toEqual({ kind: 'today', days: 0 });
});
