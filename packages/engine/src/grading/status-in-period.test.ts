import { expect, test } from 'vitest';
import { Refusals } from '../kernel/refusal.ts';
import type { AppraisalStatusRule } from '../rules/appraisal-rules.ts';
import type { LeaveFact, PeriodFact, StatusFact } from '../rules/facts.ts';
import { STATUSES } from '../test-support/routine-rules.ts';
import { officer } from '../test-support/small-rule-set.ts';
import { statusInPeriod } from './status-in-period.ts';

const quarter: PeriodFact = { id: 'q3', from: '2026-07-01', to: '2026-09-30', kind: 'quarter' };
const year: PeriodFact = { id: 'y', from: '2026-01-01', to: '2026-12-31', kind: 'year' };
const january = {
  years: [{ year: 2026, holidays: ['2026-01-01', '2026-01-02'], workdays: [] }],
};

type Fact = Omit<StatusFact, 'subject'>;
interface Case {
  readonly period?: PeriodFact;
  readonly rules?: readonly AppraisalStatusRule[];
  readonly statuses?: readonly Fact[];
  readonly leaves?: readonly (readonly [kind: string, from: string, to: string])[];
  readonly unit?: string | null;
  readonly calendar?: typeof january;
  readonly refusals?: Refusals;
}

function found({ period = quarter, rules = STATUSES, statuses = [], leaves = [], ...more }: Case) {
  const { unit = 'own', calendar, refusals = new Refusals() } = more;
  const leave = leaves.map(([kind, from, to]): LeaveFact => ({ subject: 'a', kind, from, to }));
  return statusInPeriod({
    rules,
    subject: officer('a', unit === null ? {} : { unit }),
    statuses: statuses.map((fact) => ({ subject: 'a', ...fact })),
    leaves: leave,
    facts: { period, ...(calendar === undefined ? {} : { calendar }) },
    refusals,
  });
}
function told(of: Case): string {
  const finding = found(of);
  if (finding === null) return 'none';
  const { rule, treatment, gradedBy } = finding;
  return `${rule.code} ${treatment.outcome} ${gradedBy}`;
}
const one = (status: string, more: Partial<Fact> = {}): Fact[] => [{ status, ...more }];

test('R1 every status of the matrix says what becomes of the grade and who gives it, in the cycle and in the year', () => {
  const rows: readonly (readonly [string, string, string])[] = [
    ['normal', 'graded own', 'graded own'],
    ['probation', 'commentOnly own', 'commentOnly own'],
    ['training', 'graded own', 'graded own'],
    ['aid', 'graded host', 'graded host'],
    ['window', 'graded own', 'graded own'],
    ['lent', 'graded host', 'graded own'],
    ['longLeave', 'noGrade own', 'noGrade own'],
    ['investigated', 'deferred null', 'deferred null'],
    ['transferred', 'graded own', 'graded own'],
    ['left', 'offList null', 'offList null'],
    ['auxiliary', 'offList null', 'offList null'],
  ];
  expect(rows.map(([code]) => code)).toEqual(STATUSES.map(({ code }) => code));
  for (const [code, inCycle, inYear] of rows) {
    const statuses = one(code, { host: 'host' });
    expect(told({ statuses })).toBe(`${code} ${inCycle}`);
    expect(told({ statuses, period: year })).toBe(`${code} ${inYear}`);
  }
});

test('§8 nobody without facts has a status; without a unit or a host the grading unit is not known', () => {
  expect(told({})).toBe('none');
  expect(told({ statuses: one('normal'), unit: null })).toBe('normal graded null');
  expect(told({ statuses: one('lent') })).toBe('lent graded null');
  expect(found({ statuses: one('lent') })?.host).toBeNull();
  expect(found({ statuses: one('lent', { host: 'b' }) })?.host).toBe('b');
});

