import { expect, test } from 'vitest';
import { windowProblems } from './check-windows.ts';
import { type PeriodPlan, planPeriods } from './plan-periods.ts';

const ends = (kind: 'quarter' | 'half' | 'year', days: readonly string[], submitDays = 0): PeriodPlan => ({
  form: 'ends',
  kind,
  ends: days,
  submitDays,
  reviewDays: 3,
  reportDays: 4,
});

test('§6 a month: submission on its day, or on the month’s last where it has no such day', () => {
  const plan = { form: 'months', startDay: 1, submitDay: 31, reviewDays: 1, reportDays: 2 } as const;
  const months = planPeriods(plan, 2024);
  expect(months.map(({ submitOn }) => submitOn.slice(5))).toEqual([
    '01-31',
    '02-29',
    '03-31',
    '04-30',
    '05-31',
    '06-30',
    '07-31',
    '08-31',
    '09-30',
    '10-31',
    '11-30',
    '12-31',
  ]);
  expect(months[11]).toEqual({
    label: '2024年12月',
    kind: 'month',
    from: '2024-12-01',
    to: '2024-12-31',
    submitOn: '2024-12-31',
    reviewOn: '2025-01-01',
    reportOn: '2025-01-03',
  });
  expect(planPeriods({ ...plan, startDay: 2 }, 2024)[0]).toMatchObject({
    from: '2023-12-02',
    to: '2024-01-01',
  });
  expect(planPeriods({ ...plan, startDay: 2 }, 2024)[2]).toMatchObject({
    from: '2024-02-02',
    to: '2024-03-01',
  });
});

test('§6 quarters, halves and years by the days on which they end, with their deadlines', () => {
  expect(planPeriods(ends('year', ['12-20'], 5), 2026)).toEqual([
    {
      label: '2026年度',
      kind: 'year',
      from: '2025-12-21',
      to: '2026-12-20',
      submitOn: '2026-12-25',
      reviewOn: '2026-12-28',
      reportOn: '2027-01-01',
    },
  ]);
  expect(
    planPeriods(ends('half', ['06-30', '12-31']), 2026).map(({ label, from, to }) => [label, from, to]),
  ).toEqual([
    ['2026年上半年', '2026-01-01', '2026-06-30'],
    ['2026年下半年', '2026-07-01', '2026-12-31'],
  ]);
  expect(planPeriods(ends('quarter', []), 2026)).toEqual([]);
});

test('§6 periods that are numbered: the ordinals reach twelve, then plain numbers', () => {
  const days = Array.from({ length: 13 }, (_, at) => `01-${String(at + 1).padStart(2, '0')}`);
  expect(planPeriods(ends('quarter', days), 2026).map(({ label }) => label.slice(6, -2))).toEqual([
    '一',
    '二',
    '三',
    '四',
    '五',
    '六',
    '七',
    '八',
    '九',
    '十',
    '十一',
    '十二',
    '13',
  ]);
});

test('§6 the 29th of February is the 28th in a common year; other days that do not exist are no days', () => {
  const to = (year: number) => planPeriods(ends('year', ['02-29']), year)[0]?.to;
  expect([to(2024), to(2026)]).toEqual(['2024-02-29', '2026-02-28']);
  expect(() => planPeriods(ends('year', ['02-30']), 2026)).toThrow('not a day of the year: 02-30');
});

test('§6 windows of one’s own stay as they are written', () => {
  const [quarter] = planPeriods(ends('quarter', ['03-31']), 2026);
  if (quarter === undefined) throw new Error('no quarter');
  const periods = [quarter];
  const planned = planPeriods({ form: 'custom', periods }, 2026);
  expect(planned).toEqual(periods);
  expect(planned).not.toBe(periods);
});

test('§6 a gap and an overlap are told with their days and what to do', () => {
  const of = (...days: readonly (readonly [string, string])[]) =>
    windowProblems(days.map(([from, to], at) => ({ label: `窗口${at + 1}`, from, to })));
  expect(of(['2026-01-01', '2026-01-31'], ['2026-03-01', '2026-03-31'])).toEqual([
    {
      kind: 'gap',
      first: '窗口1',
      second: '窗口2',
      from: '2026-02-01',
      to: '2026-02-28',
      message:
        '“窗口1”与“窗口2”之间有空档：2026年2月1日至2026年2月28日不属于任何周期。请调整起止日期，或确认确需留空。',
    },
  ]);
  expect(of(['2026-01-01', '2026-01-31'], ['2026-02-02', '2026-03-31'])[0]?.message).toContain(
    '有空档：2026年2月1日不属于任何周期',
  );
  expect(of(['2026-01-01', '2026-01-31'], ['2026-01-30', '2026-02-28'])).toEqual([
    {
      kind: 'overlap',
      first: '窗口1',
      second: '窗口2',
      from: '2026-01-30',
      to: '2026-01-31',
      message:
        '“窗口1”与“窗口2”的数据窗口重叠：2026年1月30日至2026年1月31日。请调整起止日期，或确认确需重叠。',
    },
  ]);
  expect(of(['2026-01-01', '2026-12-31'], ['2026-05-01', '2026-05-31'])).toMatchObject([
    { kind: 'overlap', from: '2026-05-01', to: '2026-05-31' },
  ]);
  expect(of(['2026-01-01', '2026-01-31'], ['2026-02-01', '2026-02-28'])).toEqual([]);
});

test('§6 windows that begin on one day stand by their end; a wrong day is a mistake of the program', () => {
  const windows = [
    { label: '长', from: '2026-01-01', to: '2026-01-31' },
    { label: '短', from: '2026-01-01', to: '2026-01-10' },
    { label: '后', from: '2026-02-01', to: '2026-02-28' },
  ];
  expect(windowProblems(windows).map(({ kind, first, second }) => [kind, first, second])).toEqual([
    ['overlap', '短', '长'],
  ]);
  expect(windowProblems([])).toEqual([]);
  expect(() => windowProblems([{ label: '错', from: '2026-02-30', to: '2026-03-01' }])).toThrow(
    'not a day: 2026-02-30',
  );
});
