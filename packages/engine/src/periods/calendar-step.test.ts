import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDay } from '../kernel/instant.ts';
import type { PeriodState } from '../workflow/period-workflow.ts';
import {
  CALENDAR_STEPS,
  type CalendarFacts,
  type CalendarStep,
  calendarStep,
  dueReminder,
  USUAL_STEPS,
} from './calendar-step.ts';

const DAY = 86_400_000;
/** 24:00 of a local day of Shanghai, as a server in UTC counts it. */
const endOf = (day: string) => (parseDay(day) ?? Number.NaN) * DAY + 16 * 3_600_000;
const nextYear = endOf('2026-12-31');
const september: CalendarFacts = {
  state: 'draft',
  automatic: CALENDAR_STEPS,
  beginsMs: endOf('2026-08-31'),
  submitByMs: endOf('2026-09-25'),
  reviewByMs: endOf('2026-09-30'),
  reportByMs: endOf('2026-10-02'),
  noticeEndsMs: null,
  evaluation: 'none',
};
const standing = (state: PeriodState, more: Partial<CalendarFacts> = {}): CalendarFacts => ({
  ...september,
  state,
  ...more,
});

test('P14 at 24:00 of the deadline a period still takes work; a millisecond later it is closed, then reviewed', () => {
  expect(calendarStep(standing('open'), september.submitByMs)).toBeNull();
  expect(calendarStep(standing('open'), september.submitByMs + 1)).toBe('closeSubmission');
  expect(calendarStep(standing('submissionClosed'), september.submitByMs + 1)).toBe('startReview');
});

test('P14 what the office closed early waits for its deadline before it moves by itself', () => {
  expect(calendarStep(standing('submissionClosed'), september.submitByMs)).toBeNull();
});

test('P14 after the review the results are computed once, and published only after the day of the report', () => {
  const reviewing = (evaluation: CalendarFacts['evaluation']) => standing('reviewing', { evaluation });
  const reported = endOf('2026-10-02');
  expect(calendarStep(reviewing('none'), september.reviewByMs)).toBeNull();
  expect(calendarStep(reviewing('none'), september.reviewByMs + 1)).toBe('evaluate');
  expect(calendarStep(reviewing('unfinished'), reported + 1)).toBeNull();
  expect(calendarStep(reviewing('stale'), reported + 1)).toBeNull();
  expect(calendarStep(reviewing('current'), reported)).toBeNull();
  expect(calendarStep(reviewing('current'), reported + 1)).toBe('startNotice');
});

test('P14 nothing is published or sealed by itself unless the office switched that on', () => {
  const usual = { automatic: USUAL_STEPS, evaluation: 'current' as const, noticeEndsMs: 0 };
  expect(calendarStep(standing('reviewing', usual), nextYear)).toBeNull();
  expect(calendarStep(standing('inNotice', usual), nextYear)).toBeNull();
  expect(calendarStep(standing('inNotice', { noticeEndsMs: 10 }), 10)).toBeNull();
  expect(calendarStep(standing('inNotice', { noticeEndsMs: 10 }), 11)).toBe('seal');
});

test('P14 a notice whose end is unknown is never sealed by the clock', () => {
  expect(calendarStep(standing('inNotice'), Number.MAX_SAFE_INTEGER)).toBeNull();
});

test('P14 a period opens by itself between its first day and its deadline only', () => {
  expect(calendarStep(standing('draft'), september.beginsMs - 1)).toBeNull();
  expect(calendarStep(standing('draft'), september.beginsMs)).toBe('open');
  expect(calendarStep(standing('draft'), september.submitByMs + 1)).toBeNull();
});

const after: Readonly<Record<CalendarStep, (facts: CalendarFacts) => CalendarFacts>> = {
  open: (facts) => ({ ...facts, state: 'open' }),
  closeSubmission: (facts) => ({ ...facts, state: 'submissionClosed' }),
  startReview: (facts) => ({ ...facts, state: 'reviewing' }),
  evaluate: (facts) => ({ ...facts, evaluation: 'current' }),
  startNotice: (facts) => ({ ...facts, state: 'inNotice', noticeEndsMs: facts.reviewByMs + 1000 }),
  seal: (facts) => ({ ...facts, state: 'sealed' }),
};

/** Runs the calendar at one instant until nothing is due. */
function run(facts: CalendarFacts, nowMs: number): { facts: CalendarFacts; steps: CalendarStep[] } {
  const steps: CalendarStep[] = [];
  let now = facts;
  for (let step = calendarStep(now, nowMs); step !== null; step = calendarStep(now, nowMs)) {
    steps.push(step);
    now = after[step](now);
  }
  return { facts: now, steps };
}

const automatics = fc.subarray([...CALENDAR_STEPS]);
const instants = fc.array(fc.integer({ min: september.beginsMs - 10, max: september.reviewByMs + 10 ** 9 }), {
  maxLength: 8,
});

test('P14 the calendar runs forward only, does nothing twice, and a missed run is made good by the next', () => {
  fc.assert(
    fc.property(automatics, instants, (automatic, unsorted) => {
      const times = unsorted.toSorted((a, b) => a - b);
      let facts: CalendarFacts = standing('open', { automatic });
      const done: CalendarStep[] = [];
      for (const now of times) {
        const ran = run(facts, now);
        expect(run(ran.facts, now).steps).toEqual([]);
        done.push(...ran.steps);
        facts = ran.facts;
      }
      const order = done.map((step) => CALENDAR_STEPS.indexOf(step));
      expect(order).toEqual([...new Set(order)].toSorted((a, b) => a - b));
      expect(done.every((step) => automatic.includes(step))).toBe(true);
      const last = times.at(-1);
      if (last !== undefined) expect(run(standing('open', { automatic }), last).facts).toEqual(facts);
    }),
  );
});

test('P14 a deadline is recalled within its days, the one that is ahead, and never without a wish to', () => {
  const open = standing('open');
  expect(dueReminder(open, 3, september.submitByMs - 3 * DAY - 1)).toBeNull();
  expect(dueReminder(open, 3, september.submitByMs - 3 * DAY)).toBe('submit');
  expect(dueReminder(open, 3, september.submitByMs)).toBe('submit');
  expect(dueReminder(open, 3, september.submitByMs + 1)).toBeNull();
  expect(dueReminder(open, 0, september.submitByMs)).toBeNull();
  expect(dueReminder(standing('reviewing'), 2, september.reviewByMs - DAY)).toBe('review');
  expect(dueReminder(standing('inNotice'), 2, september.reviewByMs - DAY)).toBeNull();
});
