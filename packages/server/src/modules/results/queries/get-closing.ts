import { requireAccess } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { entryCount, latestEvaluation, presentEvaluation } from '../evaluation-view.ts';
import { lastDayOfNotice } from '../notice-window.ts';
import { loadPeriod } from '../period-context.ts';
import { closingChecks } from './closing-checks.ts';

/** The closing page of one period: its checks, the newest computation with progress, the seal. */
export async function getClosing(ctx: Ctx, periodId: string) {
  const { db } = ctx.deps;
  const period = await loadPeriod(db, ctx.actor.bureauId, periodId);
  requireAccess(ctx, 'period.close', { unitPath: period.unitPath });
  const latest = await latestEvaluation(db, periodId);
  const seal = await db.selectFrom('seal').select('id').where('period_id', '=', periodId).executeTakeFirst();
  return {
    period: {
      id: period.id,
      label: period.label,
      state: period.state,
      submitBy: period.submitBy.toISOString(),
      noticeEndsOn: await lastDayOfNotice(db, period),
    },
    checks: period.state === 'sealed' ? [] : await closingChecks(db, ctx, period),
    evaluation: latest ? presentEvaluation(latest, await entryCount(db, periodId)) : null,
    sealId: seal?.id ?? null,
  };
}
