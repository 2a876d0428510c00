import type { writtenReviews } from '@mingji/contract';
import { decideAccess, isOwed, type WrittenReviewState, writtenReviewWorkflow } from '@mingji/engine';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { notFound } from '../../../refusal.ts';
import { attachmentsOf, loadAttachments } from '../../files/index.ts';
import { workTimeline } from '../../submissions/index.ts';
import { decideTarget, type FoundReview, findReview, handTarget, readTarget } from '../find-review.ts';
import { reviewViewOf } from './review-rows.ts';

/** Every version with its files, the clause, and who did what when (P16). */
export async function getWrittenReview(
  ctx: Ctx,
  reviewId: string,
): Promise<{ review: writtenReviews.WrittenReviewDetail }> {
  const { db } = ctx.deps;
  const row = await findReview(db, ctx, reviewId);
  const hands = decideAccess(ctx.actor, 'writtenReview.hand', handTarget(row)).allowed;
  if (!hands && !decideAccess(ctx.actor, 'outcome.read', readTarget(row)).allowed) throw notFound('书面检查');
  const versions = await db
    .selectFrom('written_review_version')
    .selectAll()
    .where('review_id', '=', row.id)
    .orderBy('version', 'desc')
    .limit(50)
    .execute();
  const files = await loadAttachments(
    db,
    ctx.actor.bureauId,
    versions.flatMap((version) => version.file_ids),
  );
  return {
    review: {
      ...(await reviewViewOf(db, ctx, row.id)),
      clauseText: await clauseText(ctx, row),
      versions: versions.map((version) => ({
        version: version.version,
        text: version.text,
        files: attachmentsOf(files, version.file_ids),
        byName: version.by_name,
        at: version.at.toISOString(),
        late: version.late,
      })),
      timeline: await workTimeline(db, 'writtenReview', row.id, actionLabel),
      can: whatCanBeDone(ctx, row, hands),
    },
  };
}

function whatCanBeDone(
  ctx: Ctx,
  row: FoundReview,
  hands: boolean,
): writtenReviews.WrittenReviewDetail['can'] {
  const decision = decideAccess(ctx.actor, 'writtenReview.decide', decideTarget(row));
  const waits = row.state === 'handedIn';
  const own = !decision.allowed && decision.reason === 'ownWork';
  return {
    hand: hands && isOwed(row.state as WrittenReviewState),
    decide: decision.allowed && waits,
    refusal: waits && own ? '本人提交的书面检查由上一级审阅。' : null,
  };
}

const labels: Readonly<Record<string, string>> = {
  create: '提出要求',
  remind: '提醒',
  escalate: '逾期上报',
  ...writtenReviewWorkflow.actions,
};
const actionLabel = (action: string) => labels[action] ?? action;

async function clauseText(ctx: Ctx, row: FoundReview): Promise<string | null> {
  if (row.clause === null) return null;
  const { rows } = await sql<{ text: string | null }>`
    select clause->>'text' as text
    from period p join rule_set_version v on v.id = p.rule_set_version_id,
      jsonb_array_elements(v.content->'clauses') as clause
    where p.id = ${row.period_id} and clause->>'id' = ${row.clause} limit 1`.execute(ctx.deps.db);
  return rows[0]?.text ?? null;
}
