import type { organization, Received } from '@mingji/contract';
import { chineseDate } from '@mingji/engine';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { Refusal } from '../../../refusal.ts';
import { findRootUnit } from '../queries/find-unit.ts';
import { isWeekend } from '../read-holiday-notice.ts';

type Wish = Received<typeof organization.setCalendar>['body'];

/** §13: holidays and make-up working days of a year are data. A day on both lists would be a guess, so it is refused. */
export function setCalendar(
  ctx: Ctx,
  year: number,
  wish: Wish,
): Promise<{ calendar: organization.CalendarView }> {
  const content = { year, ...wish };
  return runCommand(
    ctx,
    { name: 'organization.setCalendar', requestId: wish.requestId, content },
    async (tx) => {
      const root = await findRootUnit(tx, ctx.actor.bureauId);
      requireAccess(ctx, 'calendar.manage', { unitPath: root.path });
      const problems = calendarProblems(year, wish);
      if (problems.length > 0) throw new Refusal('invalid', `${year} 年工作日历有误，请逐项更正。`, problems);
      const daysOff = [...new Set(wish.daysOff)].filter((day) => !isWeekend(day)).sort();
      const workingDays = [...new Set(wish.workingDays)].sort();
      const row = { days_off: daysOff, working_days: workingDays, source: wish.source };
      await tx
        .insertInto('calendar_year')
        .values({ bureau_id: ctx.actor.bureauId, year, ...row })
        .onConflict((conflict) => conflict.columns(['bureau_id', 'year']).doUpdateSet(row))
        .execute();
      return {
        result: { calendar: { year, daysOff, workingDays, source: wish.source } },
        audit: {
          action: 'calendar.set',
          subjectKind: 'calendar',
          subjectId: String(year),
          summary: `设定 ${year} 年工作日历：放假 ${daysOff.length} 天、调休上班 ${workingDays.length} 天`,
        },
      };
    },
  );
}

function calendarProblems(year: number, wish: Pick<Wish, 'daysOff' | 'workingDays'>) {
  const problems: { path: string; message: string }[] = [];
  const working = new Set(wish.workingDays);
  for (const [path, days] of [
    ['daysOff', wish.daysOff],
    ['workingDays', wish.workingDays],
  ] as const) {
    for (const day of days) {
      if (!day.startsWith(`${year}-`)) problems.push({ path, message: `${chineseDate(day)}不在 ${year} 年` });
      if (path === 'workingDays' && !isWeekend(day)) {
        problems.push({ path, message: `${chineseDate(day)}本来就是周一至周五，不必列为调休上班` });
      }
      if (path === 'daysOff' && working.has(day)) {
        problems.push({ path, message: `${chineseDate(day)}同时列在放假和上班中` });
      }
    }
  }
  return problems;
}
