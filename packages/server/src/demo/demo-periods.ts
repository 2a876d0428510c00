import { type PlannedPeriod, planPeriods } from '@mingji/engine';
import { addDays } from './demo-calendar.ts';
import type { DemoOperation, DemoRhythm } from './demo-plan.ts';

/** How many days after a period's end the office computes, publishes and seals. */
export const COMPUTED_AFTER = 1;
export const PUBLISHED_AFTER = 2;
/** Notice and appeals are over by then. */
export const SEALED_AFTER = 16;
const REVIEW_DAYS = 5;

export interface DemoPeriod extends PlannedPeriod {
  /** What the office has done with it by today. */
  readonly reached: 'open' | 'reviewing' | 'inNotice' | 'sealed';
  /** Its last day, or today while it is open. */
  readonly until: string;
}

/** The periods up to today: so many sealed ones, those on their way, and the one in progress. */
export function demoPeriods(rhythm: DemoRhythm, today: string): DemoPeriod[] {
  const thisYear = Number(today.slice(0, 4));
  const begun = [thisYear - 2, thisYear - 1, thisYear, thisYear + 1]
    .flatMap((year) => plannedIn(rhythm, year))
    .filter((period) => period.from <= today)
    .map((period) => ({
      ...period,
      until: period.to < today ? period.to : today,
      reached: reachedBy(period.to, today),
    }));
  const sealed = begun.filter(({ reached }) => reached === 'sealed');
  return [...sealed.slice(-rhythm.history), ...begun.filter(({ reached }) => reached !== 'sealed')];
}

/** A special operation hangs on today as the months do. */
export function operationPeriod(wish: DemoOperation, today: string): DemoPeriod {
  const [from, to] = [addDays(today, wish.begins), addDays(today, wish.ends)];
  return {
    label: wish.name,
    kind: 'special',
    from,
    to,
    submitOn: addDays(to, wish.submitAfter),
    reviewOn: addDays(to, wish.reviewAfter),
    reportOn: null,
    until: to < today ? to : today,
    reached: reachedBy(to, today),
  };
}

function plannedIn({ kind, submitDay = 25, windows }: DemoRhythm, year: number): PlannedPeriod[] {
  if (kind === 'month') {
    return planPeriods(
      { form: 'months', startDay: 1, submitDay, reviewDays: REVIEW_DAYS, reportDays: null },
      year,
    );
  }
  const rhythm = { submitDays: 0, reviewDays: REVIEW_DAYS, reportDays: null };
  const ends = windows?.map(({ to }) => to) ?? ['03-31', '06-30', '09-30', '12-31'];
  return planPeriods({ form: 'ends', kind, ends, ...rhythm }, year);
}

function reachedBy(end: string, today: string): DemoPeriod['reached'] {
  if (addDays(end, SEALED_AFTER) <= today) return 'sealed';
  if (addDays(end, PUBLISHED_AFTER) <= today) return 'inNotice';
  return addDays(end, COMPUTED_AFTER) <= today ? 'reviewing' : 'open';
}
