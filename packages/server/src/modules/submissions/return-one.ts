import type { Ctx } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import type { WorkPeriod } from '../ledger/index.ts';
import { notify, quoted } from '../notifications/index.ts';
import { titleOf } from './find-submission.ts';
import { lockForReview } from './lock-for-review.ts';
import { moveSubmission } from './move-submission.ts';

/** Sends one back with the reason, alone or in a batch; its author is told, and its period comes back. */
export async function returnOne(
  tx: Tx,
  ctx: Ctx,
  submissionId: string,
  decision: { readonly version: number; readonly reason: string },
): Promise<WorkPeriod> {
  const { version, reason } = decision;
  const { row, versions, period } = await lockForReview(tx, ctx, submissionId);
  await moveSubmission(tx, ctx, row, { action: 'return', version, reason });
  await notify(tx, { bureauId: ctx.actor.bureauId, now: ctx.now }, [
    {
      kind: 'returned',
      title: `您的填报${quoted(titleOf(versions))}被退回补正`,
      detail: reason,
      address: `/submissions/${submissionId}`,
      about: { kind: 'submission', id: submissionId },
      accountIds: [row.author_account_id],
    },
  ]);
  return period;
}
