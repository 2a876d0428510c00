import type { Reader } from '../../../db/database.ts';
import { entryCount, latestEvaluation } from '../evaluation-view.ts';
import type { PeriodContext } from '../period-context.ts';
import { type Check, check } from './check.ts';
import { subjectsWithoutScore } from './fact-checks.ts';

/** Whether there are results, whether they are of the ledger as it stands, and who is without one. */
export async function resultChecks(
  reader: Reader,
  period: PeriodContext,
  published: boolean,
): Promise<Check[]> {
  const evaluation = await latestEvaluation(reader, period.id, true);
  if (!evaluation) return [check('noResults', '尚未计算成绩', { blocks: 'publish' })];
  const stale = evaluation.entry_count !== (await entryCount(reader, period.id));
  if (stale) {
    const blocks = published ? 'seal' : 'publish';
    return [check('resultsStale', '计算之后台账又有变化，须重新计算', { blocks })];
  }
  // What was published with a reason is not asked for again at the seal.
  return published ? [] : subjectsWithoutScore(reader, period, evaluation.id);
}
