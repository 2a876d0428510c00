import type { PeriodState } from '../workflow/period-workflow.ts';

/** What the calendar of a period can do by itself, in the order of the month (P14). */
export const CALENDAR_STEPS = [
  'open',
  'closeSubmission',
  'startReview',
  'evaluate',
  'startNotice',
  'seal',
] as const;
export type CalendarStep = (typeof CALENDAR_STEPS)[number];
/** What a new period does by itself: publishing and sealing are a person's until the office says otherwise. */
export const USUAL_STEPS: readonly CalendarStep[] = ['closeSubmission', 'startReview', 'evaluate'];
/** Steps that are done in somebody's name, or not at all. */
export const STEPS_IN_NAME: readonly CalendarStep[] = ['startNotice', 'seal'];
export const CALENDAR_STEP_NAMES: Readonly<Record<CalendarStep, string>> = {
  open: '到起始日开放填报',
  closeSubmission: '到期截止填报',
  startReview: '截止后转入审核',
  evaluate: '审核截止后计算成绩',
  startNotice: '计算后公示成绩',
  seal: '公示期满封存',
};

/** Where a period stands for the calendar; instants in milliseconds, deadlines inclusive (§6). */
export interface CalendarFacts {
  readonly state: PeriodState;
  readonly automatic: readonly CalendarStep[];
  /** 0:00 of the first day. */
  readonly beginsMs: number;
  readonly submitByMs: number;
  readonly reviewByMs: number;
  readonly reportByMs: number | null;
  /** 24:00 of the last day of the notice; null before publication, or when the year's table is missing. */
  readonly noticeEndsMs: number | null;
  /** The computation asked for after the review ended: none yet, not finished, older than the ledger, or good. */
  readonly evaluation: 'none' | 'unfinished' | 'stale' | 'current';
}

/**
 * The one step that is due now, or null. It depends on nothing but where the period stands, so a job that was asleep,
 * or runs twice, or dies between two steps, goes on where the period is: never back and nothing twice.
 */
export function calendarStep(facts: CalendarFacts, nowMs: number): CalendarStep | null {
  const step = stepOf(facts, nowMs);
  return step !== null && facts.automatic.includes(step) ? step : null;
}

function stepOf(facts: CalendarFacts, nowMs: number): CalendarStep | null {
  switch (facts.state) {
    case 'draft':
      return nowMs >= facts.beginsMs && nowMs <= facts.submitByMs ? 'open' : null;
    case 'open':
      return nowMs > facts.submitByMs ? 'closeSubmission' : null;
    case 'submissionClosed':
      return nowMs > facts.submitByMs ? 'startReview' : null;
    case 'reviewing':
      return afterReview(facts, nowMs);
    case 'inNotice':
      return facts.noticeEndsMs !== null && nowMs > facts.noticeEndsMs ? 'seal' : null;
    case 'sealed':
      return null;
  }
}

/** A computation that has grown old waits for a person: something was booked after the review had ended. */
function afterReview(facts: CalendarFacts, nowMs: number): CalendarStep | null {
  if (nowMs <= facts.reviewByMs) return null;
  if (facts.evaluation === 'none') return 'evaluate';
  const publishAfter = Math.max(facts.reviewByMs, facts.reportByMs ?? facts.reviewByMs);
  return facts.evaluation === 'current' && nowMs > publishAfter ? 'startNotice' : null;
}

/** Which deadline is to be recalled now: the nearest one ahead, within `remindDays` days of it. */
export function dueReminder(
  facts: Pick<CalendarFacts, 'state' | 'submitByMs' | 'reviewByMs'>,
  remindDays: number,
  nowMs: number,
): 'submit' | 'review' | null {
  const within = (deadlineMs: number) => nowMs <= deadlineMs && nowMs >= deadlineMs - remindDays * 86_400_000;
  if (remindDays === 0) return null;
  if (facts.state === 'open') return within(facts.submitByMs) ? 'submit' : null;
  const closed = facts.state === 'submissionClosed' || facts.state === 'reviewing';
  return closed && within(facts.reviewByMs) ? 'review' : null;
}
