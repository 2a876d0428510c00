import type { results } from '@mingji/contract';
import { expect, test } from 'vitest';
import { ownPeriod } from './own-period.ts';

const period = (id: string, kind: string, to: string, state = 'open') =>
  ({ id, kind, to, state }) as results.OwnPeriod;
const year = period('year', 'year', '2026-12-31');
const november = period('november', 'month', '2026-11-30');
const special = period('special', 'special', '2026-11-25');
const october = period('october', 'month', '2026-10-31', 'sealed');
const april = period('april', 'month', '2026-04-30');
const opened = (list: results.OwnPeriod[], wanted?: string) => ownPeriod(list, wanted, '2026-11-21')?.id;

test('P13 one’s own appraisal opens with the regular period that ends next, a link with the one it names', () => {
  expect(opened([year, november, special, october])).toBe('november');
  expect(opened([year, november, october], 'october')).toBe('october');
});

test('P13 P20 a past month that is open for back entry never slips in for the current one', () => {
  expect(opened([november, october, april])).toBe('november');
  expect(opened([october, april])).toBe('october');
});

test('P13 without an open month the running operation is shown, then the newest month', () => {
  expect(opened([special, october])).toBe('special');
  expect(opened([october], 'somebody else’s')).toBe('october');
  expect(opened([])).toBeUndefined();
});
