export { bookSubmission, factsOf as workFactsOf, type Recognized } from './accept-one.ts';
export { takeSubmission } from './commands/take-submission.ts';
export { transferSubmissions } from './commands/transfer-submissions.ts';
export { findSubmission, findVersions, type SubmissionRow } from './find-submission.ts';
export { moveSubmission } from './move-submission.ts';
export { countByIndicator, waiting } from './queries/list-review-queue.ts';
export { workTimeline } from './queries/timeline.ts';
export { recordWorkEvent } from './record-work-event.ts';
