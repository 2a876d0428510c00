import type { periods } from '@mingji/contract';
import { expect, test } from 'vitest';
import { chosenPeriod, rankedPeriods } from './ranked-periods.ts';

const period = (id: string, to: string, state: string) =>
  ({
    id,
    to,
    state,
    label: id,
    ruleSet: { id: 'r', name: '办法', versionId: 'v', version: 1 },
  }) as unknown as periods.PeriodView;
const all = [
  period('january', '2026-01-31', 'sealed'),
  period('march', '2026-03-31', 'reviewing'),
  period('february', '2026-02-28', 'inNotice'),
  period('april', '2026-04-30', 'open'),
];

test('P11 the ranking opens at the newest published period, whatever order they come in', () => {
  const list = rankedPeriods(all, false);
  expect(list.map((one) => one.id)).toEqual(['february', 'january']);
  expect(chosenPeriod(list, undefined)?.id).toBe('february');
  expect(chosenPeriod(list, 'january')?.id).toBe('january');
});

test('P14 the office that closes is offered the period before its notice, but not opened at it', () => {
  const list = rankedPeriods(all, true);
  expect(list.map((one) => one.id)).toEqual(['march', 'february', 'january']);
  expect(chosenPeriod(list, undefined)?.id).toBe('february');
});

test('P11 without any period there is nothing to choose', () => {
  expect(chosenPeriod([], 'x')).toBeNull();
});
