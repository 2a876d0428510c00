import { runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import type { Tx } from '../../../db/database.ts';
import { accountsHolding, notify, quoted } from '../../notifications/index.ts';
import { namedAssignment } from '../../review-duties/index.ts';
import { barredFrom, type SubmissionRow, titleOf } from '../find-submission.ts';
import { lockForReview } from '../lock-for-review.ts';
import { conflictOf } from '../move-submission.ts';
import { submissionViewOf } from '../queries/submission-rows.ts';
import { recordWorkEvent } from '../record-work-event.ts';

/** 回避: a reviewer who is related to it steps back for good; it goes to the next in the order, the reason stays. */
export async function recuseFromReview(
  ctx: Ctx,
  submissionId: string,
  input: { readonly requestId: string; readonly reason: string },
) {
  const { requestId, reason } = input;
  const content = { submissionId, reason };
  return runCommand(ctx, { name: 'submission.recuse', requestId, content }, async (tx) => {
    const { row, versions, period } = await lockForReview(tx, ctx, submissionId);
    const { columns, assigneeName } = await namedAssignment(tx, {
      bureauId: ctx.actor.bureauId,
      timeZone: ctx.actor.timeZone,
      now: ctx.now,
      reviewBy: period.reviewBy,
      ownerUnit: { id: row.owner_unit_id, path: row.owner_unit_path },
      indicatorCode: row.indicator_code,
      officerId: row.subject_kind === 'officer' ? row.subject_id : null,
      authorAccountIds: [...barredFrom(row, versions), ctx.actor.accountId],
    });
    const moved = await leave(tx, ctx, row, columns);
    const to = moved && assigneeName !== null ? `，转由${assigneeName}办理` : '';
    await recordWorkEvent(tx, ctx, {
      workKind: 'submission',
      workId: row.id,
      action: 'recuse',
      reason: `${reason}${to}`,
      version: row.latest_version,
    });
    if (moved) await tell(tx, ctx, { row, title: titleOf(versions) }, columns.assignee_account_id);
    return {
      result: { submission: await submissionViewOf(tx, ctx, submissionId, period) },
      audit: {
        action: 'submission.recused',
        subjectKind: 'submission',
        subjectId: submissionId,
        summary: `回避一件填报的审核${to}`,
      },
    };
  });
}

type Columns = Awaited<ReturnType<typeof namedAssignment>>['columns'];

/** True when it waited for him or for nobody: then it goes on. With a colleague it stays where it is. */
async function leave(tx: Tx, ctx: Ctx, row: SubmissionRow, columns: Columns): Promise<boolean> {
  const me = ctx.actor.accountId;
  const now = await tx
    .selectFrom('submission')
    .select(['state', 'assignee_account_id', 'taken_by', 'taken_until'])
    .where('id', '=', row.id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (now.state !== 'submitted') throw await conflictOf(tx, row.id);
  const held = now.taken_until !== null && now.taken_until.getTime() > ctx.now.getTime();
  if (held && now.taken_by !== me) return false;
  const waits = now.assignee_account_id === null || now.assignee_account_id === me;
  const nobody = { taken_by: null, taken_at: null, taken_until: null };
  await tx
    .updateTable('submission')
    .set(waits ? columns : nobody)
    .where('id', '=', row.id)
    .execute();
  return waits;
}

/** The next is told; without one the heads of the department are, who give it to somebody. */
async function tell(
  tx: Tx,
  ctx: Ctx,
  { row, title }: { readonly row: SubmissionRow; readonly title: string },
  next: string | null,
): Promise<void> {
  const { bureauId, displayName, accountId } = ctx.actor;
  const heads = next === null ? await accountsHolding(tx, ['unitHead'], [row.owner_unit_id]) : new Map();
  const accountIds: readonly string[] = next === null ? (heads.get(row.owner_unit_id) ?? []) : [next];
  await notify(tx, { bureauId, now: ctx.now }, [
    {
      kind: 'transferred',
      title: `${displayName}回避审核${quoted(title)}，${next === null ? '需要指定审核人' : '转由您审核'}`,
      detail: next === null ? '没有可以接替的备岗。请在“审核负荷”中改派。' : '原审核人已申请回避，请您办理。',
      address: next === null ? '/review-load' : `/review?whose=mine&id=${row.id}`,
      about: { kind: 'submission', id: row.id },
      accountIds: accountIds.filter((id) => id !== accountId),
    },
  ]);
}
