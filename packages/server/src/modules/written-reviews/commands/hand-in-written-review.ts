import type { writtenReviews } from '@mingji/contract';
import type { z } from 'zod';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { localDay } from '../../../local-day.ts';
import { Refusal } from '../../../refusal.ts';
import { requireOwnFiles } from '../../files/index.ts';
import { findReview, handTarget } from '../find-review.ts';
import { setState } from '../move-review.ts';
import { reviewViewOf } from '../queries/review-rows.ts';

type Input = z.output<typeof writtenReviews.handInWrittenReview.body>;
const MOST_VERSIONS = 50;

/** A version is kept as it was handed in; after the due day it is taken and marked as late (P16). */
export async function handInWrittenReview(ctx: Ctx, reviewId: string, input: Input) {
  const { requestId, ...content } = input;
  return runCommand(
    ctx,
    { name: 'writtenReview.handIn', requestId, content: { reviewId, ...content } },
    async (tx) => {
      const row = await findReview(tx, ctx, reviewId);
      requireAccess(ctx, 'writtenReview.hand', handTarget(row));
      const version = row.latest_version + 1;
      if (version > MOST_VERSIONS) {
        throw new Refusal('refused', `已提交 ${MOST_VERSIONS} 稿，不能再提交。请与审阅人当面沟通。`);
      }
      const fileIds = await requireOwnFiles(tx, ctx, input.fileIds, await earlierFiles(row.id));
      const late = localDay(ctx.now, ctx.actor.timeZone) > row.due_on;
      await setState(tx, ctx, row, 'handIn', null, {
        latest_version: version,
        // What was late once stays late: a second version does not make it good.
        late: row.late || late,
        handed_at: ctx.now,
        handed_by: ctx.actor.accountId,
        decided_by: null,
        decided_at: null,
      });
      await tx
        .insertInto('written_review_version')
        .values({
          review_id: row.id,
          version,
          text: input.text,
          file_ids: fileIds,
          late,
          by_account_id: ctx.actor.accountId,
          by_name: ctx.actor.displayName,
          at: ctx.now,
        })
        .execute();
      return {
        result: { review: await reviewViewOf(tx, ctx, row.id) },
        audit: {
          action: 'writtenReview.handedIn',
          subjectKind: 'writtenReview',
          subjectId: row.id,
          summary: `提交${row.task}第 ${version} 稿${late ? '（逾期）' : ''}`,
        },
      };

      async function earlierFiles(id: string): Promise<string[]> {
        const versions = await tx
          .selectFrom('written_review_version')
          .select('file_ids')
          .where('review_id', '=', id)
          .execute();
        return versions.flatMap((each) => each.file_ids);
      }
    },
  );
}
