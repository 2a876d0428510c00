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
  const ofToday = (each: ReportPeriod) => each.fromOn <= today && today <= each.toOn;
  return (
    periods.find((each) => each.id === wanted) ??
    periods.find((each) => !each.closed && ofToday(each)) ??
    periods.find(ofToday) ??
    periods.find((each) => !each.closed) ??
    periods[0]
  );
}
