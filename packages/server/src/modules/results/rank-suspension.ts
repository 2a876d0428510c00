import type { RuleSet } from '@mingji/engine';
import { decideAccess } from '@mingji/engine';
import type { Ctx } from '../../context.ts';
import type { Reader } from '../../db/database.ts';

interface SuspendedIn {
  readonly id: string;
  readonly unitPath: string;
  readonly ruleSet: RuleSet;
}

/**
 * Whose rank is not shown for now (§13): where the method says so, of everybody with an open appeal in the period, and
 * except to the office that runs it. The rank itself stays as it was computed.
 */
export async function suspendedRanks(
  reader: Reader,
  ctx: Ctx,
  period: SuspendedIn,
  subjectIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (period.ruleSet.procedure?.appealSuspends !== 'rank' || subjectIds.length === 0) return new Set();
  if (decideAccess(ctx.actor, 'period.close', { unitPath: period.unitPath }).allowed) return new Set();
  const rows = await reader
    .selectFrom('appeal')
    .select('subject_id')
    .distinct()
    .where('bureau_id', '=', ctx.actor.bureauId)
    .where('period_id', '=', period.id)
    .where('state', '=', 'filed')
    .where('subject_id', 'in', [...new Set(subjectIds)])
    .execute();
  return new Set(rows.map((row) => row.subject_id));
}
