import { effectivePeriodState, type PeriodState, periodWorkflow } from '@mingji/engine';
import type { Ctx } from '../../context.ts';
import { Refusal } from '../../refusal.ts';
import type { PlacedIndicator } from '../ledger/index.ts';
import { takesLateWork, type WorkPeriod } from '../ledger/index.ts';
import { deadlineText } from '../periods/index.ts';

/** P8: whether new work is taken now, and whether as late; refused with the deadline named. The server's clock decides. */
export function requireOpen(
  ctx: Ctx,
  period: WorkPeriod,
  placed: PlacedIndicator,
): { readonly late: boolean } {
  const state = effectivePeriodState(
    period.state as PeriodState,
    period.submitBy.getTime(),
    ctx.now.getTime(),
  );
  if (state === 'open') return { late: false };
  if (state === 'sealed') {
    throw new Refusal('sealed', `周期“${period.label}”已封存，不能再填报。请在当前周期填报，或联系考核办。`);
  }
  const closed = state === 'submissionClosed' || state === 'reviewing';
  if (closed && takesLateWork(placed.indicator.scoring)) return { late: true };
  if (closed) {
    throw new Refusal(
      'deadlinePassed',
      `周期“${period.label}”的填报已${closedText(ctx, period)}截止，“${placed.indicator.name}”不收逾期填报。如有正当理由，请联系考核办重新开放填报。`,
    );
  }
  throw new Refusal(
    'refused',
    `周期“${period.label}”现为“${periodWorkflow.states[state]}”，不能填报。请选择正在填报的周期。`,
  );
}

/** An office may close before the deadline; then the deadline is not what closed it. */
function closedText(ctx: Ctx, period: WorkPeriod): string {
  const early = ctx.now.getTime() <= period.submitBy.getTime();
  return early ? '由考核办提前' : `于 ${deadlineText(period.submitBy, ctx.actor.timeZone)} `;
}

/** Returned work is corrected until the review ends: its first version came in time (P6, P8). */
export function requireCorrectable(ctx: Ctx, period: WorkPeriod): void {
  const reviewing = ['open', 'submissionClosed', 'reviewing'].includes(period.state);
  if (period.state === 'sealed') {
    throw new Refusal('sealed', `周期“${period.label}”已封存，不能再补正。`);
  }
  if (reviewing && ctx.now.getTime() <= period.reviewBy.getTime()) return;
  throw new Refusal(
    'deadlinePassed',
    `周期“${period.label}”的补正已于 ${deadlineText(period.reviewBy, ctx.actor.timeZone)} 截止。如有异议，可在期限内提出复议。`,
  );
}

/** Reviews are decided until the results are made public. */
export function requireReviewable(period: WorkPeriod): void {
  if (period.state !== 'inNotice') return;
  throw new Refusal(
    'refused',
    `周期“${period.label}”正在公示，不能再审核。确需审核的，请考核办先将周期退回审核。`,
  );
}
