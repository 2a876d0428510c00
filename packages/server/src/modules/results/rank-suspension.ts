import { scopeOf } from '@mingji/engine';
import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../context.ts';
import { scopeFilter } from '../../db/scope-filter.ts';

/**
 * Whether the rank of the result row is not shown for now (§13): where the method says so, of whom an appeal is open in
 * the period, and except to the office that runs it. The rank itself stays as it was computed.
 */
export function rankSuspended({ actor }: Ctx, row: 'r' | 'result'): RawBuilder<boolean> {
  const result = sql.ref(row);
  const office = scopeFilter(scopeOf(actor, 'period.close'), { unitPath: sql<string>`method_unit.path` });
  return sql<boolean>`exists (
    select from appeal contested
    join period contested_period on contested_period.id = contested.period_id
    join rule_set_version method on method.id = contested_period.rule_set_version_id
    join rule_set on rule_set.id = method.rule_set_id
    join unit method_unit on method_unit.id = rule_set.unit_id
    where contested.period_id = ${result}.period_id and contested.subject_id = ${result}.subject_id
      and contested.state = 'filed' and method.content->'procedure'->>'appealSuspends' = 'rank' and not ${office})`;
}
