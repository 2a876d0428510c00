import { decideAccess } from '@mingji/engine';
import type { Selectable } from 'kysely';
import { requireAccess } from '../../command.ts';
import type { Ctx } from '../../context.ts';
import type { Reader } from '../../db/database.ts';
import type { Submission, SubmissionVersion } from '../../db/schema.generated.ts';
import { notFound } from '../../refusal.ts';

export type SubmissionRow = Selectable<Submission> & {
  readonly subject_unit_path: string;
  readonly owner_unit_path: string;
};
export type VersionRow = Selectable<SubmissionVersion>;

export async function findSubmission(reader: Reader, ctx: Ctx, submissionId: string): Promise<SubmissionRow> {
  const row = await reader
    .selectFrom('submission')
    .innerJoin('unit as subject_unit', 'subject_unit.id', 'submission.subject_unit_id')
    .innerJoin('unit as owner_unit', 'owner_unit.id', 'submission.owner_unit_id')
    .selectAll('submission')
    .select(['subject_unit.path as subject_unit_path', 'owner_unit.path as owner_unit_path'])
    .where('submission.bureau_id', '=', ctx.actor.bureauId)
    .where('submission.id', '=', submissionId)
    .executeTakeFirst();
  if (!row) throw notFound('填报事项');
  return row;
}

/** All versions, first to last. */
export async function findVersions(reader: Reader, submissionId: string): Promise<VersionRow[]> {
  return reader
    .selectFrom('submission_version')
    .selectAll()
    .where('submission_id', '=', submissionId)
    .orderBy('version')
    .execute();
}

/** Who handed in any version is its author, and reviews none of them (§13). */
export function reviewTarget(ctx: Ctx, row: SubmissionRow, versions: readonly VersionRow[]) {
  const mine = versions.some((version) => version.by_account_id === ctx.actor.accountId);
  return {
    unitPath: row.subject_unit_path,
    ownerUnitPath: row.owner_unit_path,
    officerId: row.subject_kind === 'officer' ? row.subject_id : null,
    authorAccountId: mine ? ctx.actor.accountId : row.author_account_id,
  };
}

export function authorTarget(row: SubmissionRow) {
  return {
    unitPath: row.subject_unit_path,
    officerId: row.subject_kind === 'officer' ? row.subject_id : null,
  };
}

/** The author side acts: the author, or whoever may report for the subject. */
export function requireAuthorSide(ctx: Ctx, row: SubmissionRow): void {
  if (row.author_account_id === ctx.actor.accountId) return;
  requireAccess(ctx, 'submission.create', authorTarget(row));
}

/** What one may not read is not there (P1). */
export function requireReadable(ctx: Ctx, row: SubmissionRow, mayReview: boolean): void {
  if (mayReview || row.author_account_id === ctx.actor.accountId) return;
  const target = { ...authorTarget(row), ownerUnitPath: row.owner_unit_path };
  if (!decideAccess(ctx.actor, 'submission.read', target).allowed) throw notFound('填报事项');
}
