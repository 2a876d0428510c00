import fc from 'fast-check';
import { expect, test } from 'vitest';
import { windowProblems } from './check-windows.ts';
import { planPeriods } from './plan-periods.ts';

test('P8 months run from the first to the last day and close for submission on the 25th', () => {
  const months = planPeriods(
    { form: 'months', startDay: 1, submitDay: 25, reviewDays: 5, reportDays: null },
    2026,
  );
  expect(months).toHaveLength(12);
  expect(months[1]).toEqual({
    label: '2026年2月',
    kind: 'month',
    from: '2026-02-01',
    to: '2026-02-28',
    submitOn: '2026-02-25',
    reviewOn: '2026-03-02',
    reportOn: null,
  });
});

test('§6 another bureau’s month runs from the 26th to the 25th', () => {
  const months = planPeriods(
    { form: 'months', startDay: 26, submitDay: 31, reviewDays: 3, reportDays: 2 },
    2026,
  );
  expect(months[0]).toMatchObject({ from: '2025-12-26', to: '2026-01-25', submitOn: '2026-01-31' });
  expect(months[11]).toMatchObject({ from: '2026-11-26', to: '2026-12-25', reportOn: '2027-01-05' });
});

test('Q3 quarters that are not calendar quarters begin the day after the last one ended', () => {
  const plan = {
    form: 'ends',
    kind: 'quarter',
    ends: ['03-15', '06-15', '09-15', '12-01'],
    submitDays: 0,
    reviewDays: 10,
    reportDays: null,
  } as const;
  const quarters = planPeriods(plan, 2026);
  expect(quarters.map((each) => [each.label, each.from, each.to])).toEqual([
    ['2026年第一季度', '2025-12-02', '2026-03-15'],
    ['2026年第二季度', '2026-03-16', '2026-06-15'],
    ['2026年第三季度', '2026-06-16', '2026-09-15'],
    ['2026年第四季度', '2026-09-16', '2026-12-01'],
  ]);
  expect(quarters[0]?.submitOn).toBe('2026-03-15');
  expect(windowProblems([...quarters, ...planPeriods(plan, 2027)])).toEqual([]);
});

test('§6 overlapping windows and gaps are named with their days', () => {
  const problems = windowProblems([
    { label: '三月', from: '2026-03-01', to: '2026-03-31' },
    { label: '一月', from: '2026-01-01', to: '2026-01-31' },
    { label: '四月', from: '2026-03-31', to: '2026-04-30' },
  ]);
  expect(problems.map(({ kind, first, second, from, to }) => [kind, first, second, from, to])).toEqual([
    ['gap', '一月', '三月', '2026-02-01', '2026-02-28'],
    ['overlap', '三月', '四月', '2026-03-31', '2026-03-31'],
  ]);
});

test('§6 a window inside another is an overlap, and what follows is measured from the wider one', () => {
  const problems = windowProblems([
    { label: '全年', from: '2026-01-01', to: '2026-12-31' },
    { label: '专项', from: '2026-05-01', to: '2026-05-31' },
    { label: '来年', from: '2027-01-01', to: '2027-12-31' },
  ]);
  expect(problems.map(({ kind, first, second }) => [kind, first, second])).toEqual([
    ['overlap', '全年', '专项'],
  ]);
});

test('§6 months of any start day neither overlap nor leave a gap, over years', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 2001, max: 2099 }), (startDay, year) => {
      const plan = { form: 'months', startDay, submitDay: 25, reviewDays: 5, reportDays: null } as const;
      expect(windowProblems([...planPeriods(plan, year), ...planPeriods(plan, year + 1)])).toEqual([]);
    }),
  );
});
