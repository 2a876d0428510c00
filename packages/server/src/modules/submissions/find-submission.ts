import { decideAccess } from '@mingji/engine';
import { type Selectable, sql } from 'kysely';
import { requireAccess } from '../../command.ts';
import type { Ctx } from '../../context.ts';
import type { Reader } from '../../db/database.ts';
import type { Submission, SubmissionVersion } from '../../db/schema.generated.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { recusedFrom } from '../review-duties/index.ts';

export type SubmissionRow = Selectable<Submission> & {
  readonly subject_unit_path: string;
  readonly owner_unit_path: string;
  /** Accounts that have withdrawn themselves from reviewing it (回避). */
  readonly recused: readonly string[];
};
export type VersionRow = Selectable<SubmissionVersion>;

export async function findSubmission(reader: Reader, ctx: Ctx, submissionId: string): Promise<SubmissionRow> {
  const row = await reader
    .selectFrom('submission')
    .innerJoin('unit as subject_unit', 'subject_unit.id', 'submission.subject_unit_id')
    .innerJoin('unit as owner_unit', 'owner_unit.id', 'submission.owner_unit_id')
    .selectAll('submission')
    .select(['subject_unit.path as subject_unit_path', 'owner_unit.path as owner_unit_path'])
    .select(sql<string[]>`array(${recusedFrom(sql.ref('submission.id'))})`.as('recused'))
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

/** As its newest version is titled. */
export function titleOf(versions: readonly VersionRow[]): string {
  return versions.at(-1)?.title ?? '';
}

/** Who reviews none of it: whoever handed in a version, and who has withdrawn himself (§13). */
export function barredFrom(row: SubmissionRow, versions: readonly VersionRow[]): string[] {
  return [...versions.map((version) => version.by_account_id), ...row.recused];
}

/** Refuses who may not decide it; who has withdrawn himself is told so. */
export function requireReview(ctx: Ctx, row: SubmissionRow, versions: readonly VersionRow[]): void {
  if (row.recused.includes(ctx.actor.accountId)) throw new Refusal('forbidden', RECUSED);
  requireAccess(ctx, 'submission.review', reviewTarget(ctx, row, versions));
}

export const RECUSED = '您已对该事项申请回避，由其他审核人办理。';

/** Who handed in any version is its author, and reviews none of them (§13). */
export function reviewTarget(ctx: Ctx, row: SubmissionRow, versions: readonly VersionRow[]) {
  const mine = barredFrom(row, versions).includes(ctx.actor.accountId);
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
