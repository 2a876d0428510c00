import type { Received, ruleSets } from '@mingji/contract';
import { FAMILY_NAMES, type FamilyName, type VersionState } from '@mingji/engine';
import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { likeText } from '../../../db/like-text.ts';

interface Line {
  rule_set_id: string;
  rule_set_name: string;
  version_id: string;
  version: number;
  state: VersionState;
  effective_on: string | null;
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
  clause_id: string;
  clause_text: string | null;
  total: number;
}

/** P12: indicators of all versions, by any combination of what they are and where they stand. */
export async function listIndicators(ctx: Ctx, { query }: Received<typeof ruleSets.listIndicators>) {
  const { page, pageSize } = query;
  const { rows } = await sql<Line>`
    select r.id as rule_set_id, r.name as rule_set_name, v.id as version_id, v.version, v.state,
           v.effective_on::text as effective_on, u.name as unit_name,
           m.value->>'code' as module_code, m.value->>'name' as module_name,
           t.value->>'code' as item_code, t.value->>'name' as item_name,
           i.value->>'code' as code, i.value->>'name' as name, i.value->>'owner' as owner,
           i.value->'scoring'->>'family' as family, i.value->>'marks' as marks,
           i.value->>'clause' as clause_id, c.text as clause_text, count(*) over () as total
    from rule_set_version v
    join rule_set r on r.id = v.rule_set_id
    join unit u on u.id = r.unit_id
    cross join jsonb_array_elements(v.content->'modules') with ordinality as m(value, place)
    cross join jsonb_array_elements(m.value->'items') with ordinality as t(value, place)
    cross join jsonb_array_elements(t.value->'indicators') with ordinality as i(value, place)
    left join lateral (
      select e->>'text' as text from jsonb_array_elements(v.content->'clauses') e
      where e->>'id' = i.value->>'clause' limit 1) c on true
    where ${sql.join(conditions(ctx, query), sql` and `)}
    order by u.path, r.code, v.version desc, m.place, t.place, i.place
    limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(ctx.deps.db);
  return { items: rows.map(presentLine), total: rows[0]?.total ?? 0, page, pageSize };
}

type Query = Received<typeof ruleSets.listIndicators>['query'];

function conditions(ctx: Ctx, query: Query): RawBuilder<unknown>[] {
  const parts: RawBuilder<unknown>[] = [sql`v.bureau_id = ${ctx.actor.bureauId}`];
  if (query.ruleSetId) parts.push(sql`r.id = ${query.ruleSetId}`);
  if (query.versionId) parts.push(sql`v.id = ${query.versionId}`);
  if (query.unitId) parts.push(sql`r.unit_id = ${query.unitId}`);
  if (query.state) parts.push(sql`v.state = ${query.state}`);
  if (query.year) parts.push(sql`extract(year from v.effective_on) = ${query.year}`);
  if (query.family) parts.push(sql`i.value->'scoring'->>'family' = ${query.family}`);
  const contains = (columns: RawBuilder<unknown>[], text: string | undefined) => {
    if (!text) return;
    const hits = columns.map((column) => sql`${column} ilike ${likeText(text)}`);
    parts.push(sql`(${sql.join(hits, sql` or `)})`);
  };
  contains([sql`m.value->>'code'`, sql`m.value->>'name'`], query.module);
  contains([sql`t.value->>'code'`, sql`t.value->>'name'`], query.item);
  contains([sql`i.value->>'owner'`], query.owner);
  contains([sql`i.value->>'code'`, sql`i.value->>'name'`, sql`c.text`], query.text);
  return parts;
}

function presentLine(row: Line): ruleSets.IndicatorLine {
  return {
    ruleSetId: row.rule_set_id,
    ruleSetName: row.rule_set_name,
    versionId: row.version_id,
    version: row.version,
    state: row.state,
    effectiveOn: row.effective_on,
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
    clauseId: row.clause_id,
    clauseText: row.clause_text ?? '',
  };
}
