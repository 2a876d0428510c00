import type { writtenReviews } from '@mingji/contract';
import type { z } from 'zod';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { Refusal } from '../../../refusal.ts';
import { notify } from '../../notifications/index.ts';
import { decideTarget, findReview } from '../find-review.ts';
import { setState } from '../move-review.ts';
import { reviewViewOf } from '../queries/review-rows.ts';

type Input = z.output<typeof writtenReviews.decideWrittenReview.body>;

/** The line above accepts it or returns it with a reason; never who wrote it (P16). */
export async function decideWrittenReview(ctx: Ctx, reviewId: string, input: Input) {
  const { requestId, ...content } = input;
  return runCommand(
    ctx,
    { name: 'writtenReview.decide', requestId, content: { reviewId, ...content } },
    async (tx) => {
      const row = await findReview(tx, ctx, reviewId);
      requireAccess(ctx, 'writtenReview.decide', decideTarget(row));
      if (row.state === 'handedIn' && input.version !== row.latest_version) {
        throw new Refusal(
          'conflict',
          `您看到的是第 ${input.version} 稿，最新的是第 ${row.latest_version} 稿。请刷新后审阅最新一稿。`,
        );
      }
      const accepts = input.outcome === 'accept';
      await setState(tx, ctx, row, input.outcome, input.opinion || null, {
        decided_by: ctx.actor.accountId,
        decided_at: ctx.now,
      });
      const words = accepts ? '已通过' : '被退回，请按意见重写';
      await notify(tx, { bureauId: ctx.actor.bureauId, now: ctx.now }, [
        {
          kind: 'writtenReview',
          title: `${row.task}${words}`,
          detail: input.opinion.slice(0, 400),
          address: `/written-reviews/${row.id}`,
          about: { kind: 'writtenReview', id: row.id },
          accountIds: row.handed_by === null ? [] : [row.handed_by],
        },
      ]);
      return {
        result: { review: await reviewViewOf(tx, ctx, row.id) },
        audit: {
          action: accepts ? 'writtenReview.accepted' : 'writtenReview.returned',
          subjectKind: 'writtenReview',
          subjectId: row.id,
          summary: `${row.subject_name}的${row.task}${accepts ? '审阅通过' : '退回重写'}`,
        },
      };
    },
  );
}
