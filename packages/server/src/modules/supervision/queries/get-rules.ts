import { decideAccess, scopeOf } from '@mingji/engine';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { scopeFilter } from '../../../db/scope-filter.ts';
import { findRootUnit } from '../../organization/index.ts';
import { loadRules, loadSettings } from '../settings.ts';

/** The days a bureau gives and when a matter goes up; of each method below the viewer, whether it has its own. */
export async function getSupervisionRules(ctx: Ctx) {
  const { db } = ctx.deps;
  const { bureauId } = ctx.actor;
  const { settings, usual } = await loadSettings(db, bureauId);
  const rules = await loadRules(db, bureauId, usual);
  const root = await findRootUnit(db, bureauId);
  const reach = scopeFilter(scopeOf(ctx.actor, 'supervision.read'), { unitPath: sql<string>`u.path` });
  const { rows } = await sql<{ id: string; name: string; unit_id: string; unit_name: string; path: string }>`
    select r.id, r.name, u.id as unit_id, u.name as unit_name, u.path
    from rule_set r join unit u on u.id = r.unit_id
    where r.bureau_id = ${bureauId} and ${reach}
      and exists (select from rule_set_version v where v.rule_set_id = r.id and v.state = 'published')
    order by u.path, r.name limit 200`.execute(db);
  const mayManage = (unitPath: string) => decideAccess(ctx.actor, 'supervision.manage', { unitPath }).allowed;
  return {
    settings,
    rules: [...(rules.get(null) ?? [])],
    usual,
    canEdit: mayManage(root.path),
    ruleSets: rows.map((row) => ({
      id: row.id,
      name: row.name,
      unit: { id: row.unit_id, name: row.unit_name },
      own: rules.has(row.id),
      rules: [...(rules.get(row.id) ?? [])],
      canEdit: mayManage(row.path),
    })),
  };
}
