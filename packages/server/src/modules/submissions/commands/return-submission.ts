import type { submissions } from '@mingji/contract';
import type { z } from 'zod';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { lockWorkPeriod, requireBookable } from '../../ledger/index.ts';
import { notify } from '../../notifications/index.ts';
import { requireReviewable } from '../deadline.ts';
import { findSubmission, findVersions, reviewTarget } from '../find-submission.ts';
import { moveSubmission } from '../move-submission.ts';
import { submissionViewOf } from '../queries/submission-rows.ts';

type Input = z.output<typeof submissions.returnSubmission.body>;

/** Sends work back with the reason; it can be corrected and handed in again, or contested (P6, P7). */
export async function returnSubmission(ctx: Ctx, submissionId: string, input: Input) {
  const { requestId, ...decision } = input;
  const content = { submissionId, ...decision };
  return runCommand(ctx, { name: 'submission.return', requestId, content }, async (tx) => {
    const row = await findSubmission(tx, ctx, submissionId);
    requireAccess(ctx, 'submission.review', reviewTarget(ctx, row, await findVersions(tx, row.id)));
    const period = await lockWorkPeriod(tx, ctx.actor.bureauId, row.period_id);
    requireBookable(period);
    requireReviewable(period);
    await moveSubmission(tx, ctx, row, { action: 'return', version: input.version, reason: input.reason });
    const { bureauId } = ctx.actor;
    await notify(tx, { bureauId, now: ctx.now }, [
      {
        kind: 'returned',
        title: '您的填报被退回补正',
        detail: input.reason,
        address: `/submissions/${submissionId}`,
        about: { kind: 'submission', id: submissionId },
        accountIds: [row.author_account_id],
      },
    ]);
    return {
      result: { submission: await submissionViewOf(tx, ctx, submissionId, period) },
      audit: {
        action: 'submission.returned',
        subjectKind: 'submission',
        subjectId: submissionId,
        summary: '退回填报',
      },
    };
  });
}
