export { INVOLVEMENTS, type Involvement, involvementRefusal } from './appeal-involvement.ts';
export {
  APPEAL_ACTIONS,
  APPEAL_ANSWERERS,
  APPEAL_INSTANCES,
  APPEAL_STATES,
  type AppealAction,
  type AppealAnswerer,
  type AppealInstance,
  type AppealState,
  appealWorkflow,
  mayGoFurther,
} from './appeal-workflow.ts';
export {
  BULLETIN_ACTIONS,
  BULLETIN_STATES,
  type BulletinAction,
  type BulletinFacts,
  type BulletinState,
  bulletinWorkflow,
} from './bulletin-workflow.ts';
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
export {
  PRESS_ACTIONS,
  PRESS_STATES,
  type PressAction,
  type PressState,
  pressWorkflow,
} from './press-workflow.ts';
export {
  PROPOSAL_ACTIONS,
  PROPOSAL_STATES,
  type ProposalAction,
  type ProposalFacts,
  type ProposalState,
  proposalWorkflow,
} from './proposal-workflow.ts';
export type { WorkFacts } from './reason-guard.ts';
export { isReopening, needsSecondPerson, REOPENING_ACTIONS, type ReopeningAction } from './second-person.ts';
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
export {
  isOwed,
  isUnfinished,
  WRITTEN_REVIEW_ACTIONS,
  WRITTEN_REVIEW_STATES,
  type WrittenReviewAction,
  type WrittenReviewState,
  writtenReviewWorkflow,
} from './written-review-workflow.ts';
