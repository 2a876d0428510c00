import type { writtenReviews } from '@mingji/contract';
import type { z } from 'zod';
import { requireAccess } from '../../command.ts';
import type { Ctx } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { Refusal } from '../../refusal.ts';
import { notify } from '../notifications/index.ts';
import { decideTarget, type FoundReview, findReview } from './find-review.ts';
import { setState } from './move-review.ts';

type Decision = Omit<z.output<typeof writtenReviews.decideWrittenReview.body>, 'requestId'>;

/** The line above accepts one or returns it with a reason; never who wrote it, never a newer one unseen (P16). */
export async function decideOne(
  tx: Tx,
  ctx: Ctx,
  reviewId: string,
  { version, outcome, opinion }: Decision,
): Promise<FoundReview> {
  const row = await findReview(tx, ctx, reviewId);
  requireAccess(ctx, 'writtenReview.decide', decideTarget(row));
  if (row.state === 'handedIn' && version !== row.latest_version) {
    throw new Refusal(
      'conflict',
      `您看到的是第 ${version} 稿，最新的是第 ${row.latest_version} 稿。请刷新后审阅最新一稿。`,
    );
  }
  await setState(tx, ctx, row, outcome, opinion || null, {
    decided_by: ctx.actor.accountId,
    decided_at: ctx.now,
  });
  await notify(tx, { bureauId: ctx.actor.bureauId, now: ctx.now }, [
    {
      kind: 'writtenReview',
      title: `${row.period_label}${row.task}${outcome === 'accept' ? '已通过' : '被退回，请按意见重写'}`,
      detail: opinion.slice(0, 400),
      address: `/written-reviews/${row.id}`,
      about: { kind: 'writtenReview', id: row.id },
      accountIds: row.handed_by === null ? [] : [row.handed_by],
    },
  ]);
  return row;
}
