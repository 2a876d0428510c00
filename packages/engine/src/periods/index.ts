export { type Window, type WindowProblem, windowProblems } from './check-windows.ts';
export { type PeriodPlan, type PlannedPeriod, planPeriods } from './plan-periods.ts';
