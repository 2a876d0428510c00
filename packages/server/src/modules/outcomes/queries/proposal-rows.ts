import type { outcomes } from '@mingji/contract';
import type { Ctx } from '../../../context.ts';
import type { Reader } from '../../../db/database.ts';
import { findProposal, type ProposalRow } from '../find-proposal.ts';

export function presentProposal(row: ProposalRow): outcomes.ProposalView {
  return {
    id: row.id,
    kind: row.kind as outcomes.ProposalView['kind'],
    state: row.state as outcomes.ProposalView['state'],
    subject: {
      kind: row.subject_kind as 'officer' | 'unit',
      id: row.subject_id,
      name: row.subject_name,
      code: row.subject_code,
      unit: { id: row.subject_unit_id, name: row.unit_name },
    },
    reason: row.reason,
    evidenceCount: Array.isArray(row.evidence) ? row.evidence.length : 0,
    createdByName: row.created_by_name,
    createdAt: row.created_at.toISOString(),
    submittedAt: row.submitted_at?.toISOString() ?? null,
    resolutionNo: row.resolution_no,
    decidedOn: row.decided_on,
  };
}

export async function proposalViewOf(
  reader: Reader,
  ctx: Ctx,
  proposalId: string,
): Promise<outcomes.ProposalView> {
  return presentProposal(await findProposal(reader, ctx, proposalId));
}
