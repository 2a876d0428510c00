import { runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { Refusal } from '../../../refusal.ts';
import { lockWorkPeriod } from '../../ledger/index.ts';
import { findSubmission, requireAuthorSide } from '../find-submission.ts';
import { moveSubmission } from '../move-submission.ts';
import { submissionViewOf } from '../queries/submission-rows.ts';

/** Takes back what nobody has decided yet; what was handed in stays on record. */
export async function withdrawSubmission(ctx: Ctx, submissionId: string, requestId: string) {
  return runCommand(
    ctx,
    { name: 'submission.withdraw', requestId, content: { submissionId } },
    async (tx) => {
      const row = await findSubmission(tx, ctx, submissionId);
      requireAuthorSide(ctx, row);
      const period = await lockWorkPeriod(tx, ctx.actor.bureauId, row.period_id);
      if (period.state === 'sealed') {
        throw new Refusal('sealed', `周期“${period.label}”已封存，不能撤回。`);
      }
      await moveSubmission(tx, ctx, row, { action: 'withdraw' });
      return {
        result: { submission: await submissionViewOf(tx, ctx, submissionId) },
        audit: {
          action: 'submission.withdrawn',
          subjectKind: 'submission',
          subjectId: submissionId,
          summary: '撤回填报',
        },
      };
    },
  );
}
