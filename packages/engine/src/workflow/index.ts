export {
  APPEAL_ACTIONS,
  APPEAL_STATES,
  type AppealAction,
  type AppealState,
  appealWorkflow,
} from './appeal-workflow.ts';
export {
  type FilingFacts,
  filingWorkflow,
  VERSION_ACTIONS,
  VERSION_STATES,
  type VersionAction,
  type VersionState,
} from './filing-workflow.ts';
export {
  effectivePeriodState,
  isInTime,
  PERIOD_ACTIONS,
  PERIOD_STATES,
  type PeriodAction,
  type PeriodState,
  periodWorkflow,
} from './period-workflow.ts';
export type { WorkFacts } from './reason-guard.ts';
export {
  SUBMISSION_ACTIONS,
  SUBMISSION_STATES,
  type SubmissionAction,
  type SubmissionState,
  submissionWorkflow,
} from './submission-workflow.ts';
export {
  actionsFrom,
  type Guard,
  type TransitionOutcome,
  type TransitionRow,
  type TransitionTable,
  transition,
} from './transition.ts';
