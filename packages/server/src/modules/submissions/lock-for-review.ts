import type { Ctx } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { lockWorkPeriod, requireBookable, type WorkPeriod } from '../ledger/index.ts';
import { requireReviewable } from './deadline.ts';
import {
  findSubmission,
  findVersions,
  requireReview,
  type SubmissionRow,
  type VersionRow,
} from './find-submission.ts';

export interface UnderReview {
  readonly row: SubmissionRow;
  readonly versions: readonly VersionRow[];
  readonly period: WorkPeriod;
}

/** Work this person may decide, in a period that still takes decisions and is held until the act is done (P6, P14). */
export async function lockForReview(tx: Tx, ctx: Ctx, submissionId: string): Promise<UnderReview> {
  const row = await findSubmission(tx, ctx, submissionId);
  const versions = await findVersions(tx, row.id);
  requireReview(ctx, row, versions);
  const period = await lockWorkPeriod(tx, ctx.actor.bureauId, row.period_id);
  requireBookable(period);
  requireReviewable(period);
  return { row, versions, period };
}
