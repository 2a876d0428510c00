import type { Received, ruleSets } from '@mingji/contract';
import { holdsAbility, type VersionState } from '@mingji/engine';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import type { Reader } from '../../../db/database.ts';
import { likeText } from '../../../db/like-text.ts';
import { notFound } from '../../../refusal.ts';
import { abilitiesOn } from '../present.ts';

function ruleSetQuery(db: Reader, ctx: Ctx) {
  return db
    .selectFrom('rule_set')
    .innerJoin('unit', 'unit.id', 'rule_set.unit_id')
    .select([
      'rule_set.id',
      'rule_set.code',
      'rule_set.name',
      'rule_set.sequence_codes',
      'unit.id as unit_id',
      'unit.name as unit_name',
      'unit.path as unit_path',
    ])
    .where('rule_set.bureau_id', '=', ctx.actor.bureauId);
}
type RuleSetRow = Awaited<ReturnType<ReturnType<typeof ruleSetQuery>['execute']>>[number];

export async function listRuleSets(ctx: Ctx, { query }: Received<typeof ruleSets.listRuleSets>) {
  const { page, pageSize, text } = query;
  const found = ruleSetQuery(ctx.deps.db, ctx).$if(text !== undefined, (rows) =>
    rows.where((eb) =>
      eb.or([
        eb('rule_set.name', 'ilike', likeText(text ?? '')),
        eb('rule_set.code', 'ilike', likeText(text ?? '')),
      ]),
    ),
  );
  const { total } = await ctx.deps.db
    .selectFrom(found.as('found'))
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await found
    .orderBy('unit.path')
    .orderBy('rule_set.code')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  const canCreate = holdsAbility(ctx.actor, 'ruleSet.edit');
  return { items: await presentAll(ctx.deps.db, ctx, rows), total, page, pageSize, canCreate };
}

export async function getRuleSet(db: Reader, ctx: Ctx, ruleSetId: string): Promise<ruleSets.RuleSetView> {
  const row = await ruleSetQuery(db, ctx).where('rule_set.id', '=', ruleSetId).executeTakeFirst();
  const [view] = row ? await presentAll(db, ctx, [row]) : [];
  if (!view) throw notFound('考核办法');
  return view;
}

async function presentAll(
  db: Reader,
  ctx: Ctx,
  rows: readonly RuleSetRow[],
): Promise<ruleSets.RuleSetView[]> {
  if (rows.length === 0) return [];
  const versions = await db
    .selectFrom('rule_set_version as v')
    .leftJoin('account', 'account.id', 'v.published_by')
    .select([
      'v.id',
      'v.rule_set_id',
      'v.version',
      'v.state',
      'v.effective_on',
      'v.published_at',
      'v.updated_at',
      'account.display_name',
      sql<number>`(select count(*) from jsonb_path_query(v.content, '$.modules[*].items[*].indicators[*]'))`.as(
        'indicators',
      ),
    ])
    .where(
      'v.rule_set_id',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('v.version', 'desc')
    .limit(5000)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    name: row.name,
    unit: { id: row.unit_id, name: row.unit_name },
    sequenceCodes: row.sequence_codes,
    versions: versions
      .filter((version) => version.rule_set_id === row.id)
      .map((version) => ({
        id: version.id,
        version: version.version,
        state: version.state as VersionState,
        effectiveOn: version.effective_on,
        publishedAt: version.published_at?.toISOString() ?? null,
        publishedByName: version.display_name,
        updatedAt: version.updated_at.toISOString(),
        indicatorCount: version.indicators,
      })),
    abilities: abilitiesOn(ctx, row.unit_path),
  }));
}
