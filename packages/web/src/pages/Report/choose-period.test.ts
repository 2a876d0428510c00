import { expect, test } from 'vitest';
import type { ReportPeriod } from './choose-indicators.ts';
import { choosePeriod, closedBeside } from './choose-period.ts';

const period = (id: string, fromOn: string, toOn: string, closed: boolean) =>
  ({ id, fromOn, toOn, closed }) as ReportPeriod;
const april = period('april', '2026-04-01', '2026-04-30', false);
const november = (closed: boolean) => period('november', '2026-11-01', '2026-11-30', closed);
const special = period('special', '2026-11-10', '2026-12-10', false);

test('P8 the current period comes first, even when its deadline has passed and a past month is open', () => {
  expect(choosePeriod([april, november(false)], undefined, '2026-11-21')?.id).toBe('november');
  expect(choosePeriod([april, november(true)], undefined, '2026-11-26')?.id).toBe('november');
});

test('P8 of those that cover today the open one is offered; a link’s own wish goes before all', () => {
  expect(choosePeriod([november(true), special], undefined, '2026-11-26')?.id).toBe('special');
  expect(choosePeriod([april, november(false)], 'april', '2026-11-21')?.id).toBe('april');
  expect(choosePeriod([april], undefined, '2026-11-21')?.id).toBe('april');
  expect(choosePeriod([], undefined, '2026-11-21')).toBeUndefined();
});

test('P8 beside an open period, those of today whose deadline has passed are named, past months are not', () => {
  const past = period('past', '2026-10-01', '2026-10-31', true);
  const named = closedBeside([past, november(true), special], special, '2026-11-26');
  expect(named.map(({ id }) => id)).toEqual(['november']);
  expect(closedBeside([november(true)], november(true), '2026-11-26')).toEqual([]);
});
