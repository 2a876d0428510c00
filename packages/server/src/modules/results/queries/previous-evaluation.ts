import { sql } from 'kysely';
import type { Reader } from '../../../db/database.ts';
import { countsOfPeriod } from '../../periods/index.ts';
import { latestEvaluation } from '../evaluation-view.ts';
import type { PeriodContext } from '../period-context.ts';

/** The published computation one period earlier by the same rule set, to compare ranks with (P11, vertically). */
export async function previousEvaluation(
  reader: Reader,
  period: PeriodContext,
): Promise<{ id: string; label: string } | null> {
  const earlier = await reader
    .selectFrom('period')
    .innerJoin('rule_set_version as version', 'version.id', 'period.rule_set_version_id')
    .select(['period.id', 'period.label'])
    .where('period.bureau_id', '=', period.bureauId)
    .where('period.kind', '=', period.kind)
    .where('period.to_on', '<', period.fromOn)
    .where('period.state', 'in', ['inNotice', 'sealed'])
    .where(countsOfPeriod('period'))
    .where(
      'version.rule_set_id',
      '=',
      sql<string>`(select rule_set_id from rule_set_version where id = ${period.ruleSetVersionId})`,
    )
    .orderBy('period.to_on', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!earlier) return null;
  const evaluation = await latestEvaluation(reader, earlier.id, true);
  return evaluation ? { id: evaluation.id, label: earlier.label } : null;
}
