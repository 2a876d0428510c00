import type { Received, ruleSets } from '@mingji/contract';
import { decideAccess, scopeOf } from '@mingji/engine';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { scopeFilter } from '../../../db/scope-filter.ts';
import { filings, presentFiling } from '../filing-rounds.ts';

/** What the offices below have sent to a unit of the reader's reach; what waits comes first, longest first. */
export async function listFilings(ctx: Ctx, { query }: Pick<Received<typeof ruleSets.listFilings>, 'query'>) {
  const { page, pageSize, state } = query;
  const rows = await filings(ctx.deps.db)
    .innerJoin('rule_set_version as v', 'v.id', 'f.rule_set_version_id')
    .innerJoin('rule_set as r', 'r.id', 'v.rule_set_id')
    .innerJoin('unit as u', 'u.id', 'r.unit_id')
    .select([
      'v.id as version_id',
      'v.version',
      'r.name as rule_set_name',
      'u.id as unit_id',
      'u.name as unit_name',
      sql<number>`count(*) over ()`.as('total'),
    ])
    .where('f.bureau_id', '=', ctx.actor.bureauId)
    .where(scopeFilter(scopeOf(ctx.actor, 'ruleSet.file'), { unitPath: sql<string>`receiver.path` }))
    .$if(state !== undefined, (found) => found.where('f.state', '=', state ?? ''))
    .orderBy(sql`f.state = 'pending' desc`)
    .orderBy(sql`case when f.state = 'pending' then f.submitted_at end`)
    .orderBy('f.submitted_at', 'desc')
    .orderBy('f.id')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  const items: ruleSets.FilingLine[] = rows.map((row) => ({
    ...presentFiling(row),
    versionId: row.version_id,
    version: row.version,
    ruleSetName: row.rule_set_name,
    unit: { id: row.unit_id, name: row.unit_name },
    mayDecide:
      row.state === 'pending' &&
      decideAccess(ctx.actor, 'ruleSet.file', {
        unitPath: row.receiver_path,
        authorAccountId: row.submitted_by,
      }).allowed,
  }));
  return { items, total: rows[0]?.total ?? 0, page, pageSize };
}