test('§8 a status counts where it holds on the last day of the period', () => {
  const lent = (from: string, to?: string) =>
    told({ statuses: one('lent', { from, host: 'b', ...(to === undefined ? {} : { to }) }) });
  expect(lent('2026-09-30')).toBe('lent graded b');
  expect(lent('2026-10-01')).toBe('none');
  expect(lent('2026-07-01', '2026-09-29')).toBe('none');
  expect(lent('2026-07-01', '2026-09-30')).toBe('lent graded b');
  expect(lent('2026-01-01', '2026-12-31')).toBe('lent graded b');
});

test('§8 retired before the cut-off is off the list, after it still on', () => {
  expect(told({ statuses: one('left', { from: '2026-08-15' }) })).toBe('left offList null');
  expect(told({ statuses: one('left', { from: '2026-10-01' }) })).toBe('none');
});

test('§8 ⚙holds: on any day, or on more than half of the days', () => {
  const rules = (holds: 'anyDay' | 'mostOfPeriod') =>
    STATUSES.map((rule) => (rule.code === 'lent' ? { ...rule, holds } : rule));
  const lent = (holds: 'anyDay' | 'mostOfPeriod', from: string, to: string) =>
    told({ rules: rules(holds), statuses: one('lent', { from, to, host: 'b' }) });
  expect(lent('anyDay', '2026-07-01', '2026-07-01')).toBe('lent graded b');
  expect(lent('anyDay', '2026-06-01', '2026-06-30')).toBe('none');
  expect(lent('mostOfPeriod', '2026-07-01', '2026-08-15')).toBe('none');
  expect(lent('mostOfPeriod', '2026-07-01', '2026-08-16')).toBe('lent graded b');
});

test('§8 on aid the year is graded where more than half of it was served', () => {
  const aid = (...spans: readonly (readonly [string, string, string])[]) =>
    told({ period: year, statuses: spans.map(([from, to, host]) => ({ status: 'aid', from, to, host })) });
  expect(aid(['2026-01-01', '2026-07-01', 'b'])).toBe('aid graded own');
  expect(aid(['2026-01-01', '2026-07-02', 'b'])).toBe('aid graded b');
  expect(aid(['2026-01-01', '2026-03-31', 'b'], ['2026-04-01', '2026-12-31', 'c'])).toBe('aid graded c');
  expect(aid(['2026-01-01', '2026-04-01', 'b'], ['2026-07-01', '2026-10-05', 'b'])).toBe('aid graded b');
  expect(aid(['2025-01-01', '2026-01-01', 'b'])).toBe('aid graded own');
  expect(aid(['2025-01-01', '2025-12-31', 'b'])).toBe('none');
  expect(told({ period: year, statuses: one('aid') })).toBe('aid graded own');
});

test('§8 of two hosts with as many days the smaller code stands, in any order', () => {
  const spans: Fact[] = [
    { status: 'lent', host: 'c', from: '2026-09-30' },
    { status: 'lent', host: 'b', from: '2026-09-30' },
  ];
  expect(told({ statuses: spans })).toBe('lent graded b');
  expect(told({ statuses: [...spans].reverse() })).toBe('lent graded b');
  expect(told({ statuses: [...spans, { status: 'lent', host: 'd', from: '2026-09-29' }] })).toBe(
    'lent graded d',
  );
});

test('§8 sick and personal leave over half of 365 days is 183 days or more', () => {
  const sick = (to: string) => told({ period: year, leaves: [['sick', '2026-01-01', to]] });
  expect(sick('2026-07-01')).toBe('none');
  expect(sick('2026-07-02')).toBe('longLeave noGrade own');
  const both = (to: string) =>
    told({
      period: year,
      leaves: [
        ['personal', '2026-04-01', to],
        ['sick', '2025-12-01', '2026-03-31'],
      ],
    });
  expect(both('2026-07-01')).toBe('none');
  expect(both('2026-07-02')).toBe('longLeave noGrade own');
});

test('§8 leap years have 366 days: 183 are not over half, 184 are', () => {
  const leap: PeriodFact = { id: 'y', from: '2028-01-01', to: '2028-12-31', kind: 'year' };
  expect(told({ period: leap, leaves: [['sick', '2028-01-01', '2028-07-01']] })).toBe('none');
  expect(told({ period: leap, leaves: [['sick', '2028-01-01', '2028-07-02']] })).toBe(
    'longLeave noGrade own',
  );
});

