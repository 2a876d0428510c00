import type { bulletins } from '@mingji/contract';
import { sql } from 'kysely';
import type { Reader } from '../../db/database.ts';
import { latestEvaluation } from '../results/index.ts';

/**
 * What is no longer so in a published bulletin, for everybody who reads it: a period it quotes was taken back, or came
 * out with other numbers. A published correction that tells the new ones settles it. A progress report told as of its
 * moment is never superseded: it says so itself.
 */
export async function superseded(
  reader: Reader,
  bulletinId: string,
  sources: readonly bulletins.FigureSource[],
): Promise<string[]> {
  const told: string[] = [];
  for (const { periodId, evaluationId } of sources) {
    if (evaluationId === null) continue;
    const { state, label } = await reader
      .selectFrom('period')
      .select(['state', 'label'])
      .where('id', '=', periodId)
      .executeTakeFirstOrThrow();
    if (state !== 'inNotice' && state !== 'sealed') {
      told.push(`“${label}”的成绩已退回重新办理，本通报所列成绩以重新公示的为准。`);
      continue;
    }
    const latest = await latestEvaluation(reader, periodId, true);
    if (!latest || latest.id === evaluationId) continue;
    if (!(await differ(reader, evaluationId, latest.id))) continue;
    if (await corrected(reader, bulletinId, latest.id)) continue;
    told.push(`“${label}”的成绩已重新计算并公示，与本通报所列不同，以重新公示的为准。`);
  }
  return told;
}

async function differ(reader: Reader, before: string, after: string): Promise<boolean> {
  const results = (evaluationId: string) =>
    sql`select subject_id, score_state, score, rank from result where evaluation_id = ${evaluationId}`;
  const { rows } = await sql<{ differ: boolean }>`
    select exists (${results(before)} except ${results(after)})
        or exists (${results(after)} except ${results(before)}) as differ`.execute(reader);
  return rows[0]?.differ ?? false;
}

async function corrected(reader: Reader, bulletinId: string, evaluationId: string): Promise<boolean> {
  const wanted = JSON.stringify([{ evaluationId }]);
  const row = await reader
    .selectFrom('bulletin')
    .select('id')
    .where('corrects', '=', bulletinId)
    .where('state', '=', 'published')
    .where(sql<boolean>`document->'sources' @> ${wanted}::jsonb`)
    .executeTakeFirst();
  return row !== undefined;
}
