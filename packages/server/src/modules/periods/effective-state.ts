import { effectivePeriodState, type PeriodState } from '@mingji/engine';

/** The state that counts at `now`: the clock closes submission even when nobody pressed the button (P8). */
export function effectiveState(
  period: { readonly state: string; readonly submit_by: Date },
  now: Date,
): PeriodState {
  return effectivePeriodState(period.state as PeriodState, period.submit_by.getTime(), now.getTime());
}
