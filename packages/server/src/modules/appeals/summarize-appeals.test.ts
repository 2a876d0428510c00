import { expect, test } from 'vitest';
import { type CountedAppeal, summarizeAppeals } from './summarize-appeals.ts';

const calendar = { years: [{ year: 2026, holidays: [], workdays: [] }] };
const appeal = (more: Partial<CountedAppeal>): CountedAppeal => ({
  key: 'a',
  label: '甲',
  state: 'filed',
  filedOn: '2026-09-01',
  decidedOn: null,
  dueOn: '2026-09-08',
  ...more,
});
const total = (rows: readonly CountedAppeal[], today = '2026-09-10') =>
  summarizeAppeals(rows, calendar, today).total;

test('P7 overdue is what is open past its day, or was answered after it; what was withdrawn is not', () => {
  expect(total([appeal({})]).overdue).toBe(1);
  expect(total([appeal({})], '2026-09-08').overdue).toBe(0);
  expect(total([appeal({ state: 'upheld', decidedOn: '2026-09-09' })]).overdue).toBe(1);
  expect(total([appeal({ state: 'upheld', decidedOn: '2026-09-08' })]).overdue).toBe(0);
  expect(total([appeal({ state: 'withdrawn' })]).overdue).toBe(0);
});

test('P7 the mean counts working days after the day of filing, exactly to one decimal', () => {
  const rows = ['2026-09-01', '2026-09-02', '2026-09-07'].map((decidedOn) =>
    appeal({ state: 'dismissed', decidedOn }),
  );
  expect(total(rows).meanWorkingDays).toBe('1.7');
  expect(total([appeal({})]).meanWorkingDays).toBeNull();
});

test('P7 a share of fewer than five answers says nothing and is not told', () => {
  const answered = (state: string) => appeal({ state, decidedOn: '2026-09-01' });
  const four = ['upheld', 'dismissed', 'dismissed', 'dismissed'].map(answered);
  expect(total([...four, appeal({ state: 'withdrawn' })]).changedShare).toBeNull();
  expect(total([...four, answered('partlyUpheld')]).changedShare).toBe('40.0');
});

test('P7 groups with the most appeals stand first, then by name', () => {
  const rows = [appeal({}), appeal({ key: 'b', label: '乙' }), appeal({ key: 'b', label: '乙' })];
  expect(
    summarizeAppeals(rows, calendar, '2026-09-10').items.map((item) => [item.label, item.filed]),
  ).toEqual([
    ['乙', 2],
    ['甲', 1],
  ]);
});
