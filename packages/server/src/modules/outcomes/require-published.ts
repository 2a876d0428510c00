import { scopeOf } from '@mingji/engine';
import type { Ctx } from '../../context.ts';
import { Refusal } from '../../refusal.ts';
import type { PeriodContext } from '../results/index.ts';

/** Lists are drawn up from published results; before that only the office that closes the period sees its own (§17). */
export function requirePublished(ctx: Ctx, period: PeriodContext): void {
  refuseTrial(period);
  if (period.state === 'inNotice' || period.state === 'sealed') return;
  const { subtrees } = scopeOf(ctx.actor, 'period.close');
  if (subtrees.some((path) => period.unitPath.startsWith(path))) return;
  throw new Refusal('refused', `“${period.label}”的成绩尚未公示，还没有名单。公示后可在此查看。`);
}

/** A trial counts nowhere: it has no lists, no candidates and no zero list (P20). */
export function refuseTrial({ trial, label }: Pick<PeriodContext, 'trial' | 'label'>): void {
  if (!trial) return;
  throw new Refusal('refused', `“${label}”是试运行，不产生名单和结果运用。请选择正式的周期。`);
}
