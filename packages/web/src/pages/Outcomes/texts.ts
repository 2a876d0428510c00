import type { outcomes, writtenReviews } from '@mingji/contract';
import { proposalWorkflow, writtenReviewWorkflow } from '@mingji/engine';
import type { StatusLook, StatusMap } from '../../components/status-tag.tsx';

const review = writtenReviewWorkflow.states;
export const writtenReviewStates: StatusMap<writtenReviews.WrittenReviewView['state']> = {
  open: { label: review.open, look: 'waiting' },
  handedIn: { label: review.handedIn, look: 'running' },
  returned: { label: review.returned, look: 'returned' },
  accepted: { label: review.accepted, look: 'good' },
  cancelled: { label: review.cancelled, look: 'ended' },
};

const proposal = proposalWorkflow.states;
export const proposalStates: StatusMap<outcomes.ProposalView['state']> = {
  draft: { label: proposal.draft, look: 'draft' },
  submitted: { label: proposal.submitted, look: 'waiting' },
  agreed: { label: proposal.agreed, look: 'good' },
  notAgreed: { label: proposal.notAgreed, look: 'refused' },
  withdrawn: { label: proposal.withdrawn, look: 'ended' },
};

export const verdicts: StatusMap<outcomes.CheckedNominee['verdict']> = {
  clear: { label: '符合', look: 'good' },
  look: { label: '请核实', look: 'returned' },
  forbidden: { label: '不符合', look: 'refused' },
  unresolved: { label: '未核查', look: 'draft' },
};

const looks: Readonly<Record<string, StatusLook>> = {
  create: 'draft',
  change: 'draft',
  submit: 'running',
  handIn: 'running',
  accept: 'good',
  agree: 'good',
  return: 'returned',
  decline: 'refused',
  withdraw: 'ended',
  cancel: 'ended',
  reopen: 'waiting',
  remind: 'waiting',
  escalate: 'redLine',
  override: 'returned',
};
export function lookOf(action: string): StatusLook {
  return looks[action] ?? 'draft';
}

/** Names of the uses of results, for filters and forms. */
export { proposalKinds } from '@mingji/engine';
