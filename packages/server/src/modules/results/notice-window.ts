import { addWorkingDays } from '@mingji/engine';
import type { Reader } from '../../db/database.ts';
import { localDay } from '../../local-day.ts';
import { loadCalendar } from '../organization/index.ts';
import type { PeriodContext } from './period-context.ts';

/** The last day of the notice: the day of publication is day 0 (§13). Null before publication or without the year's table. */
export async function lastDayOfNotice(
  reader: Reader,
  period: Pick<PeriodContext, 'bureauId' | 'publishedAt' | 'noticeDays' | 'timeZone'>,
): Promise<string | null> {
  if (!period.publishedAt) return null;
  const calendar = await loadCalendar(reader, period.bureauId);
  const end = addWorkingDays(calendar, localDay(period.publishedAt, period.timeZone), period.noticeDays);
  return end.ok ? end.value : null;
}
