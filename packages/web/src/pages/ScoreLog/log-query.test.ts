import { expect, test } from 'vitest';
import { logQuery, logSort } from './log-query.ts';

test('P12 a shared link asks the same question again', () => {
  const filters = {
    period: 'p',
    indicator: 'i',
    source: 'posting',
    kind: 'event',
    mark: 'new',
    appealed: '1',
  };
  expect(logQuery('mine', filters)).toEqual({
    ...{ log: 'mine', periodId: 'p', indicatorCode: 'i', source: 'posting', kind: 'event' },
    ...{ mark: 'new', appealed: '1' },
  });
});

test('P13 marks are asked for in one’s own logs only, a scorer in those of others only', () => {
  expect(logQuery('scored', { mark: 'new', scorer: 's' })).toEqual({ log: 'scored' });
  expect(logQuery('reach', { mark: 'new', scorer: 's', text: '周立' })).toEqual({
    scorerId: 's',
    text: '周立',
  });
});

test('P12 a link keeps the order it was sent with; an order nobody knows is none', () => {
  expect(logSort('-points')).toEqual({ sort: '-points' });
  expect(logSort('')).toEqual({});
  expect(logSort('reason')).toEqual({});
});