test('§8 overlapping leave days are counted once and clipped to the period', () => {
  const leaves = [
    ['sick', '2026-06-01', '2026-07-20'],
    ['personal', '2026-07-10', '2026-07-30'],
    ['sick', '2026-07-12', '2026-07-15'],
    ['sick', '2026-09-15', '2026-11-30'],
  ] as const;
  expect(told({ leaves })).toBe('none');
  expect(told({ leaves: [...leaves, ['sick', '2026-07-31', '2026-07-31']] })).toBe('longLeave noGrade own');
  expect(told({ leaves: [['sick', '2026-04-01', '2026-06-30']] })).toBe('none');
});

test('§8 maternity, annual and injury leave are not sick or personal leave', () => {
  expect(told({ leaves: [['maternity', '2026-07-01', '2026-09-30']] })).toBe('none');
  expect(told({ leaves: [['sick', '2026-07-01', '2026-09-30']] })).toBe('longLeave noGrade own');
});

test('§8 ⚙over: another share of the period may be the limit', () => {
  const rules = STATUSES.map((rule) =>
    rule.leave === undefined ? rule : { ...rule, leave: { ...rule.leave, over: '1/4' } },
  );
  expect(told({ rules, leaves: [['sick', '2026-07-01', '2026-07-23']] })).toBe('none');
  expect(told({ rules, leaves: [['sick', '2026-07-01', '2026-07-24']] })).toBe('longLeave noGrade own');
});

test('§8 ⚙days: working days need the calendar table; without it the status is refused, not guessed', () => {
  const rules = STATUSES.map((rule) =>
    rule.leave === undefined ? rule : { ...rule, leave: { ...rule.leave, days: 'working' as const } },
  );
  const period: PeriodFact = { id: 'm', from: '2026-01-01', to: '2026-01-31', kind: 'month' };
  // 20 working days without 1 and 2 January; the first week of it begins on the 5th.
  const until = (to: string, from = '2026-01-01') =>
    told({ rules, period, calendar: january, leaves: [['sick', from, to]] });
  expect(until('2026-01-16')).toBe('none');
  expect(until('2026-01-18')).toBe('none');
  expect(until('2026-01-19')).toBe('longLeave noGrade own');
  const refusals = new Refusals();
  expect(told({ rules, period, refusals, leaves: [['sick', '2026-01-01', '2026-01-31']] })).toBe('none');
  expect(refusals.list).toHaveLength(1);
  expect(refusals.list[0]).toMatchObject({ code: 'calendarMissing', clause: 's6' });
  expect(refusals.list[0]?.message).toContain('（“病事假过半”按工作日计算）');
  const silent = new Refusals();
  told({ rules, period, refusals: silent, leaves: [['annual', '2026-01-01', '2026-01-31']] });
  expect(silent.any).toBe(false);
});

test('§8 of several statuses the one that leaves less of a grade wins, then the earlier row', () => {
  const two = (...codes: string[]) => told({ statuses: codes.map((status) => ({ status, host: 'b' })) });
  expect(two('lent', 'probation')).toBe('probation commentOnly own');
  expect(two('longLeave', 'probation')).toBe('longLeave noGrade own');
  expect(two('investigated', 'longLeave')).toBe('investigated deferred null');
  expect(two('investigated', 'left')).toBe('left offList null');
  expect(two('lent', 'aid')).toBe('aid graded b');
  expect(two('aid', 'lent')).toBe('aid graded b');
});

test('§8 an investigation is concluded when all its facts end on a known day', () => {
  const concluded = (statuses: readonly Fact[]) => found({ statuses })?.concluded;
  const until: Fact = { status: 'investigated', to: '2026-11-03' };
  expect(concluded([until])).toBe(true);
  expect(concluded([{ status: 'investigated' }])).toBe(false);
  expect(concluded([until, { status: 'investigated', from: '2026-09-01' }])).toBe(false);
  expect(found({ leaves: [['sick', '2026-07-01', '2026-09-30']] })?.concluded).toBe(false);
});
