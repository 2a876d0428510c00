import { expect, test } from 'vitest';
import { keptAddress, safeReturnAddress } from './return-address.ts';
import { parseSearch, stringifySearch } from './search-text.ts';

test('Identity after signing in one comes back to one’s page, never to another site', () => {
  expect(safeReturnAddress('/accounts?page=2')).toBe('/accounts?page=2');
  for (const foreign of ['//evil.example', 'https://evil.example', '/\\evil.example', undefined]) {
    expect(safeReturnAddress(foreign)).toBe('/');
  }
  expect(safeReturnAddress('/sign-in?returnTo=/x')).toBe('/');
});

test('Identity a link opened before signing in survives the sign-in and the first change of the password', () => {
  expect(keptAddress('/appeals?view=mine')).toEqual({ returnTo: '/appeals?view=mine' });
  for (const own of ['/', '/sign-in?returnTo=/x', '/change-password?returnTo=/x']) {
    expect(keptAddress(own)).toEqual({});
  }
});

test('P12 search parameters stay plain text both ways', () => {
  expect(parseSearch('?page=2&text=%E6%89%80')).toEqual({ page: '2', text: '所' });
  expect(stringifySearch({ page: '2', text: '所', none: '' })).toBe('?page=2&text=%E6%89%80');
});
