import type { CalendarFacts, CalendarStep, PeriodState } from '@mingji/engine';

import type { Reader } from '../../db/database.ts';
import { dayBefore } from '../organization/index.ts';
import { endOfDay, type PeriodRow } from '../periods/index.ts';
import { entryCount, lastDayOfNotice, latestEvaluation } from '../results/index.ts';

/** What the engine looks at to say what is due. */
export async function calendarFacts(
  reader: Reader,
  row: PeriodRow,
  timeZone: string,
): Promise<CalendarFacts> {
  const lastNoticeDay = await lastDayOfNotice(reader, {
    bureauId: row.bureau_id,
    publishedAt: row.published_at,
    noticeDays: row.notice_days,
    timeZone,
  });
  return {
    state: row.state as PeriodState,
    automatic: row.automatic as CalendarStep[],
    beginsMs: endOfDay(dayBefore(row.from_on), timeZone).getTime(),
    submitByMs: row.submit_by.getTime(),
    reviewByMs: row.review_by.getTime(),
    reportByMs: row.report_by?.getTime() ?? null,
    noticeEndsMs: lastNoticeDay === null ? null : endOfDay(lastNoticeDay, timeZone).getTime(),
    evaluation: row.state === 'reviewing' ? await evaluationOf(reader, row) : 'none',
  };
}

/** Only a computation asked for after the review ended has seen all of it. */
async function evaluationOf(reader: Reader, row: PeriodRow): Promise<CalendarFacts['evaluation']> {
  const latest = await latestEvaluation(reader, row.id);
  if (!latest || latest.requested_at <= row.review_by) return 'none';
  if (latest.state !== 'done') return 'unfinished';
  return latest.entry_count === (await entryCount(reader, row.id)) ? 'current' : 'stale';
}
