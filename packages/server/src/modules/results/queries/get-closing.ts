import { decideAccess } from '@mingji/engine';
import { requireAccess } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { entryCount, latestEvaluation, presentEvaluation } from '../evaluation-view.ts';
import { lastDayOfNotice } from '../notice-window.ts';
import { loadPeriod, stateNow } from '../period-context.ts';
import { closingChecks } from './closing-checks.ts';

/** The closing page of one period: its checks, the newest computation with progress, the seal. */
export async function getClosing(ctx: Ctx, periodId: string) {
  const { db } = ctx.deps;
  const period = await loadPeriod(db, ctx.actor.bureauId, periodId);
  requireAccess(ctx, 'period.close', { unitPath: period.unitPath });
  const latest = await latestEvaluation(db, periodId);
  return {
    period: {
      id: period.id,
      label: period.label,
      ruleSetName: period.ruleSetName,
      state: stateNow(period, ctx.now),
      submitBy: period.submitBy.toISOString(),
      publishedAt: period.publishedAt?.toISOString() ?? null,
      noticeEndsOn: await lastDayOfNotice(db, period),
      trial: period.trial,
    },
    checks: period.state === 'sealed' ? [] : await closingChecks(db, ctx, period),
    evaluation: latest ? presentEvaluation(latest, await entryCount(db, periodId)) : null,
    seal: await sealOf(ctx, periodId),
    canSeal: decideAccess(ctx.actor, 'period.seal', { unitPath: period.unitPath }).allowed,
  };
}

async function sealOf(ctx: Ctx, periodId: string) {
  const seal = await ctx.deps.db
    .selectFrom('seal')
    .select(['id', 'sequence_no', 'seal_hash', 'sealed_by_name', 'sealed_at', 'early_reason'])
    .where('period_id', '=', periodId)
    .executeTakeFirst();
  if (!seal) return null;
  return {
    id: seal.id,
    sequenceNo: seal.sequence_no,
    sealHash: seal.seal_hash.toString('hex'),
    sealedByName: seal.sealed_by_name,
    sealedAt: seal.sealed_at.toISOString(),
    earlyReason: seal.early_reason,
  };
}
