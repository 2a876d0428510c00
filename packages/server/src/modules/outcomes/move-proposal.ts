import { type ProposalAction, type ProposalState, proposalWorkflow, transition } from '@mingji/engine';
import type { Updateable } from 'kysely';
import type { Ctx } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import type { OutcomeProposal } from '../../db/schema.generated.ts';
import { Refusal } from '../../refusal.ts';
import { recordWorkEvent } from '../submissions/index.ts';
import { blocksOf, checkOfProposal } from './check-of-proposal.ts';
import type { ProposalRow } from './find-proposal.ts';

/** Moves a proposal along its workflow; what the commendation check finds now is what counts. */
export async function moveProposal(
  tx: Tx,
  ctx: Ctx,
  row: ProposalRow,
  action: ProposalAction,
  reason: string | null,
  more: Updateable<OutcomeProposal> = {},
): Promise<void> {
  const guarded = action === 'submit' || action === 'agree';
  const step = transition(proposalWorkflow, row.state as ProposalState, action, {
    reason,
    evidence: Array.isArray(row.evidence) ? row.evidence.length : 0,
    blocks: guarded ? blocksOf(await checkOfProposal(tx, ctx, row)) : 0,
    overrideReason: row.override_reason,
  });
  if (!step.ok) {
    const movable = proposalWorkflow.rows.some((each) => each.from === row.state && each.action === action);
    throw new Refusal(movable ? 'refused' : 'conflict', step.reason);
  }
  const changed = await tx
    .updateTable('outcome_proposal')
    .set({ ...more, state: step.next })
    .where('id', '=', row.id)
    .where('state', '=', row.state)
    .returning('id')
    .executeTakeFirst();
  if (!changed) throw new Refusal('conflict', '该建议的状态刚刚改变，本次操作没有生效。请刷新后查看。');
  await recordWorkEvent(tx, ctx, {
    workKind: 'outcome',
    workId: row.id,
    action,
    reason,
    version: null,
  });
}
