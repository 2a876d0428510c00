import { expect, test } from 'vitest';
import { refusalsOf, scoreOf } from '../../test-support/one-family.ts';
import { entry } from '../../test-support/small-rule-set.ts';
import type { ImportedScoring } from '../scoring.ts';

const month = (at: string, quantity?: string) =>
  entry('x', { id: at, kind: 'score', at, ...(quantity === undefined ? {} : { quantity }) });
const imported = (more: Partial<ImportedScoring> = {}): ImportedScoring => ({ family: 'imported', ...more });
const three = [month('2026-09-03', '95'), month('2026-09-01', '88'), month('2026-09-02', '90.5')];
const gap = [month('2026-09-01', '88'), month('2026-09-02'), month('2026-09-03', '95')];

test('§5 imported: the mean of the months × the weight, with every operand', () => {
  expect(scoreOf(imported({ weight: '60%' }), three)).toEqual({
    amount: '54.7',
    absolute: true,
    measured: '547/6',
    facts: { actual: '547/6', count: 3, combine: 'mean', weight: '0.6' },
  });
  expect(scoreOf(imported(), three)).toMatchObject({ amount: '547/6', facts: { weight: '1' } });
});

test('§5 imported ⚙combine: the sum, or the last in time', () => {
  expect(scoreOf(imported({ combine: 'sum' }), three)).toMatchObject({
    amount: '273.5',
    facts: { combine: 'sum' },
  });
  expect(scoreOf(imported({ combine: 'last' }), three)).toMatchObject({
    amount: '95',
    facts: { count: 3, combine: 'last' },
  });
});

test('§5 imported ⚙missing: a month without a score is left out, or counts 0', () => {
  expect(scoreOf(imported(), gap)).toMatchObject({ amount: '91.5', facts: { count: 2 } });
  expect(scoreOf(imported({ missing: 'skip' }), gap)).toMatchObject({ amount: '91.5' });
  expect(scoreOf(imported({ missing: 'zero' }), gap)).toMatchObject({ amount: '61', facts: { count: 3 } });
  expect(scoreOf(imported(), [month('2026-09-02')])).toBe('notScored');
  expect(scoreOf(imported({ missing: 'zero' }), [month('2026-09-02')])).toMatchObject({ amount: '0' });
  expect(scoreOf(imported(), [])).toBe('notScored');
});

test('§5 imported: the weight and the scores are numbers', () => {
  expect(refusalsOf(imported({ weight: '半' }))).toMatchObject([
    { code: 'numberMalformed', path: 'i.scoring.weight' },
  ]);
  expect(scoreOf(imported(), [month('2026-09-01', '八十')])).toMatchObject([
    { code: 'numberMalformed', path: 'entries[2026-09-01].quantity' },
  ]);
});
