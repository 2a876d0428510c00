import { type CalendarStep, calendarStep, periodWorkflow } from '@mingji/engine';
import type { Deps } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { recordAudit } from '../audit/index.ts';
import { applyMove, findPeriod, type PeriodRow, tellOfPeriod } from '../periods/index.ts';
import { queueEvaluation, runningEvaluation } from '../results/index.ts';
import { calendarFacts } from './calendar-facts.ts';
import { doInName } from './do-in-name.ts';
import type { LivePeriod } from './run-calendar.ts';

export const BY_CALENDAR = '按日历自动';

/** Does one step, if it is still due once the period is held; false: somebody else did it, or it could not be done. */
export async function doStep(deps: Deps, period: LivePeriod, step: CalendarStep): Promise<boolean> {
  if (step === 'startNotice' || step === 'seal') return doInName(deps, period, step);
  return deps.db.transaction().execute(async (tx) => {
    const row = await findPeriod(tx, period.bureauId, period.id, true);
    const now = deps.clock();
    const facts = await calendarFacts(tx, row, period.timeZone);
    if (calendarStep(facts, now.getTime()) !== step) return false;
    if (step === 'evaluate') {
      // One that somebody asked for before the review ended is waited for.
      if ((await runningEvaluation(tx, row.id, now)) !== null) return false;
      await queueEvaluation(tx, deps, { bureauId: row.bureau_id, periodId: row.id, accountId: null, now });
    } else {
      const move = { action: step, reason: null, submitOn: null };
      await applyMove(tx, row, move, { now, timeZone: period.timeZone, byCalendar: true });
    }
    await record(tx, row, step, now);
    return true;
  });
}

async function record(
  tx: Tx,
  row: PeriodRow,
  step: Exclude<CalendarStep, 'startNotice' | 'seal'>,
  now: Date,
): Promise<void> {
  await tx
    .insertInto('work_event')
    .values({
      bureau_id: row.bureau_id,
      work_kind: 'period',
      work_id: row.id,
      action: step,
      account_id: null,
      account_name: BY_CALENDAR,
      at: now,
    })
    .execute();
  const words = step === 'evaluate' ? '计算成绩' : periodWorkflow.actions[step];
  await recordAudit(
    tx,
    {
      actor: { bureauId: row.bureau_id, accountId: null, displayName: BY_CALENDAR },
      now,
      address: null,
      httpRequestId: null,
    },
    {
      action: `period.${step}`,
      subjectKind: 'period',
      subjectId: row.id,
      summary: `${BY_CALENDAR}${words}：周期“${row.label}”`,
    },
  );
  await tellOfPeriod(tx, row, {
    now,
    title: words,
    detail: `${BY_CALENDAR}办理。`,
    to: 'line',
    roles: ['office'],
    address: `/periods/${row.id}/closing`,
  });
}
