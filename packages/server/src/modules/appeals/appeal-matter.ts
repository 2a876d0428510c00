import { sql } from 'kysely';
import type { Reader } from '../../db/database.ts';
import { loadWorkPeriod, placedIndicators } from '../ledger/index.ts';
import { quoted } from '../notifications/index.ts';

/** What an appeal is about, as notices name it: 2026年9月“日常执法”. Neither the score nor whose it is. */
export async function appealMatter(reader: Reader, appealId: string): Promise<string> {
  const { rows } = await sql<{ bureau_id: string; period_id: string; indicator_code: string }>`
    select a.bureau_id, a.period_id, coalesce(e.indicator_code, s.indicator_code) as indicator_code
    from appeal a left join ledger_entry e on e.id = a.ledger_entry_id
    left join submission s on s.id = a.submission_id where a.id = ${appealId}`.execute(reader);
  const [row] = rows;
  if (!row) throw new Error(`appeal ${appealId} is not there`);
  const period = await loadWorkPeriod(reader, row.bureau_id, row.period_id);
  const placed = placedIndicators(period.ruleSet).get(row.indicator_code);
  return `${period.label}${quoted(placed?.indicator.name ?? '已停用的指标')}`;
}
