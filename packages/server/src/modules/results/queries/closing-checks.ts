import type { results } from '@mingji/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import type { Reader } from '../../../db/database.ts';
import { localDay } from '../../../local-day.ts';
import { chineseDate } from '../chinese-date.ts';
import { entryCount, latestEvaluation } from '../evaluation-view.ts';
import { lastDayOfNotice } from '../notice-window.ts';
import { type PeriodContext, stateNow } from '../period-context.ts';

type Check = ReturnType<typeof results.checkItem.parse>;

/** What is still open before a period can be published and sealed (P14): unreviewed work, open appeals, stale results. */
export async function closingChecks(reader: Reader, ctx: Ctx, period: PeriodContext): Promise<Check[]> {
  const work = await openWork(reader, period.id);
  const evaluation = await latestEvaluation(reader, period.id, true);
  const stale = evaluation !== undefined && evaluation.entry_count !== (await entryCount(reader, period.id));
  const state = stateNow(period, ctx.now);
  const published = period.state === 'inNotice' || period.state === 'sealed';
  const noticeEndsOn = await lastDayOfNotice(reader, period);
  const today = localDay(ctx.now, period.timeZone);
  const checks: (Check | false)[] = [
    (state === 'open' || state === 'draft') && {
      code: 'submissionOpen',
      label: state === 'draft' ? '周期尚未开放填报' : '填报尚未截止',
      count: 0,
      blocks: 'publish',
      href: null,
    },
    work.unreviewed > 0 && {
      code: 'unreviewed',
      label: `还有 ${work.unreviewed} 条填报未审核`,
      count: work.unreviewed,
      blocks: 'publish',
      href: '/review',
    },
    work.openAppeals > 0 && {
      code: 'openAppeals',
      label: `还有 ${work.openAppeals} 件复议未答复`,
      count: work.openAppeals,
      blocks: 'seal',
      href: '/appeals',
    },
    !evaluation && { code: 'noResults', label: '尚未计算成绩', count: 0, blocks: 'publish', href: null },
    stale && {
      code: 'resultsStale',
      label: '计算之后台账又有变化，须重新计算',
      count: 0,
      blocks: published ? 'seal' : 'publish',
      href: null,
    },
    !published && { code: 'notPublished', label: '成绩尚未公示', count: 0, blocks: 'seal', href: null },
    period.state === 'inNotice' &&
      (noticeEndsOn === null || today <= noticeEndsOn) && {
        code: 'noticeRunning',
        label:
          noticeEndsOn === null
            ? '未导入本年节假日安排，公示期无法推算'
            : `公示期至 ${chineseDate(noticeEndsOn)}`,
        count: 0,
        blocks: 'none',
        href: null,
      },
  ];
  return checks.filter((check) => check !== false);
}

async function openWork(
  reader: Reader,
  periodId: string,
): Promise<{ unreviewed: number; openAppeals: number }> {
  const { rows } = await sql<{ unreviewed: number; open_appeals: number }>`
    select (select count(*) from submission where period_id = ${periodId} and state = 'submitted') as unreviewed,
           (select count(*) from appeal where period_id = ${periodId} and state = 'filed') as open_appeals`.execute(
    reader,
  );
  const [row] = rows;
  return { unreviewed: row?.unreviewed ?? 0, openAppeals: row?.open_appeals ?? 0 };
}
