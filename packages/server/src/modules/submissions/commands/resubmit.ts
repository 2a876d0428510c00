import type { submissions } from '@mingji/contract';
import type { z } from 'zod';
import { runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { Refusal } from '../../../refusal.ts';
import { requireOwnFiles } from '../../files/index.ts';
import { findIndicator, loadSubject, lockWorkPeriod } from '../../ledger/index.ts';
import { assignment } from '../../review-duties/index.ts';
import { checkContent } from '../check-content.ts';
import { requireCorrectable } from '../deadline.ts';
import { barredFrom, findSubmission, findVersions, requireAuthorSide } from '../find-submission.ts';
import { insertVersion } from '../insert-version.ts';
import { moveSubmission } from '../move-submission.ts';
import { checkParticipants, insertParticipants } from '../participants.ts';
import { submissionViewOf } from '../queries/submission-rows.ts';

type Input = z.output<typeof submissions.resubmit.body>;

/** Hands in a corrected version beside the earlier ones (P6). */
export async function resubmit(ctx: Ctx, submissionId: string, input: Input) {
  const { requestId, ...content } = input;
  return runCommand(
    ctx,
    { name: 'submission.resubmit', requestId, content: { submissionId, ...content } },
    async (tx) => {
      const row = await findSubmission(tx, ctx, submissionId);
      requireAuthorSide(ctx, row);
      const period = await lockWorkPeriod(tx, ctx.actor.bureauId, row.period_id);
      requireCorrectable(ctx, period);
      const contested = await tx
        .selectFrom('appeal')
        .select('id')
        .where('submission_id', '=', row.id)
        .where('state', '=', 'filed')
        .executeTakeFirst();
      if (contested) {
        throw new Refusal('conflict', '对该填报的复议尚未答复，不能同时补正。请等待答复，或先撤回复议。');
      }
      const placed = findIndicator(period.ruleSet, row.indicator_code);
      const subject = await loadSubject(tx, ctx, {
        kind: row.subject_kind as 'unit' | 'officer',
        id: row.subject_id,
      });
      await checkContent(tx, ctx, { period, placed, subject }, input);
      await checkParticipants(tx, ctx, { period, placed, subject }, input);
      const versions = await findVersions(tx, row.id);
      const fileIds = await requireOwnFiles(
        tx,
        ctx,
        input.fileIds,
        versions.flatMap((each) => each.file_ids),
      );
      const version = row.latest_version + 1;
      await moveSubmission(tx, ctx, row, {
        action: 'resubmit',
        newVersion: version,
        assignment: await assignment(tx, {
          bureauId: ctx.actor.bureauId,
          timeZone: ctx.actor.timeZone,
          now: ctx.now,
          reviewBy: period.reviewBy,
          ownerUnit: { id: row.owner_unit_id, path: row.owner_unit_path },
          indicatorCode: row.indicator_code,
          officerId: subject.kind === 'officer' ? subject.id : null,
          authorAccountIds: [ctx.actor.accountId, ...barredFrom(row, versions)],
        }),
      });
      await insertVersion(tx, ctx, { submissionId, version, fileIds }, input);
      const named = { submissionId, version, title: input.title, by: ctx.actor.displayName };
      await insertParticipants(tx, ctx, named, input.participants);
      return {
        result: { submission: await submissionViewOf(tx, ctx, submissionId, period) },
        audit: {
          action: 'submission.resubmitted',
          subjectKind: 'submission',
          subjectId: submissionId,
          summary: `补正“${placed.indicator.name}”填报，第 ${version} 版`,
        },
      };
    },
  );
}
