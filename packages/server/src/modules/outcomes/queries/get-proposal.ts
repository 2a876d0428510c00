import type { outcomes } from '@mingji/contract';
import { decideAccess, proposalWorkflow } from '@mingji/engine';
import type { Ctx } from '../../../context.ts';
import { notFound } from '../../../refusal.ts';
import { workTimeline } from '../../submissions/index.ts';
import { blocksOf, checkOfProposal } from '../check-of-proposal.ts';
import { type FoundProposal, findProposal, type ProposalRow, proposalTarget } from '../find-proposal.ts';
import { presentFlags } from '../present-flags.ts';
import { presentProposal } from './proposal-rows.ts';

/** One proposal with its evidence, the commendation check of this moment, and who did what (P17). */
export async function getProposal(
  ctx: Ctx,
  proposalId: string,
): Promise<{ proposal: outcomes.ProposalDetail }> {
  const { db } = ctx.deps;
  const row = await findProposal(db, ctx, proposalId);
  if (!decideAccess(ctx.actor, 'outcome.readProposals', proposalTarget(ctx, row)).allowed) {
    throw notFound('结果运用建议');
  }
  const waits = row.state === 'draft' || row.state === 'submitted';
  const check = waits ? await checkOfProposal(db, ctx, row) : null;
  const blocked = blocksOf(check) > 0 && row.override_reason === null;
  return {
    proposal: {
      ...presentProposal(row),
      basis: row.basis,
      evidence: row.evidence as unknown as outcomes.Evidence[],
      decisionNote: row.decision_note,
      decidedByName: row.decided_by_name,
      override: overrideOf(row),
      check: check && { blocked, flags: presentFlags(ctx, row.unit_path, check.flags) },
      timeline: await workTimeline(db, 'outcome', row.id, actionLabel),
      can: whatCanBeDone(ctx, row, blocked, blocksOf(check) > 0),
    },
  };
}

function whatCanBeDone(
  ctx: Ctx,
  row: FoundProposal,
  blocked: boolean,
  flagged: boolean,
): outcomes.ProposalDetail['can'] {
  const target = proposalTarget(ctx, row);
  const proposes = decideAccess(ctx.actor, 'outcome.propose', target).allowed;
  const decision = decideAccess(ctx.actor, 'outcome.decide', target);
  const draft = row.state === 'draft';
  const waits = row.state === 'submitted';
  const own = !decision.allowed && decision.reason === 'ownWork';
  return {
    change: proposes && draft,
    submit: proposes && draft && !blocked,
    withdraw: proposes && (draft || waits),
    decide: decision.allowed && waits && !blocked,
    override: decision.allowed && (draft || waits) && flagged && row.override_reason === null,
    refusal: waits && own ? '起草人和当事人不参加审定，请由考核委员会其他成员办理。' : null,
  };
}

function overrideOf(row: ProposalRow): outcomes.ProposalDetail['override'] {
  const { override_reason: reason, override_by_name: byName, override_at: at } = row;
  return reason === null || byName === null || at === null ? null : { reason, byName, at: at.toISOString() };
}

const labels: Readonly<Record<string, string>> = {
  create: '起草',
  change: '修改',
  override: '放行',
  ...proposalWorkflow.actions,
};
const actionLabel = (action: string) => labels[action] ?? action;
