import { scopeOf } from '@mingji/engine';
import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../context.ts';
import type { Reader } from '../../db/database.ts';
import { scopeFilter } from '../../db/scope-filter.ts';
import type { PeriodContext } from './period-context.ts';

/**
 * Whether the rank of the result row is not shown for now (§13): where the method says so, of whom an appeal is open in
 * the period, and except to the office that runs it. The rank itself stays as it was computed.
 */
export function rankSuspended({ actor }: Ctx, row: 'r' | 'result'): RawBuilder<boolean> {
  const office = scopeFilter(scopeOf(actor, 'period.close'), { unitPath: sql<string>`method_unit.path` });
  return suspendedUnless(row, office);
}

/** The same for what is written down for others to read, whoever writes it. */
export function rankSuspendedForAll(row: 'r' | 'result'): RawBuilder<boolean> {
  return suspendedUnless(row, sql<boolean>`false`);
}

function suspendedUnless(row: 'r' | 'result', reader: RawBuilder<boolean>): RawBuilder<boolean> {
  const result = sql.ref(row);
  return sql<boolean>`exists (
    select from appeal contested
    join period contested_period on contested_period.id = contested.period_id
    join rule_set_version method on method.id = contested_period.rule_set_version_id
    join rule_set on rule_set.id = method.rule_set_id
    join unit method_unit on method_unit.id = rule_set.unit_id
    where contested.period_id = ${result}.period_id and contested.subject_id = ${result}.subject_id
      and contested.state = 'filed' and method.content->'procedure'->>'appealSuspends' = 'rank' and not ${reader})`;
}

/** Whose rank in a period is not told in a bulletin, which everybody reads. */
export async function suspendedSubjects(reader: Reader, period: PeriodContext): Promise<ReadonlySet<string>> {
  if (period.ruleSet.procedure?.appealSuspends !== 'rank') return new Set();
  const rows = await reader
    .selectFrom('appeal')
    .select('subject_id')
    .distinct()
    .where('bureau_id', '=', period.bureauId)
    .where('period_id', '=', period.id)
    .where('state', '=', 'filed')
    .execute();
  return new Set(rows.map(({ subject_id }) => subject_id));
}
