import { chineseDate } from '@mingji/engine';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import type { Tx } from '../../../db/database.ts';
import { Refusal } from '../../../refusal.ts';
import { notify } from '../../notifications/index.ts';
import { accountsBelow } from '../../periods/index.ts';
import { createWrittenReviews } from '../../written-reviews/index.ts';
import type { Check } from '../closing/check.ts';
import { latestEvaluation } from '../evaluation-view.ts';
import { lastDayOfNotice } from '../notice-window.ts';
import { loadPeriod, type PeriodContext, stateNow } from '../period-context.ts';
import { closingChecks } from '../queries/closing-checks.ts';

interface Input {
  readonly periodId: string;
  readonly requestId: string;
  /** Why it goes on although a check that a reason may lift is open. */
  readonly overrideReason?: string | null;
}

/** Puts a period's computed results on notice (公示). Everything that blocks publishing must be cleared first (P14). */
export async function publishResults(ctx: Ctx, input: Input) {
  return runCommand(
    ctx,
    { name: 'publishResults', requestId: input.requestId, content: input },
    async (tx) => {
      const period = await loadPeriod(tx, ctx.actor.bureauId, input.periodId, true);
      requireAccess(ctx, 'period.close', { unitPath: period.unitPath });
      const state = stateNow(period, ctx.now);
      if (state !== 'reviewing' && state !== 'submissionClosed') {
        throw new Refusal(
          'conflict',
          `“${period.label}”现在不在审核阶段，不能公示。请刷新页面查看当前状态。`,
        );
      }
      const reason = await requireReady(tx, ctx, period, input.overrideReason ?? null);
      await tx
        .updateTable('period')
        .set({ state: 'inNotice', published_at: ctx.now })
        .where('id', '=', period.id)
        .execute();
      await tx
        .insertInto('work_event')
        .values({
          bureau_id: ctx.actor.bureauId,
          work_kind: 'period',
          work_id: period.id,
          action: 'startNotice',
          account_id: ctx.actor.accountId,
          account_name: ctx.actor.displayName,
          reason,
          at: ctx.now,
        })
        .execute();
      const published = await latestEvaluation(tx, period.id, true);
      if (published) await createWrittenReviews(tx, ctx, period, published.id);
      const noticeEndsOn = await lastDayOfNotice(tx, { ...period, publishedAt: ctx.now });
      await tellPublished(tx, ctx, period, noticeEndsOn);
      return {
        result: { publishedAt: ctx.now.toISOString(), noticeEndsOn },
        audit: {
          action: 'period.publish',
          subjectKind: 'period',
          subjectId: period.id,
          summary: `公示 ${period.label} 的成绩${reason === null ? '' : `，${reason}`}`,
        },
      };
    },
  );
}

/** What nothing lifts is refused; what a reason lifts is refused without one. Answers what is kept on record. */
async function requireReady(
  tx: Tx,
  ctx: Ctx,
  period: PeriodContext,
  overrideReason: string | null,
): Promise<string | null> {
  const checks = await closingChecks(tx, ctx, period);
  const blocking = checks.filter((check) => check.blocks === 'publish');
  const final = blocking.filter((check) => !check.overridable);
  if (final.length > 0) throw notReady('还不能公示', final);
  if (blocking.length === 0) return null;
  const given = overrideReason?.trim() ?? '';
  if (given === '') throw notReady('请先补齐数据；确需照此公示的，须写明理由', blocking);
  return `${blocking.map((check) => check.label).join('；')}，仍予公示的理由：${given}`;
}

function notReady(words: string, blocking: readonly Check[]): Refusal {
  return new Refusal(
    'refused',
    `${words}：${blocking.map((check) => check.label).join('；')}。`,
    blocking.map((check) => ({ path: check.code, message: [check.label, ...check.details].join('；') })),
  );
}

async function tellPublished(
  tx: Tx,
  ctx: Ctx,
  period: PeriodContext,
  noticeEndsOn: string | null,
): Promise<void> {
  const wish = {
    bureauId: period.bureauId,
    unitPath: period.unitPath,
    roles: ['unitHead', 'unitClerk'] as const,
  };
  const told = await accountsBelow(tx, wish);
  await notify(tx, { bureauId: period.bureauId, now: ctx.now }, [
    {
      kind: 'published',
      title: `${period.label}成绩公示`,
      detail: `${period.ruleSetName}${noticeEndsOn === null ? '' : `，公示至 ${chineseDate(noticeEndsOn)}`}。有异议的，在期限内提出复议。`,
      address: `/ranking?period=${period.id}`,
      about: { kind: 'period', id: period.id },
      accountIds: told.filter((id) => id !== ctx.actor.accountId),
    },
  ]);
}
