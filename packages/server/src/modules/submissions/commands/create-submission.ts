import { randomUUID } from 'node:crypto';
import type { submissions } from '@mingji/contract';
import type { z } from 'zod';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import type { Tx } from '../../../db/database.ts';
import { Refusal } from '../../../refusal.ts';
import { requireOwnFiles } from '../../files/index.ts';
import {
  findIndicator,
  loadSubject,
  lockWorkPeriod,
  requireInReach,
  requireOperationSubject,
  type WorkSubject,
} from '../../ledger/index.ts';
import { loadCalendar, requireTakingPart } from '../../organization/index.ts';
import { namedAssignment } from '../../review-duties/index.ts';
import { ownerUnitOf } from '../../rule-sets/index.ts';
import { checkContent } from '../check-content.ts';
import { requireOpen } from '../deadline.ts';
import { insertVersion } from '../insert-version.ts';
import { newlyHandedIn } from '../newly-handed-in.ts';
import { checkParticipants, insertParticipants } from '../participants.ts';
import { presentSubmission } from '../present.ts';
import { recordWorkEvent } from '../record-work-event.ts';

type Input = z.output<typeof submissions.createSubmission.body>;

/** Hands in one piece of work; it flows to the department that owns the indicator (P6, P9). */
export async function createSubmission(ctx: Ctx, input: Input) {
  const { requestId, ...content } = input;
  return runCommand(ctx, { name: 'submission.create', requestId, content }, async (tx) => {
    const { bureauId } = ctx.actor;
    const subject = await loadSubject(tx, ctx, { kind: input.subjectKind, id: input.subjectId });
    requireAccess(ctx, 'submission.create', {
      unitPath: subject.unitPath,
      officerId: subject.kind === 'officer' ? subject.id : null,
    });
    const period = await lockWorkPeriod(tx, bureauId, input.periodId);
    requireInReach(period, subject);
    await requireOperationSubject(tx, period, subject);
    const { unitName: name, unitPath: path } = subject;
    await requireTakingPart(tx, bureauId, { name, path }, period.toOn);
    const placed = findIndicator(period.ruleSet, input.indicatorCode);
    const { late } = requireOpen(ctx, period, placed);
    const calendar = await loadCalendar(tx, bureauId);
    await checkContent(tx, ctx, { period, placed, subject, calendar }, input);
    await checkParticipants(tx, ctx, { period, placed, subject }, input);
    if (input.targetId !== undefined)
      await requireOwnTarget(tx, input.targetId, subject, input.indicatorCode);
    const owner = await ownerUnitOf(tx, bureauId, period, placed.indicator, subject.unitPath);
    if (!owner) {
      throw new Refusal(
        'refused',
        `指标“${placed.indicator.name}”的归口部门“${placed.indicator.owner}”在机构中找不到，无法流转。请联系考核办核对机构名称或别名。`,
      );
    }
    const fileIds = await requireOwnFiles(tx, ctx, input.fileIds);
    const submissionId = randomUUID();
    const assigned = await namedAssignment(tx, {
      bureauId,
      timeZone: ctx.actor.timeZone,
      now: ctx.now,
      reviewBy: period.reviewBy,
      ownerUnit: owner,
      indicatorCode: input.indicatorCode,
      officerId: subject.kind === 'officer' ? subject.id : null,
      authorAccountIds: [ctx.actor.accountId],
      calendar,
    });
    const row = await tx
      .insertInto('submission')
      .values({
        id: submissionId,
        bureau_id: bureauId,
        period_id: period.id,
        indicator_code: input.indicatorCode,
        target_id: input.targetId ?? null,
        subject_kind: subject.kind,
        subject_id: subject.id,
        subject_unit_id: subject.unitId,
        owner_unit_id: owner.id,
        author_account_id: ctx.actor.accountId,
        state: 'submitted',
        late,
        created_at: ctx.now,
        updated_at: ctx.now,
        ...assigned.columns,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    const version = await insertVersion(tx, ctx, { submissionId, version: 1, fileIds }, input);
    const named = { submissionId, version: 1, title: input.title, by: ctx.actor.displayName };
    await insertParticipants(tx, ctx, named, input.participants);
    await recordWorkEvent(tx, ctx, {
      workKind: 'submission',
      workId: submissionId,
      action: 'submit',
      reason: late ? '逾期填报' : null,
      version: 1,
    });
    const listed = newlyHandedIn(ctx, { row, version, subject, ownerName: owner.name, assigned });
    return {
      result: { submission: presentSubmission(ctx, listed, period) },
      audit: {
        action: 'submission.handedIn',
        subjectKind: 'submission',
        subjectId: submissionId,
        summary: `为“${subject.name}”填报“${placed.indicator.name}”，送“${owner.name}”审核`,
      },
    };
  });
}

async function requireOwnTarget(
  tx: Tx,
  targetId: string,
  subject: WorkSubject,
  indicatorCode: string,
): Promise<void> {
  const target = await tx
    .selectFrom('target')
    .select(['unit_id', 'officer_id', 'indicator_code', 'state'])
    .where('id', '=', targetId)
    .executeTakeFirst();
  const holder = target?.officer_id ?? target?.unit_id;
  if (target?.state === 'issued' && holder === subject.id && target.indicator_code === indicatorCode) return;
  throw new Refusal('invalid', '所选目标任务已调整或不属于该对象，请刷新后重新选择。', [
    { path: 'targetId', message: '目标任务已调整或不属于该对象' },
  ]);
}
