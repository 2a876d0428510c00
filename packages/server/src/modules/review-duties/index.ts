export { assignment, namedAssignment } from './assignment.ts';
export { absencesOn } from './choose-reviewer.ts';
export { planHandover } from './commands/plan-handover.ts';
export { presentReviewers } from './present-reviewers.ts';
export { recusedFrom } from './recused-from.ts';
export { remeasureReviews } from './remeasure-reviews.ts';
export { isOwnWork, type Reviewer, reviewersOf } from './reviewers.ts';
export { tendReviews } from './tend-reviews.ts';
export { reviewDueAt, timeLimitOf } from './time-limits.ts';
