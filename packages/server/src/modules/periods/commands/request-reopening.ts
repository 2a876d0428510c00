import { randomUUID } from 'node:crypto';
import type { periodCalendar, Received } from '@mingji/contract';
import { periodWorkflow, transition } from '@mingji/engine';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import type { Tx } from '../../../db/database.ts';
import { Refusal } from '../../../refusal.ts';
import { requireNewDeadline } from '../apply-move.ts';
import { effectiveState } from '../effective-state.ts';
import { findPeriod, type PeriodRow } from '../period-row.ts';
import { getPeriod } from '../queries/get-period.ts';
import { recordPeriodEvent } from '../record-event.ts';
import { tellOfPeriod } from '../tell-of-period.ts';

type Input = Received<typeof periodCalendar.requestReopening>;

/** The first of the two pairs of eyes: asks, with the reason; nothing changes until another one confirms (P14). */
export async function requestReopening(ctx: Ctx, { params, body }: Input) {
  const { periodId } = params;
  return runCommand(
    ctx,
    { name: 'period.requestReopening', requestId: body.requestId, content: { periodId, ...body } },
    async (tx) => {
      const row = await findPeriod(tx, ctx.actor.bureauId, periodId, true);
      requireAccess(ctx, 'period.manage', { unitPath: row.unit_path });
      refuseRequest(ctx, row, body);
      await insertRequest(tx, ctx, row, body);
      await recordPeriodEvent(tx, ctx, { periodId, action: 'reopeningAsked', reason: body.reason });
      await tellOfPeriod(tx, row, {
        now: ctx.now,
        title: '有一件重新开放的申请待复核',
        detail: `${ctx.actor.displayName}申请${periodWorkflow.actions[body.action]}，原因：${body.reason}`,
        to: 'line',
        roles: ['supervisingLeader', 'bureauLeader', 'office'],
        except: ctx.actor.accountId,
      });
      return {
        result: { period: await getPeriod(tx, ctx, periodId) },
        audit: {
          action: 'period.reopeningAsked',
          subjectKind: 'period',
          subjectId: periodId,
          summary: `申请${periodWorkflow.actions[body.action]}：周期“${row.label}”，原因：${body.reason}`,
        },
      };
    },
  );
}

function refuseRequest(ctx: Ctx, row: PeriodRow, body: Input['body']): void {
  if (row.state === 'sealed') {
    throw new Refusal(
      'sealed',
      `周期“${row.label}”已封存，不能重新开放。需要更正的，复议成立后在当期另记调整。`,
    );
  }
  if (row.reopening_id !== null) {
    throw new Refusal(
      'conflict',
      `周期“${row.label}”已有一件申请待复核（${row.reopening_by_name}），不能重复申请。`,
    );
  }
  const step = transition(periodWorkflow, effectiveState(row, ctx.now), body.action, body);
  if (!step.ok) throw new Refusal('conflict', step.reason);
  if (body.action === 'reopenSubmission') {
    requireNewDeadline(body.submitOn, { now: ctx.now, timeZone: ctx.actor.timeZone });
  }
}

async function insertRequest(tx: Tx, ctx: Ctx, row: PeriodRow, body: Input['body']): Promise<void> {
  await tx
    .insertInto('period_reopening')
    .values({
      id: randomUUID(),
      bureau_id: ctx.actor.bureauId,
      period_id: row.id,
      action: body.action,
      submit_on: body.action === 'reopenSubmission' ? body.submitOn : null,
      reason: body.reason,
      requested_by: ctx.actor.accountId,
      requested_by_name: ctx.actor.displayName,
      requested_at: ctx.now,
    })
    .execute();
}
