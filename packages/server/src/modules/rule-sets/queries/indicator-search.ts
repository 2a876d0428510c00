import type { Received, ruleSets } from '@mingji/contract';
import { FAMILY_NAMES, type FamilyName } from '@mingji/engine';
import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { alongTheLine } from '../../../db/along-the-line.ts';
import type { Reader } from '../../../db/database.ts';
import { likeText } from '../../../db/like-text.ts';
import { localDay } from '../../../local-day.ts';
import { lintStates } from '../lint-states.ts';

export type Searched = Received<typeof ruleSets.exportIndicators>['query'];
export interface Window {
  readonly limit: number;
  readonly offset: number;
}

interface Line {
  rule_set_id: string;
  rule_set_name: string;
  version_id: string;
  version: number;
  standing: ruleSets.Standing;
  effective_on: string | null;
  effective_to: string | null;
  unit_name: string;
  module_code: string;
  module_name: string;
  item_code: string;
  item_name: string;
  code: string;
  name: string;
  owner: string;
  family: FamilyName;
  marks: string | null;
  evidence: string;
  clause_id: string;
  clause_text: string;
}

/** P12: indicators of all versions and years, by any combination of what they are and where they stand. */
export async function searchIndicators(ctx: Ctx, query: Searched, window: Window) {
  const { db } = ctx.deps;
  const where = await conditions(ctx, query);
  const from = sql`
    from (${versionsOf(ctx)}) v
    join rule_set r on r.id = v.rule_set_id
    join unit u on u.id = r.unit_id
    join indicator_line i on i.version_id = v.id
    where ${sql.join(where, sql` and `)}`;
  const { rows: counted } = await sql<{ total: number }>`select count(*) as total ${from}`.execute(db);
  const { rows } = await sql<Line>`
    select r.id as rule_set_id, r.name as rule_set_name, v.id as version_id, v.version, v.standing,
           v.effective_on::text, v.effective_to::text, u.name as unit_name, i.module_code, i.module_name, i.item_code,
           i.item_name, i.code, i.name, i.owner, i.family, i.marks, i.evidence, i.clause_id, i.clause_text
    ${from}
    order by u.path, r.code, v.version desc, i.place
    limit ${window.limit} offset ${window.offset}`.execute(db);
  const lint = await lintStates(db, ctx.actor.bureauId, [...new Set(rows.map((row) => row.version_id))]);
  return {
    total: counted[0]?.total ?? 0,
    items: rows.map((row) => presentLine(row, lint.get(row.version_id)?.get(row.code) ?? 'clean')),
  };
}

/**
 * Every version with what it is today, and until when it was in force: the next published one ends it (§16). What is
 * published is open to all; what is still being written belongs to its own line (P1).
 */
export function versionsOf(ctx: Ctx): RawBuilder<unknown> {
  const today = localDay(ctx.now, ctx.actor.timeZone);
  return sql`
    select id, rule_set_id, version, effective_on, next_on - 1 as effective_to,
           case when state <> 'published' then state
                when effective_on > ${today}::date then 'upcoming'
                when next_on <= ${today}::date then 'superseded'
                else 'inForce' end as standing
    from (
      select own.id, rule_set_id, version, state, effective_on,
             lead(effective_on) over (partition by rule_set_id, state = 'published' order by effective_on, version)
               as next_on
      from rule_set_version own
      join rule_set on rule_set.id = own.rule_set_id
      join unit on unit.id = rule_set.unit_id
      where own.bureau_id = ${ctx.actor.bureauId}
        and (state = 'published' or ${alongTheLine(ctx, sql`unit.path`)})) dated`;
}

async function conditions(ctx: Ctx, query: Searched): Promise<RawBuilder<unknown>[]> {
  const parts: RawBuilder<unknown>[] = [sql`true`];
  if (query.ruleSetId) parts.push(sql`r.id = ${query.ruleSetId}`);
  if (query.versionId) parts.push(sql`v.id = ${query.versionId}`);
  if (query.periodId) {
    parts.push(sql`v.id = (select rule_set_version_id from period
      where id = ${query.periodId} and bureau_id = ${ctx.actor.bureauId})`);
  }
  if (query.unitId) {
    parts.push(sql`exists (select from unit top where top.id = ${query.unitId}
      and top.bureau_id = u.bureau_id and starts_with(u.path, top.path))`);
  }
  if (query.level) parts.push(sql`u.level = ${query.level}`);
  if (query.standing) parts.push(sql`v.standing = ${query.standing}`);
  if (query.year) {
    parts.push(sql`v.standing in ('upcoming', 'inForce', 'superseded')
      and v.effective_on <= make_date(${query.year}, 12, 31)
      and (v.effective_to is null or v.effective_to >= make_date(${query.year}, 1, 1))`);
  }
  if (query.family) parts.push(sql`i.family = ${query.family}`);
  const contains = (columns: RawBuilder<unknown>[], text: string | undefined) => {
    if (!text) return;
    const hits = columns.map((column) => sql`${column} ilike ${likeText(text)}`);
    parts.push(sql`(${sql.join(hits, sql` or `)})`);
  };
  contains([sql`i.module_code`, sql`i.module_name`], query.module);
  contains([sql`i.item_code`, sql`i.item_name`], query.item);
  contains([sql`i.owner`], query.owner);
  contains([sql`i.code`, sql`i.name`, sql`i.clause_text`, sql`i.evidence`], query.text);
  if (query.lint) parts.push(await hasLint(ctx.deps.db, ctx.actor.bureauId, query.lint));
  return parts;
}

/** The linter runs on the text, not in the database; versions it knows already are not read again. */
async function hasLint(
  db: Reader,
  bureauId: string,
  wanted: NonNullable<Searched['lint']>,
): Promise<RawBuilder<unknown>> {
  const states = await lintStates(db, bureauId, null);
  const versions: string[] = [];
  const codes: string[] = [];
  for (const [version, own] of states) {
    for (const [code, state] of own) {
      if (wanted !== 'clean' && state !== wanted) continue;
      versions.push(version);
      codes.push(code);
    }
  }
  const among = sql`(v.id, i.code) in (select * from unnest(${versions}::uuid[], ${codes}::text[]))`;
  return wanted === 'clean' ? sql`not (${among})` : among;
}

function presentLine(row: Line, lint: ruleSets.IndicatorLine['lint']): ruleSets.IndicatorLine {
  return {
    ruleSetId: row.rule_set_id,
    ruleSetName: row.rule_set_name,
    versionId: row.version_id,
    version: row.version,
    standing: row.standing,
    effectiveOn: row.effective_on,
    effectiveTo: row.effective_to,
    unitName: row.unit_name,
    moduleCode: row.module_code,
    moduleName: row.module_name,
    itemCode: row.item_code,
    itemName: row.item_name,
    code: row.code,
    name: row.name,
    owner: row.owner,
    family: row.family,
    familyName: FAMILY_NAMES[row.family],
    marks: row.marks,
    evidence: row.evidence,
    clauseId: row.clause_id,
    clauseText: row.clause_text,
    lint,
  };
}
