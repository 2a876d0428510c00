import { runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import type { Tx } from '../../../db/database.ts';
import { Refusal } from '../../../refusal.ts';
import { lockWorkPeriod } from '../../ledger/index.ts';
import { timeLimitOf } from '../../review-duties/index.ts';
import { findSubmission, findVersions, requireReview, type SubmissionRow } from '../find-submission.ts';
import { lockForReview } from '../lock-for-review.ts';
import { conflictOf } from '../move-submission.ts';
import { submissionViewOf } from '../queries/submission-rows.ts';
import { recordWorkEvent } from '../record-work-event.ts';
import { takenRefusal } from '../taking.ts';

const HOUR = 3_600_000;

/** Takes a submission up for review: of two reviewers one has it, and its author may not withdraw it (P9). */
export async function takeSubmission(
  ctx: Ctx,
  submissionId: string,
  input: { readonly requestId: string; readonly version: number },
) {
  const { requestId, version } = input;
  const content = { submissionId, version };
  return runCommand(ctx, { name: 'submission.take', requestId, content }, async (tx) => {
    const { row, period } = await lockForReview(tx, ctx, submissionId);
    await take(tx, ctx, row, version);
    return {
      result: { submission: await submissionViewOf(tx, ctx, submissionId, period) },
      audit: {
        action: 'submission.taken',
        subjectKind: 'submission',
        subjectId: submissionId,
        summary: '受理填报',
      },
    };
  });
}

async function take(tx: Tx, ctx: Ctx, row: SubmissionRow, version: number): Promise<void> {
  const { takingHours } = await timeLimitOf(tx, row.owner_unit_id);
  const me = ctx.actor.accountId;
  const changed = await tx
    .updateTable('submission')
    .set({
      taken_by: me,
      taken_at: ctx.now,
      taken_until: new Date(ctx.now.getTime() + takingHours * HOUR),
    })
    .where('id', '=', row.id)
    .where('state', '=', 'submitted')
    .where('latest_version', '=', version)
    .where((where) =>
      where.or([
        where('taken_by', 'is', null),
        where('taken_by', '=', me),
        where('taken_until', '<=', ctx.now),
      ]),
    )
    .returning('id')
    .executeTakeFirst();
  if (!changed) {
    throw (await takenRefusal(tx, ctx, row.id, 'take')) ?? (await conflictOf(tx, row.id, version));
  }
  // Taking it up again only prolongs it.
  if (row.taken_by === me && row.taken_until && row.taken_until.getTime() > ctx.now.getTime()) return;
  await recordWorkEvent(tx, ctx, {
    workKind: 'submission',
    workId: row.id,
    action: 'take',
    reason: null,
    version: row.latest_version,
  });
}

/** Gives it back to the queue without a decision. */
export async function releaseSubmission(ctx: Ctx, submissionId: string, requestId: string) {
  const content = { submissionId };
  return runCommand(ctx, { name: 'submission.release', requestId, content }, async (tx) => {
    const row = await findSubmission(tx, ctx, submissionId);
    requireReview(ctx, row, await findVersions(tx, row.id));
    const period = await lockWorkPeriod(tx, ctx.actor.bureauId, row.period_id);
    const changed = await tx
      .updateTable('submission')
      .set({ taken_by: null, taken_at: null, taken_until: null })
      .where('id', '=', row.id)
      .where('state', '=', 'submitted')
      .where('taken_by', '=', ctx.actor.accountId)
      .returning('id')
      .executeTakeFirst();
    if (!changed) {
      throw (
        (await takenRefusal(tx, ctx, row.id, 'release')) ??
        new Refusal('conflict', '该填报现在不由您受理，没有可放弃的。请刷新后查看。')
      );
    }
    await recordWorkEvent(tx, ctx, {
      workKind: 'submission',
      workId: row.id,
      action: 'release',
      reason: null,
      version: row.latest_version,
    });
    return {
      result: { submission: await submissionViewOf(tx, ctx, submissionId, period) },
      audit: {
        action: 'submission.released',
        subjectKind: 'submission',
        subjectId: submissionId,
        summary: '放弃受理填报',
      },
    };
  });
}
