import type { ReportPeriod } from './choose-indicators.ts';

/**
 * The period one reports in unless another is chosen: of today, open before closed. A past month that is open for back
 * entry never slips in for the current one whose deadline has just passed (P8, P20).
 */
export function choosePeriod(
  periods: readonly ReportPeriod[],
  wanted: string | undefined,
  today: string,
): ReportPeriod | undefined {
  return (
    periods.find((each) => each.id === wanted) ??
    periods.find((each) => !each.closed && covers(each, today)) ??
    periods.find((each) => covers(each, today)) ??
    periods.find((each) => !each.closed) ??
    periods[0]
  );
}

/** Periods of today that no longer take reports, beside the one that is shown: two methods may have indicators of one name. */
export function closedBeside(
  periods: readonly ReportPeriod[],
  shown: ReportPeriod,
  today: string,
): ReportPeriod[] {
  return periods.filter((each) => each.closed && each.id !== shown.id && covers(each, today));
}

function covers(period: ReportPeriod, day: string): boolean {
  return period.fromOn <= day && day <= period.toOn;
}
