import { expect, test } from 'vitest';
import { conditions, isFiltered, placeChange, readPlace } from './table-state.ts';

const names = { filters: { state: 'open', text: '' }, sort: '-dueOn' };

test('P12 an empty address shows the first page with the defaults', () => {
  expect(readPlace({}, names)).toEqual({
    page: 1,
    pageSize: 50,
    sort: '-dueOn',
    filters: { state: 'open', text: '' },
  });
});

test('P12 what was set is read back from the address it made', () => {
  const place = { page: 3, pageSize: 100, sort: 'name', filters: { state: 'closed', text: '所' } };
  const search = Object.fromEntries(
    Object.entries(placeChange(place, names)).filter((pair): pair is [string, string] => pair[1] !== null),
  );
  expect(readPlace(search, names)).toEqual(place);
});

test('P12 a default that was taken away stays away after going back', () => {
  const change = placeChange({ filters: { state: '' } }, names);
  expect(change).toEqual({ state: '*', page: null });
  expect(readPlace({ state: '*' }, names).filters.state).toBe('');
  expect(isFiltered(readPlace({ state: '*' }, names), names)).toBe(true);
});

test('P12 another filter begins at the first page again', () => {
  expect(placeChange({ filters: { text: '王' } }, names)).toEqual({ text: '王', page: null });
  expect(placeChange({ page: 4 }, names)).toEqual({ page: '4' });
});

test('P12 nonsense in the address falls back instead of breaking the page', () => {
  const place = readPlace({ page: '-1', pageSize: '9999', sort: 'x' }, {});
  expect([place.page, place.pageSize]).toEqual([1, 50]);
});

test('P12 two tables on one page do not share their place', () => {
  const left = { prefix: 'a', filters: { text: '' } };
  expect(placeChange({ page: 2, filters: { text: 'x' } }, left)).toEqual({ 'a.page': '2', 'a.text': 'x' });
  expect(readPlace({ page: '5', text: 'y' }, left)).toMatchObject({ page: 1, filters: { text: '' } });
});

test('P12 which list is looked at is no condition: clearing leaves it', () => {
  const logs = { filters: { log: '', scorer: '' }, views: ['log'] };
  expect(isFiltered(readPlace({ log: 'unit' }, logs), logs)).toBe(false);
  expect(isFiltered(readPlace({ log: 'unit', scorer: 's' }, logs), logs)).toBe(true);
  expect(conditions(logs)).toEqual({ scorer: '' });
});
