import { civilFromDays, daysFromCivil, formatDay, parseDay } from '../kernel/instant.ts';
import type { PeriodKind } from '../rules/facts.ts';

/** One period as it is planned: days only. Which instant 24:00 of a day is depends on the bureau's time zone. */
export interface PlannedPeriod {
  readonly label: string;
  readonly kind: PeriodKind;
  readonly from: string;
  readonly to: string;
  /** Last day of submission, to 24:00. */
  readonly submitOn: string;
  readonly reviewOn: string;
  readonly reportOn: string | null;
}

interface Rhythm {
  /** Review ends so many days after submission. */
  readonly reviewDays: number;
  /** Results are reported so many days after the review; null = nothing is reported. */
  readonly reportDays: number | null;
}

export type PeriodPlan =
  /** Twelve months. `startDay` 26 makes a month run from the 26th to the 25th. */
  | ({
      readonly form: 'months';
      readonly startDay: number;
      readonly submitDay: number;
    } & Rhythm)
  /** Windows that end on the given days of the year (MM-DD); the first begins after last year's last. */
  | ({
      readonly form: 'ends';
      readonly kind: 'quarter' | 'half' | 'year';
      readonly ends: readonly string[];
      readonly submitDays: number;
    } & Rhythm)
  | { readonly form: 'custom'; readonly periods: readonly PlannedPeriod[] };

/** The year's periods that a template makes (§6); `year` is the year in which each of them ends. */
export function planPeriods(plan: PeriodPlan, year: number): PlannedPeriod[] {
  switch (plan.form) {
    case 'months':
      return Array.from({ length: 12 }, (_, index) => planMonth(plan, year, index + 1));
    case 'ends':
      return planEnds(plan, year);
    case 'custom':
      return [...plan.periods];
  }
}

function planMonth(
  plan: Extract<PeriodPlan, { form: 'months' }>,
  year: number,
  month: number,
): PlannedPeriod {
  const wholeMonth = plan.startDay === 1;
  const start = wholeMonth
    ? daysFromCivil(year, month, 1)
    : daysFromCivil(month === 1 ? year - 1 : year, month === 1 ? 12 : month - 1, plan.startDay);
  const next = wholeMonth ? firstOfNextMonth(year, month) : daysFromCivil(year, month, plan.startDay);
  const lastDay = civilFromDays(firstOfNextMonth(year, month) - 1).day;
  const submit = daysFromCivil(year, month, Math.min(plan.submitDay, lastDay));
  return {
    label: `${year}年${month}月`,
    kind: 'month',
    from: formatDay(start),
    to: formatDay(next - 1),
    ...deadlines(plan, submit),
  };
}

function planEnds(plan: Extract<PeriodPlan, { form: 'ends' }>, year: number): PlannedPeriod[] {
  const ends = plan.ends.map((end) => dayOf(year, end));
  const lastEnd = plan.ends.at(-1);
  let start = lastEnd === undefined ? 0 : dayOf(year - 1, lastEnd) + 1;
  return ends.map((end, index) => {
    const from = start;
    start = end + 1;
    return {
      label: labelOf(plan.kind, year, index),
      kind: plan.kind,
      from: formatDay(from),
      to: formatDay(end),
      ...deadlines(plan, end + plan.submitDays),
    };
  });
}

function deadlines(rhythm: Rhythm, submit: number) {
  const review = submit + rhythm.reviewDays;
  return {
    submitOn: formatDay(submit),
    reviewOn: formatDay(review),
    reportOn: rhythm.reportDays === null ? null : formatDay(review + rhythm.reportDays),
  };
}

/** 29 February falls back to the 28th in a common year. */
function dayOf(year: number, monthDay: string): number {
  const day =
    parseDay(`${year}-${monthDay}`) ?? (monthDay === '02-29' ? parseDay(`${year}-02-28`) : undefined);
  if (day === undefined) throw new TypeError(`not a day of the year: ${monthDay}`);
  return day;
}

function firstOfNextMonth(year: number, month: number): number {
  return month === 12 ? daysFromCivil(year + 1, 1, 1) : daysFromCivil(year, month + 1, 1);
}

const ORDINALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

function labelOf(kind: 'quarter' | 'half' | 'year', year: number, index: number): string {
  if (kind === 'year') return `${year}年度`;
  if (kind === 'half') return `${year}年${index === 0 ? '上' : '下'}半年`;
  return `${year}年第${ORDINALS[index] ?? String(index + 1)}季度`;
}
