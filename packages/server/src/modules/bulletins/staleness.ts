import type { bulletins } from '@mingji/contract';
import type { Reader } from '../../db/database.ts';
import { latestEvaluation } from '../results/index.ts';

/**
 * Which figures are no longer those of the period: computed anew, or published since they were told as of a moment.
 * A seal counts only for a draft, which then may say that the numbers are sealed.
 */
export async function staleSources(
  reader: Reader,
  sources: readonly bulletins.FigureSource[],
  seals: 'count' | 'countNot',
): Promise<string[]> {
  const told: string[] = [];
  for (const source of sources) {
    const period = await reader
      .selectFrom('period')
      .select(['state', 'label'])
      .where('id', '=', source.periodId)
      .executeTakeFirstOrThrow();
    const published = period.state === 'inNotice' || period.state === 'sealed';
    const latest = published ? await latestEvaluation(reader, source.periodId, true) : undefined;
    if (latest && source.evaluationId === null) {
      told.push(`“${period.label}”的成绩已经公示，本通报用的是公示前的数据。`);
    } else if (!latest && source.evaluationId !== null) {
      told.push(`“${period.label}”的成绩已退回重新办理，尚未重新公示。`);
    } else if (source.evaluationId !== null && latest?.id !== source.evaluationId) {
      told.push(`“${period.label}”的成绩重新计算过，本通报的数据已经变化。`);
    } else if (seals === 'count' && period.state === 'sealed' && source.sealNo === null) {
      told.push(`“${period.label}”已经封存，本通报还写着未封存。`);
    }
  }
  return told;
}
