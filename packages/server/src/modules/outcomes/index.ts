export { createProposal } from './commands/draw-up-proposal.ts';
export { runCheck } from './commands/run-check.ts';
export {
  decideProposal,
  overrideCheck,
  submitProposal,
  withdrawProposal,
} from './commands/walk-proposal.ts';
export { listCandidates } from './queries/list-candidates.ts';
export { proposalsToDecide } from './queries/list-proposals.ts';
