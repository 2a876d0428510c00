import { type PeriodState, periodWorkflow } from '@mingji/engine';
import type { Ctx } from '../../context.ts';
import type { WorkPeriod } from '../ledger/index.ts';
import { effectiveState } from '../periods/index.ts';
import type { Waiting } from './urgency.ts';

/** The office's view: each period's stage, and what keeps it from the next. */
export async function officeWork(ctx: Ctx, periods: readonly WorkPeriod[]): Promise<Waiting[]> {
  return Promise.all(periods.map((period) => lineOf(ctx, period)));
}

async function lineOf(ctx: Ctx, period: WorkPeriod): Promise<Waiting> {
  const { db } = ctx.deps;
  const unreviewed = await db
    .selectFrom('submission')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('bureau_id', '=', ctx.actor.bureauId)
    .where('period_id', '=', period.id)
    .where('state', '=', 'submitted')
    .executeTakeFirstOrThrow();
  const appeals = await db
    .selectFrom('appeal')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('bureau_id', '=', ctx.actor.bureauId)
    .where('period_id', '=', period.id)
    .where('state', '=', 'filed')
    .executeTakeFirstOrThrow();
  const state = effectiveState({ state: period.state, submit_by: period.submitBy }, ctx.now);
  return {
    key: `period-${period.id}`,
    title: `${period.label}：${periodWorkflow.states[state as PeriodState]}`,
    detail: `${period.ruleSetName} · 待审核 ${unreviewed.n} 件，未答复复议 ${appeals.n} 件`,
    dueAt: state === 'open' ? period.submitBy : state === 'inNotice' ? null : period.reviewBy,
    address: `/periods/${period.id}/closing`,
  };
}
