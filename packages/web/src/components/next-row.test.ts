import { expect, test } from 'vitest';
import { chosenColumns, type DataColumn } from './data-column.ts';
import { nextRow } from './next-row.ts';

test('P6 the arrows move through the rows and stop at the ends', () => {
  expect(nextRow('ArrowDown', -1, 3)).toBe(0);
  expect(nextRow('ArrowDown', 2, 3)).toBe(2);
  expect(nextRow('ArrowUp', 0, 3)).toBe(0);
  expect([nextRow('Home', 2, 3), nextRow('End', 0, 3)]).toEqual([0, 2]);
  expect([nextRow('a', 1, 3), nextRow('ArrowDown', -1, 0)]).toEqual([null, null]);
});

test('P12 a column choice hides and shows, and never takes the name away', () => {
  const column = (key: string, shown?: 'hidden' | 'always'): DataColumn<object> => ({
    key,
    title: key,
    render: () => null,
    ...(shown ? { shown } : {}),
  });
  const columns = [column('name', 'always'), column('unit'), column('seq', 'hidden')];
  const keys = (choice: string[] | null) => chosenColumns(columns, choice).map(({ key }) => key);
  expect(keys(null)).toEqual(['name', 'unit']);
  expect(keys(['seq', 'gone'])).toEqual(['name', 'seq']);
});
