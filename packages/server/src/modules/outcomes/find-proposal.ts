import type { AccessTarget } from '@mingji/engine';
import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { Ctx } from '../../context.ts';
import type { Reader } from '../../db/database.ts';
import type { OutcomeProposal } from '../../db/schema.generated.ts';
import { notFound } from '../../refusal.ts';

export type ProposalRow = Selectable<OutcomeProposal> & {
  readonly unit_path: string;
  readonly unit_name: string;
};

export type FoundProposal = ProposalRow & {
  /** Whether the reader drew it up, changed it or sent it. */
  readonly mine: boolean;
};

export async function findProposal(reader: Reader, ctx: Ctx, proposalId: string): Promise<FoundProposal> {
  const row = await reader
    .selectFrom('outcome_proposal')
    .innerJoin('unit', 'unit.id', 'outcome_proposal.subject_unit_id')
    .selectAll('outcome_proposal')
    .select(['unit.path as unit_path', 'unit.name as unit_name'])
    .select(drawnUpBy(ctx, sql`outcome_proposal`).as('mine'))
    .where('outcome_proposal.bureau_id', '=', ctx.actor.bureauId)
    .where('outcome_proposal.id', '=', proposalId)
    .executeTakeFirst();
  if (!row) throw notFound('结果运用建议');
  return row;
}

/** Who drew up, changed or sent the proposal of the surrounding query, however long ago (§13). */
export function drawnUpBy({ actor }: Ctx, proposal: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`(${proposal}.created_by = ${actor.accountId} or exists (select from work_event e
    where e.work_kind = 'outcome' and e.work_id = ${proposal}.id and e.account_id = ${actor.accountId}
      and e.action in ('create', 'change', 'submit')))`;
}

/** Who may read, change and decide it: by the subject's line; never who drew it up, nor whom it is about. */
export function proposalTarget(ctx: Ctx, row: FoundProposal): AccessTarget {
  return {
    unitPath: row.unit_path,
    officerId: row.subject_kind === 'officer' ? row.subject_id : null,
    authorAccountId: row.mine ? ctx.actor.accountId : row.created_by,
  };
}
