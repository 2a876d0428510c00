import { expect, test } from 'vitest';
import { isOutdatedPage } from './outdated-page.ts';

test('principle 17: a page whose files an update took away says that the system was updated', () => {
  const told = [
    'Failed to fetch dynamically imported module: http://10.0.0.1/assets/x.js',
    'error loading dynamically imported module: http://10.0.0.1/assets/x.js',
    'Unable to preload CSS for http://10.0.0.1/assets/x.css',
  ];
  expect(told.map(isOutdatedPage)).toEqual([true, true, true]);
  expect(isOutdatedPage('Cannot read properties of undefined')).toBe(false);
});
