import type { reviewDuties } from '@mingji/contract';
import { decideAccess } from '@mingji/engine';
import type { z } from 'zod';
import { requireAccess } from '../../command.ts';
import type { Ctx } from '../../context.ts';
import type { Reader, Tx } from '../../db/database.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { lockWorkPeriod, requireBookable } from '../ledger/index.ts';
import { assignment, isOwnWork, reviewDueAt, reviewersOf } from '../review-duties/index.ts';
import { requireReviewable } from './deadline.ts';
import {
  barredFrom,
  findSubmission,
  findVersions,
  reviewTarget,
  type SubmissionRow,
  titleOf,
} from './find-submission.ts';
import { conflictOf } from './move-submission.ts';
import { ownerDepartments } from './queries/transfer-targets.ts';
import { recordWorkEvent } from './record-work-event.ts';
import { takenRefusal } from './taking.ts';

export type TransferTo = z.output<typeof reviewDuties.transferSubmissions.body>['to'];
export interface Transferred {
  readonly title: string;
  readonly told: readonly string[];
}
type Moved = Awaited<ReturnType<typeof assignment>>;

/** Gives one submission to another reviewer or department with the reason; answers whom it waits for now. */
export async function transferOne(
  tx: Tx,
  ctx: Ctx,
  submissionId: string,
  to: TransferTo,
  reason: string,
): Promise<Transferred> {
  const row = await findSubmission(tx, ctx, submissionId);
  const versions = await findVersions(tx, row.id);
  requireAccess(ctx, 'review.assign', {
    ...reviewTarget(ctx, row, versions),
    unitPath: row.owner_unit_path,
  });
  const period = await lockWorkPeriod(tx, ctx.actor.bureauId, row.period_id);
  requireBookable(period);
  requireReviewable(period);
  const work = {
    bureauId: ctx.actor.bureauId,
    timeZone: ctx.actor.timeZone,
    now: ctx.now,
    reviewBy: period.reviewBy,
    indicatorCode: row.indicator_code,
    officerId: row.subject_kind === 'officer' ? row.subject_id : null,
    authorAccountIds: barredFrom(row, versions),
  };
  if (to.kind === 'unit') {
    const unit = await requireOwner(tx, ctx, row, to.unitId);
    const moved = await assignment(tx, { ...work, ownerUnit: unit });
    await move(tx, ctx, row, { ...moved, owner_unit_id: unit.id }, `转由${unit.name}办理：${reason}`);
    const told = moved.assignee_account_id
      ? [moved.assignee_account_id]
      : (await reviewersOf(tx, work.bureauId, unit.path)).map(({ id }) => id);
    return { title: titleOf(versions), told: told.slice(0, 20) };
  }
  const reviewer = await requireReviewer(tx, ctx, row, to.accountId, work);
  const due = await reviewDueAt(tx, { ...work, ownerUnitId: row.owner_unit_id, from: ctx.now });
  const moved: Moved = {
    assignee_account_id: reviewer.id,
    assigned_for_account_id: null,
    assigned_at: ctx.now,
    review_due_at: due,
    passed_on_at: null,
    taken_by: null,
    taken_at: null,
    taken_until: null,
  };
  await move(tx, ctx, row, moved, `转由${reviewer.name}办理：${reason}`);
  return { title: titleOf(versions), told: [reviewer.id] };
}

/** Of the owner unit, another than now, and nobody whose own work it is. */
async function requireReviewer(
  tx: Tx,
  ctx: Ctx,
  row: SubmissionRow,
  accountId: string,
  work: { readonly officerId: string | null; readonly authorAccountIds: readonly string[] },
) {
  const reviewers = await reviewersOf(tx, ctx.actor.bureauId, row.owner_unit_path);
  const reviewer = reviewers.find(({ id }) => id === accountId);
  const refuse = (message: string) => new Refusal('refused', message, [{ path: 'to.accountId', message }]);
  if (!reviewer) {
    throw refuse('所选人员不是该归口部门的审核人。请在本部门审核人中选择，或转给其他归口部门。');
  }
  if (isOwnWork(reviewer, work)) {
    throw refuse(`这是${reviewer.name}本人或由其填报的事项，不能转给${reviewer.name}审核。请另选审核人。`);
  }
  if (row.assignee_account_id === accountId) {
    throw refuse(`该填报已由${reviewer.name}办理，不需再转。`);
  }
  const own = accountId === ctx.actor.accountId && row.assignee_account_id === null;
  if (own) throw refuse('不能转给自己：该填报本来就可以由您审核，点“受理”即可。');
  return reviewer;
}

async function requireOwner(tx: Reader, ctx: Ctx, row: SubmissionRow, unitId: string) {
  if (unitId === row.owner_unit_id) {
    throw new Refusal('refused', '该填报已在这个部门，不需再转。请选择其他归口部门或本部门的审核人。');
  }
  const unit = (await ownerDepartments(tx, ctx, row)).find(({ id }) => id === unitId);
  if (!unit) {
    throw new Refusal(
      'refused',
      '所选单位在本办法中不归口任何指标，不能转到那里。请选择本办法的其他归口部门。',
      [{ path: 'to.unitId', message: '不是本办法的归口部门' }],
    );
  }
  return unit;
}

async function move(
  tx: Tx,
  ctx: Ctx,
  row: SubmissionRow,
  moved: Moved & { readonly owner_unit_id?: string },
  reason: string,
): Promise<void> {
  // Whoever arranges the department may take it from a colleague who has taken it up; a colleague may not.
  const arranges = decideAccess(ctx.actor, 'review.arrange', { unitPath: row.owner_unit_path }).allowed;
  const changed = await tx
    .updateTable('submission')
    .set(moved)
    .where('id', '=', row.id)
    .where('state', '=', 'submitted')
    .where((where) =>
      where.or([
        where('taken_by', 'is', null),
        where('taken_by', '=', ctx.actor.accountId),
        where('taken_until', '<=', ctx.now),
        ...(arranges ? [where('taken_by', 'is not', null)] : []),
      ]),
    )
    .returning('id')
    .executeTakeFirst();
  if (!changed) throw (await takenRefusal(tx, ctx, row.id, 'transfer')) ?? (await conflictOf(tx, row.id));
  await recordWorkEvent(tx, ctx, {
    workKind: 'submission',
    workId: row.id,
    action: 'transfer',
    reason,
    version: row.latest_version,
  });
}

export async function requireTransferable(reader: Reader, ctx: Ctx, submissionId: string) {
  const row = await findSubmission(reader, ctx, submissionId);
  const target = {
    ...reviewTarget(ctx, row, await findVersions(reader, row.id)),
    unitPath: row.owner_unit_path,
  };
  if (!decideAccess(ctx.actor, 'review.assign', target).allowed) throw notFound('填报事项');
  return row;
}
