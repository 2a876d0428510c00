import { sql } from 'kysely';
import type { Reader } from '../../db/database.ts';
import { readWorkPeriods, type WorkPeriod, workPeriodQuery } from '../ledger/index.ts';

/**
 * P3: the months whose method says what attendance feeds, for the units at and above and below the importing one. A
 * month that does not follow the calendar is the one that holds the middle of the calendar's month.
 */
export async function attendancePeriods(
  db: Reader,
  bureauId: string,
  unitPath: string,
  month: string,
): Promise<WorkPeriod[]> {
  const middle = `${month}-15`;
  const query = workPeriodQuery(db, bureauId)
    .where('period.kind', '=', 'month')
    .where('period.from_on', '<=', middle)
    .where('period.to_on', '>=', middle)
    .where(sql<boolean>`(starts_with(unit.path, ${unitPath}) or starts_with(${unitPath}, unit.path))`)
    .where(sql<boolean>`version.content ? 'attendance'`)
    .orderBy('unit.path')
    .orderBy('period.id');
  const periods = await readWorkPeriods(db, bureauId, query);
  return periods.filter(({ ruleSet }) => ruleSet.appraises.includes('officer'));
}

/** What is not scored, and why, told before the confirm. */
export function whyNotScored(period: Pick<WorkPeriod, 'state' | 'label' | 'ruleSetName'>): string | null {
  const name = `${period.ruleSetName}“${period.label}”`;
  if (period.state === 'sealed') return `${name}已封存，只登记出勤，不再记分`;
  if (period.state === 'draft') return `${name}尚未开放，只登记出勤，不记分；需要记分的请先开放再导入`;
  return null;
}
