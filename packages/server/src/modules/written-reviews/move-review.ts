import {
  transition,
  type WrittenReviewAction,
  type WrittenReviewState,
  writtenReviewWorkflow,
} from '@mingji/engine';
import type { Selectable, Updateable } from 'kysely';
import type { Ctx } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import type { WrittenReview } from '../../db/schema.generated.ts';
import { Refusal } from '../../refusal.ts';
import { recordWorkEvent } from '../submissions/index.ts';

export type ReviewRow = Selectable<WrittenReview>;

/** Moves a written review along its workflow; of two who do so at the same time the second is told. */
export async function setState(
  tx: Tx,
  ctx: Ctx,
  row: ReviewRow,
  action: WrittenReviewAction,
  reason: string | null,
  more: Updateable<WrittenReview> = {},
): Promise<void> {
  const step = transition(writtenReviewWorkflow, row.state as WrittenReviewState, action, { reason });
  if (!step.ok) throw new Refusal('conflict', step.reason);
  const changed = await tx
    .updateTable('written_review')
    .set({ ...more, state: step.next })
    .where('id', '=', row.id)
    .where('state', '=', row.state)
    .where('latest_version', '=', row.latest_version)
    .returning('id')
    .executeTakeFirst();
  if (!changed) {
    throw new Refusal('conflict', '这件书面检查刚刚被他人办理，本次操作没有生效。请刷新后查看。');
  }
  await recordWorkEvent(tx, ctx, {
    workKind: 'writtenReview',
    workId: row.id,
    action,
    reason,
    version: more.latest_version === undefined ? null : Number(more.latest_version),
  });
}
