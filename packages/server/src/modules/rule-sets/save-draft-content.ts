import { ruleSetFormat } from '@mingji/contract';
import type { RuleSet } from '@mingji/engine';
import { requireAccess } from '../../command.ts';
import type { Ctx } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { notFound, Refusal } from '../../refusal.ts';
import type { VersionRow } from './version-row.ts';
import { nextUpdatedAt } from './version-row.ts';

export interface DraftInput {
  /** Left out: a new rule set with this code is made. */
  readonly ruleSetId?: string;
  readonly code: string;
  readonly name: string;
  readonly unitId: string;
  readonly content: RuleSet;
  readonly importBatchId: string | null;
  readonly sequenceCodes?: readonly string[];
}
export interface SavedDraft {
  readonly ruleSetId: string;
  readonly versionId: string;
}

/**
 * Writes a new draft, of a new rule set or as the next version of one. A draft that is there already is somebody's
 * work: it is never replaced from outside, the office publishes or discards it first.
 */
export async function saveDraftContent(tx: Tx, ctx: Ctx, input: DraftInput): Promise<SavedDraft> {
  const ruleSet =
    input.ruleSetId === undefined
      ? await addRuleSet(tx, ctx, input)
      : await ruleSetOf(tx, ctx, input.ruleSetId);
  const newest = await tx
    .selectFrom('rule_set_version')
    .select(['version', 'state'])
    .where('rule_set_id', '=', ruleSet.id)
    .orderBy('version', 'desc')
    .executeTakeFirst();
  if (newest !== undefined && newest.state !== 'published') {
    throw new Refusal(
      'conflict',
      `办法“${ruleSet.name}”已有一份草稿。一个办法同时只能有一份草稿，请先发布或废弃它。`,
    );
  }
  const version = (newest?.version ?? 0) + 1;
  const versionId = crypto.randomUUID();
  await tx
    .insertInto('rule_set_version')
    .values({
      id: versionId,
      bureau_id: ctx.actor.bureauId,
      rule_set_id: ruleSet.id,
      version,
      state: 'draft',
      content: JSON.stringify(normalized(input.content, ruleSet, version)),
      import_batch_id: input.importBatchId,
      created_by: ctx.actor.accountId,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .execute();
  return { ruleSetId: ruleSet.id, versionId };
}

/** Replaces the whole content of a draft that the caller holds. */
export async function storeContent(tx: Tx, ctx: Ctx, row: VersionRow, content: RuleSet): Promise<void> {
  const owner = { code: row.rule_set_code, name: row.rule_set_name };
  await tx
    .updateTable('rule_set_version')
    .set({
      content: JSON.stringify(normalized(content, owner, row.version)),
      updated_at: nextUpdatedAt(ctx, row),
    })
    .where('id', '=', row.id)
    .where('state', '=', 'draft')
    .execute();
}

/** The content names the rule set and version it belongs to, so that the hash covers them. */
export function normalized(
  content: RuleSet,
  ruleSet: { readonly code: string; readonly name: string },
  version: number,
): RuleSet {
  return ruleSetFormat.parse({
    ...content,
    id: ruleSet.code,
    name: ruleSet.name,
    version: String(version),
  }) as RuleSet;
}

interface RuleSetRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

async function ruleSetOf(tx: Tx, ctx: Ctx, ruleSetId: string): Promise<RuleSetRow> {
  const row = await tx
    .selectFrom('rule_set')
    .innerJoin('unit', 'unit.id', 'rule_set.unit_id')
    .select(['rule_set.id', 'rule_set.code', 'rule_set.name', 'unit.path'])
    .where('rule_set.bureau_id', '=', ctx.actor.bureauId)
    .where('rule_set.id', '=', ruleSetId)
    .forUpdate('rule_set')
    .executeTakeFirst();
  if (!row) throw notFound('考核办法');
  requireAccess(ctx, 'ruleSet.edit', { unitPath: row.path });
  return row;
}

async function addRuleSet(tx: Tx, ctx: Ctx, input: DraftInput): Promise<RuleSetRow> {
  const unit = await tx
    .selectFrom('unit')
    .select(['id', 'path', 'abolished_on'])
    .where('bureau_id', '=', ctx.actor.bureauId)
    .where('id', '=', input.unitId)
    .executeTakeFirst();
  if (!unit) throw notFound('制定办法的单位');
  requireAccess(ctx, 'ruleSet.edit', { unitPath: unit.path });
  if (unit.abolished_on !== null)
    throw new Refusal('refused', '该单位已撤销，不能制定办法。请选择在用的单位。');
  const added = await tx
    .insertInto('rule_set')
    .values({
      id: crypto.randomUUID(),
      bureau_id: ctx.actor.bureauId,
      unit_id: unit.id,
      code: input.code,
      name: input.name,
      sequence_codes: [...(input.sequenceCodes ?? [])],
      created_at: ctx.now,
    })
    .onConflict((conflict) => conflict.columns(['bureau_id', 'code']).doNothing())
    .returning(['id', 'code', 'name'])
    .executeTakeFirst();
  if (!added) {
    throw new Refusal(
      'conflict',
      `代码“${input.code}”已被另一个办法使用。请换一个代码，或在该办法下起草新版本。`,
    );
  }
  return added;
}
