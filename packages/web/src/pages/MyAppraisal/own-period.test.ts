import type { results } from '@mingji/contract';
import { expect, test } from 'vitest';
import { ownPeriod } from './own-period.ts';

const period = (id: string, kind: string, state: string) => ({ id, kind, state }) as results.OwnPeriod;
const year = period('year', 'year', 'open');
const november = period('november', 'month', 'open');
const special = period('special', 'special', 'open');
const october = period('october', 'month', 'sealed');

test('P13 one’s own appraisal opens with the regular period that ends next, a link with the one it names', () => {
  expect(ownPeriod([year, november, special, october], undefined)?.id).toBe('november');
  expect(ownPeriod([year, november, october], 'october')?.id).toBe('october');
});

test('P13 without an open month the running operation is shown, then the newest month', () => {
  expect(ownPeriod([special, october], undefined)?.id).toBe('special');
  expect(ownPeriod([october], 'somebody else’s')?.id).toBe('october');
  expect(ownPeriod([], undefined)).toBeUndefined();
});
