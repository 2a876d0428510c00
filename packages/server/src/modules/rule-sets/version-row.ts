import type { ruleSets } from '@mingji/contract';
import { filingWorkflow, type VersionState } from '@mingji/engine';
import type { Ctx } from '../../context.ts';
import type { Reader, Tx } from '../../db/database.ts';
import { notFound, Refusal } from '../../refusal.ts';

function versionQuery(db: Reader, bureauId: string) {
  return db
    .selectFrom('rule_set_version as v')
    .innerJoin('rule_set as r', 'r.id', 'v.rule_set_id')
    .innerJoin('unit as u', 'u.id', 'r.unit_id')
    .leftJoin('account as author', 'author.id', 'v.created_by')
    .leftJoin('account as publisher', 'publisher.id', 'v.published_by')
    .selectAll('v')
    .select([
      'r.code as rule_set_code',
      'r.name as rule_set_name',
      'r.sequence_codes',
      'r.unit_id',
      'u.name as unit_name',
      'u.path as unit_path',
      'author.display_name as created_by_name',
      'publisher.display_name as published_by_name',
    ])
    .where('v.bureau_id', '=', bureauId);
}
export type VersionRow = NonNullable<
  Awaited<ReturnType<ReturnType<typeof versionQuery>['executeTakeFirst']>>
>;

export async function findVersion(db: Reader, bureauId: string, versionId: string): Promise<VersionRow> {
  const row = await versionQuery(db, bureauId).where('v.id', '=', versionId).executeTakeFirst();
  if (!row) throw notFound('办法版本');
  return row;
}

/** The version in whatever state, held until the transaction ends. */
export async function lockVersion(tx: Tx, ctx: Ctx, versionId: string): Promise<VersionRow> {
  const row = await versionQuery(tx, ctx.actor.bureauId)
    .where('v.id', '=', versionId)
    .forUpdate('v')
    .executeTakeFirst();
  if (!row) throw notFound('办法草稿');
  return row;
}

/**
 * The draft, held until the transaction ends. `expectedUpdatedAt` is what the editor had before the eyes: if somebody
 * saved in between, nothing is overwritten in silence.
 */
export async function lockDraft(
  tx: Tx,
  ctx: Ctx,
  versionId: string,
  expectedUpdatedAt: string | null,
): Promise<VersionRow> {
  const row = await lockVersion(tx, ctx, versionId);
  if (row.state === 'published') {
    throw new Refusal('conflict', `第 ${row.version} 版已发布，不可修改。如需调整，请起草新版本。`);
  }
  if (row.state !== 'draft') {
    throw new Refusal(
      'conflict',
      `第 ${row.version} 版${stateWords(row)}，内容不可修改。如需调整，请先撤回备案。`,
    );
  }
  refuseStale(row, expectedUpdatedAt);
  return row;
}

export function stateWords(row: Pick<VersionRow, 'state'>): string {
  return filingWorkflow.states[row.state as VersionState];
}

export function refuseStale(row: Pick<VersionRow, 'updated_at'>, expectedUpdatedAt: string | null): void {
  if (expectedUpdatedAt !== null && row.updated_at.getTime() !== Date.parse(expectedUpdatedAt)) {
    throw new Refusal(
      'conflict',
      '草稿在您编辑期间已被他人保存。请刷新查看最新内容，再重新修改；您的内容没有覆盖他人的修改。',
    );
  }
}

/** Drafts move forward by at least a millisecond, so that two saves in one instant still differ. */
export function nextUpdatedAt(ctx: Ctx, row: VersionRow): Date {
  return new Date(Math.max(ctx.now.getTime(), row.updated_at.getTime() + 1));
}

export function signOffsOf(row: Pick<VersionRow, 'sign_offs'>): ruleSets.SignOff[] {
  return row.sign_offs as unknown as ruleSets.SignOff[];
}
