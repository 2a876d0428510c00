import type { periodCalendar, Received } from '@mingji/contract';
import { periodWorkflow, type ReopeningAction } from '@mingji/engine';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import type { Tx } from '../../../db/database.ts';
import { notFound, Refusal } from '../../../refusal.ts';
import { notify } from '../../notifications/index.ts';
import { applyMove } from '../apply-move.ts';
import { findPeriod, type PeriodRow } from '../period-row.ts';
import { getPeriod } from '../queries/get-period.ts';
import { recordPeriodEvent } from '../record-event.ts';
import { settleReopening } from '../settle-reopening.ts';
import { tellOfReopening } from '../tell-of-reopening.ts';

type Input = Received<typeof periodCalendar.decideReopening>;

/** The second pair of eyes: confirms, and the period is reopened at once; or refuses, and says why (P14). */
export async function decideReopening(ctx: Ctx, { params, body }: Input) {
  const { periodId, reopeningId } = params;
  return runCommand(
    ctx,
    { name: 'period.decideReopening', requestId: body.requestId, content: { ...params, ...body } },
    async (tx) => {
      const row = await findPeriod(tx, ctx.actor.bureauId, periodId, true);
      const asked = await lockRequest(tx, row, reopeningId);
      requireAccess(ctx, 'period.confirmReopening', {
        unitPath: row.unit_path,
        authorAccountId: asked.requested_by,
      });
      if (!body.confirm && body.answer === null) {
        throw new Refusal('invalid', '不同意的，须说明理由，申请人可以看到。', [
          { path: 'answer', message: '请填写理由' },
        ]);
      }
      await settleReopening(tx, ctx, reopeningId, body.confirm ? 'confirmed' : 'refused', body.answer);
      const action = asked.action as ReopeningAction;
      if (body.confirm) {
        const move = { action, reason: asked.reason, submitOn: asked.submit_on };
        await applyMove(tx, row, move, { now: ctx.now, timeZone: ctx.actor.timeZone });
        const reason = `${asked.reason}（${asked.requested_by_name}申请，${ctx.actor.displayName}复核）`;
        await recordPeriodEvent(tx, ctx, { periodId, action, reason });
        await tellOfReopening(tx, ctx, row, asked.reason);
      } else {
        await recordPeriodEvent(tx, ctx, { periodId, action: 'reopeningRefused', reason: body.answer });
      }
      await tellRequester(tx, ctx, row, asked.requested_by, body);
      return {
        result: { period: await getPeriod(tx, ctx, periodId) },
        audit: {
          action: body.confirm ? `period.${action}` : 'period.reopeningRefused',
          subjectKind: 'period',
          subjectId: periodId,
          summary: `${body.confirm ? '复核同意' : '不同意'}${periodWorkflow.actions[action]}：周期“${row.label}”，申请人 ${asked.requested_by_name}，原因：${asked.reason}`,
        },
      };
    },
  );
}

async function lockRequest(tx: Tx, row: PeriodRow, reopeningId: string) {
  const asked = await tx
    .selectFrom('period_reopening')
    .selectAll()
    .where('id', '=', reopeningId)
    .where('period_id', '=', row.id)
    .forUpdate()
    .executeTakeFirst();
  if (!asked) throw notFound('重新开放的申请');
  if (asked.state === 'open') return asked;
  const by = asked.decided_by_name ?? asked.requested_by_name;
  throw new Refusal('conflict', `该申请已由 ${by} 办理，请刷新后查看最新状态。`);
}

async function tellRequester(
  tx: Tx,
  ctx: Ctx,
  row: PeriodRow,
  requester: string,
  body: Input['body'],
): Promise<void> {
  const place = { bureauId: ctx.actor.bureauId, now: ctx.now };
  await notify(tx, place, [
    {
      kind: 'periodMoved',
      title: `${row.label}：重新开放的申请${body.confirm ? '已同意' : '未获同意'}`,
      detail: `${ctx.actor.displayName}${body.answer === null ? '已复核。' : `：${body.answer}`}`,
      address: `/periods?period=${row.id}`,
      about: { kind: 'period', id: row.id },
      accountIds: [requester],
    },
  ]);
}
