import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDay, parseDay } from '../kernel/instant.ts';
import { addWorkingDays } from '../working-days/working-days.ts';
import { type EscalationRule, escalationsDue } from './escalation-due.ts';
import { lastStartBefore, latenessOf } from './lateness.ts';

/** National Day off, the Saturday after it worked. */
const calendar = {
  years: [
    {
      year: 2026,
      holidays: ['01', '02', '03', '04', '05', '06', '07'].map((day) => `2026-10-${day}`),
      workdays: ['2026-10-10'],
    },
  ],
};
const seen = (since: string, allowance: number, today: string, warning = 2) =>
  latenessOf(calendar, { since, allowance }, { today, warning });

test('P10 what was due is late from the next day, counted in working days over the holiday', () => {
  expect(seen('2026-09-28', 2, '2026-09-30')).toEqual({
    ok: true,
    value: { state: 'near', dueOn: '2026-09-30', workingDaysLate: 0 },
  });
  expect(seen('2026-09-28', 2, '2026-10-01')).toMatchObject({ value: { state: 'late', workingDaysLate: 0 } });
  expect(seen('2026-09-28', 2, '2026-10-10')).toMatchObject({ value: { state: 'late', workingDaysLate: 3 } });
});

test('P10 a time given ends with what can still be done, whatever is left of it', () => {
  const capped = (until: string | null, today: string) =>
    latenessOf(calendar, { since: '2026-09-21', allowance: 9, until }, { today, warning: 2 });
  expect(capped('2026-09-28', '2026-09-23')).toMatchObject({
    value: { state: 'waiting', dueOn: '2026-09-28' },
  });
  expect(capped('2026-09-28', '2026-09-25')).toMatchObject({ value: { state: 'near' } });
  expect(capped('2026-09-28', '2026-09-29')).toMatchObject({ value: { state: 'late', workingDaysLate: 1 } });
  expect(capped('2026-12-01', '2026-09-23')).toEqual(capped(null, '2026-09-23'));
});

test('P10 near is what ends within the warning, waiting what has more time', () => {
  expect(seen('2026-09-25', 0, '2026-09-24')).toMatchObject({ value: { state: 'near' } });
  expect(seen('2026-09-25', 0, '2026-09-22')).toMatchObject({ value: { state: 'waiting' } });
});

test('P10 without the table of the year nothing is called late by guesswork; a day that passed needs no table', () => {
  expect(seen('2027-01-04', 2, '2027-01-20')).toMatchObject({
    ok: false,
    refusals: [{ code: 'calendarMissing' }],
  });
  expect(seen('2027-01-04', 0, '2027-01-20')).toEqual({
    ok: true,
    value: { state: 'late', dueOn: '2027-01-04', workingDaysLate: null },
  });
  expect(lastStartBefore(calendar, '2027-01-20', 2)).toMatchObject({ ok: false });
});

test('P10 at the end of the year what is over is found without the table of the next', () => {
  expect(lastStartBefore(calendar, '2026-12-31', 3)).toEqual({ ok: true, value: '2026-12-27' });
});

test('P10 what began on the last start or before is late, what began after is not', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 28 }),
      fc.integer({ min: 9, max: 11 }),
      fc.integer({ min: 0, max: 9 }),
      (day, month, allowance) => {
        const today = `2026-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
        const last = lastStartBefore(calendar, today, allowance);
        if (!last.ok || last.value === null) throw new Error('there is a last start');
        const due = addWorkingDays(calendar, last.value, allowance);
        expect(due.ok && due.value < today).toBe(true);
        const start = parseDay(last.value);
        if (start === undefined) throw new Error('the last start is a day');
        const later = addWorkingDays(calendar, formatDay(start + 1), allowance);
        expect(later.ok && later.value >= today).toBe(true);
      },
    ),
  );
});

const rules: EscalationRule[] = [
  { kind: 'nothingSubmitted', after: 'deadline', workingDays: 2, to: 'unitHead' },
  { kind: 'nothingSubmitted', after: 'press', workingDays: 3, to: 'upperOffice' },
  { kind: 'unreviewed', after: 'deadline', workingDays: 1, to: 'cityOffice' },
];
const facts = { kind: 'nothingSubmitted', dueOn: '2026-09-25', unansweredSince: null, reached: [] } as const;
const due = (more: object, today: string) => {
  const result = escalationsDue(calendar, rules, { ...facts, ...more }, today);
  return result.ok ? result.value : result.refusals[0]?.code;
};

test('P10 a rule is due on its working day after the deadline, not a day before', () => {
  expect(due({}, '2026-09-28')).toEqual([]);
  expect(due({}, '2026-09-29')).toEqual(['unitHead']);
});

test('P10 an unanswered press goes up after its days; an answered one does not', () => {
  expect(due({ unansweredSince: '2026-09-24' }, '2026-09-29')).toEqual(['unitHead', 'upperOffice']);
  expect(due({ unansweredSince: '2026-09-25' }, '2026-09-29')).toEqual(['unitHead']);
});

test('P10 once a matter and level: what has been reached is not reached again', () => {
  expect(due({ reached: ['unitHead'], unansweredSince: '2026-09-24' }, '2026-09-30')).toEqual([
    'upperOffice',
  ]);
  expect(due({ reached: ['unitHead', 'upperOffice'] }, '2026-10-30')).toEqual([]);
});

test('P10 what is not late goes nowhere, however old its press', () => {
  expect(due({ dueOn: '2026-09-30', unansweredSince: '2026-09-01' }, '2026-09-30')).toEqual([]);
});

test('P10 a missing year is named and nothing is due', () => {
  expect(due({ dueOn: '2026-12-31' }, '2027-01-08')).toBe('calendarMissing');
});
