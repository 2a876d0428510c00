import type { AccessTarget } from '@mingji/engine';
import type { Selectable } from 'kysely';
import type { Ctx } from '../../context.ts';
import type { Reader } from '../../db/database.ts';
import type { OutcomeProposal } from '../../db/schema.generated.ts';
import { notFound } from '../../refusal.ts';

export type ProposalRow = Selectable<OutcomeProposal> & {
  readonly unit_path: string;
  readonly unit_name: string;
};

export async function findProposal(reader: Reader, ctx: Ctx, proposalId: string): Promise<ProposalRow> {
  const row = await reader
    .selectFrom('outcome_proposal')
    .innerJoin('unit', 'unit.id', 'outcome_proposal.subject_unit_id')
    .selectAll('outcome_proposal')
    .select(['unit.path as unit_path', 'unit.name as unit_name'])
    .where('outcome_proposal.bureau_id', '=', ctx.actor.bureauId)
    .where('outcome_proposal.id', '=', proposalId)
    .executeTakeFirst();
  if (!row) throw notFound('结果运用建议');
  return row;
}

/** Who may read, change and decide it: by the subject's line; never who drew it up, nor whom it is about. */
export function proposalTarget(row: ProposalRow): AccessTarget {
  return {
    unitPath: row.unit_path,
    officerId: row.subject_kind === 'officer' ? row.subject_id : null,
    authorAccountId: row.created_by,
  };
}
