export * from './add-months.ts';
export type { Appraisal } from './appraise.ts';
export {
  type Coefficient,
  type Coefficients,
  coefficientOf,
  coefficientWarnings,
  readCoefficients,
} from './coefficient.ts';
export * from './decide-grade.ts';
export * from './decide-grades.ts';
export * from './effect-consequences.ts';
export { holdsIn } from './effects-in-force.ts';
export { findStatuses } from './find-statuses.ts';
export * from './grade-ceiling.ts';
export * from './grade-result.ts';
export * from './grade-scale.ts';
export * from './grade-words.ts';
export * from './quota-use.ts';
export * from './red-line.ts';
export { STEP_NAMES as GRADE_STEP_NAMES } from './refuse-decision.ts';
export * from './sanction-effects.ts';
export { type StatusFinding, type StatusInput, statusInPeriod } from './status-in-period.ts';
