import type { appeals } from '@mingji/contract';
import type { z } from 'zod';
import { accessRefusal, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import type { Tx } from '../../../db/database.ts';
import { notFound, Refusal } from '../../../refusal.ts';
import { recordWorkEvent } from '../../submissions/index.ts';
import { mayManage } from '../answering.ts';
import { type AppealRow, findAppeal } from '../find-appeal.ts';
import { lockAppeal, requireOpenAppeal } from '../move-appeal.ts';
import { tellRecusal } from '../notices.ts';
import { appealViewOf } from '../queries/appeal-rows.ts';
import { afterRecusal, assign } from '../reassign.ts';

type Decision = z.output<typeof appeals.decideRecusal.body>;
type Assignment = z.output<typeof appeals.assignAppeal.body>;

/** The office grants or refuses what the appellant asked; neither the one it is about nor who asked decides. */
export async function decideRecusal(
  ctx: Ctx,
  { appealId, recusalId }: { readonly appealId: string; readonly recusalId: string },
  input: Decision,
) {
  const { requestId, ...decision } = input;
  const content = { appealId, recusalId, ...decision };
  return runCommand(ctx, { name: 'appeal.decideRecusal', requestId, content }, async (tx) => {
    const row = await managedAppeal(tx, ctx, appealId);
    const recusal = await tx
      .selectFrom('appeal_recusal')
      .selectAll()
      .where('id', '=', recusalId)
      .where('appeal_id', '=', appealId)
      .executeTakeFirst();
    if (!recusal) throw notFound('回避申请');
    if (recusal.about_account_id === ctx.actor.accountId) {
      throw new Refusal('forbidden', '不得决定自己是否回避，请由考核办其他人员决定；也可以自行回避。');
    }
    await settle(tx, ctx, recusalId, input);
    const action = input.granted ? 'grantRecusal' : 'refuseRecusal';
    await recordWorkEvent(tx, ctx, {
      ...{ workKind: 'appeal', workId: appealId, action, reason: input.reason, version: null },
    });
    if (input.granted) await afterRecusal(tx, ctx, row, recusal.about_account_id, input.assigneeAccountId);
    else
      await tellRecusal(tx, ctx, row, {
        title: '回避申请未获同意',
        detail: '理由请在复议页面查看。',
        accountIds: [recusal.by_account_id, recusal.about_account_id],
      });
    return {
      result: { appeal: await appealViewOf(tx, ctx, appealId) },
      audit: {
        action: 'appeal.recusalDecided',
        subjectKind: 'appeal',
        subjectId: appealId,
        summary: input.granted ? '同意回避申请' : '不同意回避申请',
      },
    };
  });
}

/** Names who answers: when nobody takes it up, or after a recusal. */
export async function assignAppeal(ctx: Ctx, appealId: string, input: Assignment) {
  const { requestId, ...wish } = input;
  const content = { appealId, ...wish };
  return runCommand(ctx, { name: 'appeal.assign', requestId, content }, async (tx) => {
    const row = await managedAppeal(tx, ctx, appealId);
    await assign(tx, ctx, row, input.accountId, input.reason);
    return {
      result: { appeal: await appealViewOf(tx, ctx, appealId) },
      audit: {
        action: 'appeal.assigned',
        subjectKind: 'appeal',
        subjectId: appealId,
        summary: '指定复议答复人',
      },
    };
  });
}

async function managedAppeal(tx: Tx, ctx: Ctx, appealId: string): Promise<AppealRow> {
  await lockAppeal(tx, appealId);
  const row = await findAppeal(tx, ctx, appealId);
  const access = mayManage(ctx, row);
  if (!access.allowed) throw accessRefusal(access.reason);
  await requireOpenAppeal(tx, row);
  return row;
}

async function settle(tx: Tx, ctx: Ctx, recusalId: string, { granted, reason }: Decision): Promise<void> {
  const changed = await tx
    .updateTable('appeal_recusal')
    .set({
      state: granted ? 'granted' : 'refused',
      decided_by: ctx.actor.accountId,
      decided_at: ctx.now,
      decision_reason: reason,
    })
    .where('id', '=', recusalId)
    .where('state', '=', 'asked')
    .returning('id')
    .executeTakeFirst();
  if (!changed) throw new Refusal('conflict', '该回避申请已经决定，本次操作没有生效。请刷新后查看。');
}
