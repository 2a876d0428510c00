import { expect, test } from 'vitest';
import { chartGroups } from './chart-groups.ts';

const row = (sequenceName: string | null, groupCode: string | null = null, rankOf: number | null = 2) => ({
  sequenceName,
  groupCode,
  rankOf,
});

test('P11 bars of two sequences are two pictures, each named with its size', () => {
  const rows = [row('县局'), row('县局'), row('支队', 'A'), row(null, null, null)];
  expect(chartGroups(rows).map(({ name, rows: own }) => [name, own.length])).toEqual([
    ['县局（共 2 名）', 2],
    ['支队 A 组（共 2 名）', 1],
    ['未编入序列', 1],
  ]);
});

test('P11 one sequence, or sequences mixed by another order, are one picture without a name', () => {
  expect(chartGroups([row('县局'), row('县局')])).toHaveLength(1);
  const mixed = chartGroups([row('县局'), row('支队'), row('县局')]);
  expect(mixed.map(({ name, rows }) => [name, rows.length])).toEqual([['', 3]]);
  expect(chartGroups([])).toEqual([{ name: '', rows: [] }]);
});
