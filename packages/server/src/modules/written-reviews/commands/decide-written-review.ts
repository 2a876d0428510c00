import type { writtenReviews } from '@mingji/contract';
import type { z } from 'zod';
import { runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { eachForItself } from '../../../each-for-itself.ts';
import { decideOne } from '../decide-one.ts';
import { reviewViewOf } from '../queries/review-rows.ts';

export async function decideWrittenReview(
  ctx: Ctx,
  reviewId: string,
  input: z.output<typeof writtenReviews.decideWrittenReview.body>,
) {
  const { requestId, ...content } = input;
  return runCommand(
    ctx,
    { name: 'writtenReview.decide', requestId, content: { reviewId, ...content } },
    async (tx) => {
      const row = await decideOne(tx, ctx, reviewId, input);
      const accepts = input.outcome === 'accept';
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

/** A leader's pile in one act, with one opinion; each is decided or refused for itself (P16). */
export async function decideWrittenReviews(
  ctx: Ctx,
  input: z.output<typeof writtenReviews.decideWrittenReviews.body>,
) {
  const { requestId, items, outcome, opinion } = input;
  const versions = new Map(items.map(({ reviewId, version }) => [reviewId, version]));
  const content = { items: [...versions].sort(), outcome, opinion };
  return runCommand(ctx, { name: 'writtenReview.decideMany', requestId, content }, async (tx) => {
    const { done, refused } = await eachForItself(tx, [...versions.keys()], (id) =>
      decideOne(tx, ctx, id, { version: versions.get(id) ?? 0, outcome, opinion }),
    );
    const decided = done.map(({ id }) => id);
    const word = outcome === 'accept' ? '审阅通过' : '退回重写';
    return {
      result: { decided, refused: refused.map(({ id, message }) => ({ reviewId: id, message })) },
      audit: {
        action: outcome === 'accept' ? 'writtenReview.acceptedMany' : 'writtenReview.returnedMany',
        subjectKind: 'writtenReview',
        subjectId: null,
        summary: `批量${word}书面检查 ${decided.length} 件，未办理 ${refused.length} 件`,
        detail: { decided, refused: refused.map(({ id }) => id), opinion },
      },
    };
  });
}
