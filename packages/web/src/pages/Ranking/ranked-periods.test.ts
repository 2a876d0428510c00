import type { periods } from '@mingji/contract';
import { expect, test } from 'vitest';
import { chosenPeriod, rankedPeriods } from './ranked-periods.ts';

const period = (id: string, to: string, state: string, more: object = {}) =>
  ({
    id,
    to,
    state,
    label: id,
    kind: 'month',
    own: true,
    trial: false,
    discardedAt: null,
    ruleSet: { id: 'r', name: '办法', versionId: 'v', version: 1, appraises: ['unit', 'officer'] },
    ...more,
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
  expect(chosenPeriod(list, undefined, 'unit')?.id).toBe('february');
  expect(chosenPeriod(list, 'january', 'unit')?.id).toBe('january');
});

test('P14 the office that closes is offered the period before its notice, but not opened at it', () => {
  const list = rankedPeriods(all, true);
  expect(list.map((one) => one.id)).toEqual(['march', 'february', 'january']);
  expect(chosenPeriod(list, undefined, 'unit')?.id).toBe('february');
});

test('P11 without any period there is nothing to choose', () => {
  expect(chosenPeriod([], 'x', null)).toBeNull();
});

test('P11 a method one works under comes before a newer one below, and one that ranks the kind asked for', () => {
  const ofUnits = {
    ruleSet: { id: 's', name: '派出所办法', versionId: 'w', version: 1, appraises: ['unit'] },
  };
  const list = rankedPeriods(
    [
      period('below', '2026-05-31', 'sealed', { own: false }),
      period('units', '2026-04-30', 'sealed', ofUnits),
      period('both', '2026-03-31', 'sealed'),
    ],
    false,
  );
  expect(chosenPeriod(list, undefined, 'unit')?.id).toBe('units');
  expect(chosenPeriod(list, undefined, 'officer')?.id).toBe('both');
  expect(chosenPeriod(list.slice(0, 1), undefined, 'officer')?.id).toBe('below');
});

test('P20 a trial is offered, never opened by itself; one that was thrown away is not offered', () => {
  const trial = period('trial', '2026-12-31', 'inNotice', { trial: true });
  const gone = period('gone', '2026-12-31', 'inNotice', { trial: true, discardedAt: '2027-01-01T00:00:00Z' });
  const list = rankedPeriods([...all, trial, gone], false);
  expect(list[0]?.id).toBe('trial');
  expect(list.some(({ id }) => id === 'gone')).toBe(false);
  expect(chosenPeriod(list, undefined, 'unit')?.id).not.toBe('trial');
  expect(chosenPeriod(list, 'trial', 'unit')?.id).toBe('trial');
});

test('P8 an operation just over does not stand before the month, unless there is nothing else of one’s own', () => {
  const special = period('operation', '2026-06-30', 'inNotice', { kind: 'special' });
  expect(chosenPeriod(rankedPeriods([...all, special], false), undefined, 'unit')?.id).toBe('february');
  expect(chosenPeriod(rankedPeriods([...all, special], false), 'operation', 'unit')?.id).toBe('operation');
  const below = all.map((one) => ({ ...one, own: false }));
  expect(chosenPeriod(rankedPeriods([...below, special], false), undefined, 'unit')?.id).toBe('operation');
});
