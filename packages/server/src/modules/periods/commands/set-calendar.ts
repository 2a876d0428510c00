import type { periodCalendar, Received } from '@mingji/contract';
import { CALENDAR_STEP_NAMES, CALENDAR_STEPS, type CalendarStep, STEPS_IN_NAME } from '@mingji/engine';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { Refusal } from '../../../refusal.ts';
import { findPeriod } from '../period-row.ts';
import { getPeriod } from '../queries/get-period.ts';
import { recordPeriodEvent } from '../record-event.ts';

/** What the calendar does by itself on this period; publishing and sealing then stand in the name of who says so here. */
export async function setCalendar(ctx: Ctx, { params, body }: Received<typeof periodCalendar.setCalendar>) {
  const { periodId } = params;
  return runCommand(
    ctx,
    { name: 'period.setCalendar', requestId: body.requestId, content: { periodId, ...body } },
    async (tx) => {
      const row = await findPeriod(tx, ctx.actor.bureauId, periodId, true);
      requireAccess(ctx, 'period.manage', { unitPath: row.unit_path });
      if (row.state === 'sealed') throw new Refusal('sealed', `周期“${row.label}”已封存，无须再设定。`);
      const automatic = CALENDAR_STEPS.filter((step) => body.automatic.includes(step));
      for (const step of automatic.filter((each) => STEPS_IN_NAME.includes(each))) {
        requireAccess(ctx, abilityFor(step), { unitPath: row.unit_path });
      }
      await tx
        .updateTable('period')
        .set({
          automatic: [...automatic],
          automatic_by: automatic.some((step) => STEPS_IN_NAME.includes(step)) ? ctx.actor.accountId : null,
          remind_days: body.remindDays,
        })
        .where('id', '=', periodId)
        .execute();
      const words = automatic.map((step) => CALENDAR_STEP_NAMES[step]).join('、') || '全部由人办理';
      await recordPeriodEvent(tx, ctx, {
        periodId,
        action: 'calendarSet',
        reason: `${words}；期限前 ${body.remindDays} 天提醒`,
      });
      return {
        result: { period: await getPeriod(tx, ctx, periodId) },
        audit: {
          action: 'period.calendarSet',
          subjectKind: 'period',
          subjectId: periodId,
          summary: `设定周期“${row.label}”按日历自动办理：${words}`,
        },
      };
    },
  );
}

function abilityFor(step: CalendarStep): 'period.close' | 'period.seal' {
  return step === 'seal' ? 'period.seal' : 'period.close';
}
