import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chineseDate, chineseMonth, formatDay, parseDay, parseInstant } from './instant.ts';

test('§13 every day number has one date and comes back', () => {
  fc.assert(
    fc.property(fc.integer({ min: -25_000, max: 100_000 }), (day) => {
      expect(parseDay(formatDay(day))).toBe(day);
    }),
  );
  expect(formatDay(0)).toBe('1970-01-01');
  expect(parseDay('2026-11-21')).toBe(20_778);
});

test.each(['2026-02-29', '2026-06-31', '2026-13-01', '2026-00-10', '2026-1-1', '2026-09-25T00:00:00Z', ''])(
  '§13 %j is no date',
  (text) => {
    expect(parseDay(text)).toBeUndefined();
  },
);

test('§3 instants are ordered by what they mean, not by how they are written', () => {
  expect(parseInstant('2026-09-25T08:00:00+08:00')).toBe(parseInstant('2026-09-25T00:00:00Z'));
  expect(parseInstant('2026-09-25')).toBe(parseInstant('2026-09-24T16:00:00.000Z'));
  expect(parseInstant('2026-09-25T08:00:00')).toBeUndefined();
  expect(parseInstant('2026-02-30T08:00:00Z')).toBeUndefined();
});

test('§6 24:00 is the end of its day; a time or an offset that is on no clock is no instant', () => {
  expect(parseInstant('2026-09-25T24:00:00+08:00')).toBe(parseInstant('2026-09-26'));
  expect(parseInstant('2026-09-25T23:59:60-14:59')).toBeDefined();
  for (const time of [
    'T24:00:01Z',
    'T24:01Z',
    'T25:00Z',
    'T10:60Z',
    'T10:00:61Z',
    'T10:00+15:00',
    'T10:00+08:60',
    'T10:00-99:00',
  ])
    expect(parseInstant(`2026-09-25${time}`)).toBeUndefined();
});

test('Look a day is told the way offices write it', () => {
  expect(chineseDate('2026-09-05')).toBe('2026年9月5日');
});

test('P15 a month is written as offices write it, whether of a day or alone', () => {
  expect([chineseMonth('2026-09'), chineseMonth('2026-11-21')]).toEqual(['2026年9月', '2026年11月']);
});
