export { type Activation, pilotReaches, takesPartFrom, takesPartOn } from './activation.ts';
export {
  CALENDAR_STEP_NAMES,
  CALENDAR_STEPS,
  type CalendarFacts,
  type CalendarStep,
  calendarStep,
  dueReminder,
  STEPS_IN_NAME,
  USUAL_STEPS,
} from './calendar-step.ts';
export { type Window, type WindowProblem, windowProblems } from './check-windows.ts';
export { BACK_ENTRY_MARK, markedLabel, type PeriodMarks, TRIAL_MARK } from './period-marks.ts';
export { type PeriodPlan, type PlannedPeriod, planPeriods } from './plan-periods.ts';
