import { chineseDate } from '@mingji/engine';
import type { Ctx } from '../../../context.ts';
import type { Reader } from '../../../db/database.ts';
import { localDay } from '../../../local-day.ts';
import { type Check, check } from '../closing/check.ts';
import { missingImports } from '../closing/fact-checks.ts';
import { resultChecks } from '../closing/result-checks.ts';
import { unbalancedTargets } from '../closing/target-checks.ts';
import { workChecks } from '../closing/work-checks.ts';
import { lastDayOfNotice } from '../notice-window.ts';
import { type PeriodContext, stateNow } from '../period-context.ts';

/** What is still open before a period can be published and sealed, each with the place where it is mended (P14). */
export async function closingChecks(
  reader: Reader,
  ctx: Pick<Ctx, 'now'>,
  period: PeriodContext,
): Promise<Check[]> {
  const state = stateNow(period, ctx.now);
  const published = period.state === 'inNotice' || period.state === 'sealed';
  return [
    ...(state === 'open' || state === 'draft'
      ? [
          check('submissionOpen', state === 'draft' ? '周期尚未开放填报' : '填报尚未截止', {
            blocks: 'publish',
          }),
        ]
      : []),
    ...(await workChecks(reader, period.id, published)),
    ...(published ? [] : await missingImports(reader, period)),
    ...(await unbalancedTargets(reader, period)),
    ...(await resultChecks(reader, period, published)),
    ...(published ? [] : [check('notPublished', '成绩尚未公示', { blocks: 'seal' })]),
    ...(await noticeCheck(reader, ctx, period)),
  ];
}

async function noticeCheck(
  reader: Reader,
  { now }: Pick<Ctx, 'now'>,
  period: PeriodContext,
): Promise<Check[]> {
  if (period.state !== 'inNotice') return [];
  const endsOn = await lastDayOfNotice(reader, period);
  if (endsOn !== null && localDay(now, period.timeZone) > endsOn) return [];
  const label = endsOn === null ? '未导入本年节假日安排，公示期无法推算' : `公示期至 ${chineseDate(endsOn)}`;
  return [check('noticeRunning', label)];
}
