import { chineseDate } from '@mingji/engine';
import type { Ctx } from '../../../context.ts';
import { localDay } from '../../../local-day.ts';

/** 2026年9月25日 */
export function chineseDay(instant: Date, timeZone: string): string {
  return chineseDate(localDay(instant, timeZone));
}

/** Name, account and day: who took the sheet out of the system (PRODUCT: watermark on exports). */
export function watermarkOf(ctx: Ctx, timeZone: string): string {
  return `${ctx.actor.displayName} ${ctx.actor.username} ${localDay(ctx.now, timeZone)} 严禁录入涉密信息`;
}
