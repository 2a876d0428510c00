import type { Ctx } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import type { PeriodRow } from './period-row.ts';
import { tellOfPeriod } from './tell-of-period.ts';

/** Those who report and head the units learn that the period takes work or corrections again, and why. */
export async function tellOfReopening(tx: Tx, ctx: Ctx, row: PeriodRow, reason: string): Promise<void> {
  await tellOfPeriod(tx, row, {
    now: ctx.now,
    title: '重新开放',
    detail: `原因：${reason}。请查看新的期限。`,
    to: 'below',
    roles: ['unitHead', 'unitClerk', 'reviewer'],
    except: ctx.actor.accountId,
  });
}
