import { randomUUID } from 'node:crypto';
import type { appeals } from '@mingji/contract';
import type { z } from 'zod';
import { accessRefusal, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import type { Tx } from '../../../db/database.ts';
import { Refusal } from '../../../refusal.ts';
import { accountsHolding } from '../../notifications/index.ts';
import { recordWorkEvent } from '../../submissions/index.ts';
import { mayAnswer } from '../answering.ts';
import { candidatesFor } from '../candidates.ts';
import { type AppealRow, findAppeal } from '../find-appeal.ts';
import { requireUninvolved } from '../involvement.ts';
import { lockAppeal, requireOpenAppeal } from '../move-appeal.ts';
import { tellRecusal } from '../notices.ts';
import { appealViewOf } from '../queries/appeal-rows.ts';
import { afterRecusal } from '../reassign.ts';

type Input = z.output<typeof appeals.askRecusal.body>;

/** 回避: who may answer withdraws himself at once; the appellant asks it of another, and the office decides (§13). */
export async function askRecusal(ctx: Ctx, appealId: string, input: Input) {
  const { requestId, ...wish } = input;
  const content = { appealId, ...wish };
  return runCommand(ctx, { name: 'appeal.askRecusal', requestId, content }, async (tx) => {
    await lockAppeal(tx, appealId);
    const row = await findAppeal(tx, ctx, appealId);
    const ofOneself = input.accountId === null || input.accountId === ctx.actor.accountId;
    await (ofOneself
      ? recuseOneself(tx, ctx, row, input.reason)
      : challenge(tx, ctx, row, input.accountId ?? '', input.reason));
    return {
      result: { appeal: await appealViewOf(tx, ctx, appealId) },
      audit: {
        action: ofOneself ? 'appeal.recused' : 'appeal.recusalAsked',
        subjectKind: 'appeal',
        subjectId: appealId,
        summary: ofOneself ? '对一件复议自行回避' : '申请答复人回避',
      },
    };
  });
}

async function recuseOneself(tx: Tx, ctx: Ctx, row: AppealRow, reason: string): Promise<void> {
  const access = mayAnswer(ctx, row);
  if (!access.allowed) throw accessRefusal(access.reason);
  await requireUninvolved(tx, ctx, row.id);
  await requireOpenAppeal(tx, row);
  const { accountId, bureauId } = ctx.actor;
  await tx
    .insertInto('appeal_recusal')
    .values({
      ...{ id: randomUUID(), bureau_id: bureauId, appeal_id: row.id, reason, state: 'granted' },
      ...{ about_account_id: accountId, by_account_id: accountId, decided_by: accountId },
      ...{ asked_at: ctx.now, decided_at: ctx.now },
    })
    // Refused once at the appellant's wish, he may still withdraw himself.
    .onConflict((conflict) =>
      conflict.columns(['appeal_id', 'about_account_id']).doUpdateSet({
        reason,
        state: 'granted',
        by_account_id: accountId,
        decided_by: accountId,
        decided_at: ctx.now,
      }),
    )
    .execute();
  await recordWorkEvent(tx, ctx, {
    workKind: 'appeal',
    workId: row.id,
    action: 'recuse',
    reason,
    version: null,
  });
  await afterRecusal(tx, ctx, row, accountId, null);
}

async function challenge(tx: Tx, ctx: Ctx, row: AppealRow, aboutId: string, reason: string): Promise<void> {
  if (row.author_account_id !== ctx.actor.accountId) {
    throw new Refusal('forbidden', '只有提出复议的人可以申请答复人回避。');
  }
  await requireOpenAppeal(tx, row);
  await requireNotAsked(tx, row.id, aboutId);
  if (!(await candidatesFor(tx, row.id)).some((each) => each.id === aboutId)) {
    throw new Refusal('refused', '该人员不是这件复议的答复人选，不必申请回避。请在列出的人员中选择。');
  }
  await tx
    .insertInto('appeal_recusal')
    .values({
      ...{ id: randomUUID(), bureau_id: ctx.actor.bureauId, appeal_id: row.id, reason, state: 'asked' },
      ...{ about_account_id: aboutId, by_account_id: ctx.actor.accountId, asked_at: ctx.now },
    })
    .execute();
  await recordWorkEvent(tx, ctx, {
    ...{ workKind: 'appeal', workId: row.id, action: 'askRecusal', reason, version: null },
  });
  const deciders = (await officesOf(tx, row)).filter((id) => id !== aboutId);
  await tellRecusal(tx, ctx, row, {
    title: '申请人要求答复人回避',
    detail: '请决定是否回避；决定前被申请的人员不得答复。',
    accountIds: deciders,
  });
}

async function requireNotAsked(tx: Tx, appealId: string, aboutId: string): Promise<void> {
  const earlier = await tx
    .selectFrom('appeal_recusal')
    .select('state')
    .where('appeal_id', '=', appealId)
    .where('about_account_id', '=', aboutId)
    .executeTakeFirst();
  if (!earlier) return;
  const why = {
    asked: '已经申请过该人员回避，考核办正在决定。',
    granted: '该人员已经回避，不必再申请。',
    refused: '考核办已决定该人员不必回避，同一人员只能申请一次。',
  }[earlier.state as 'asked' | 'granted' | 'refused'];
  throw new Refusal('refused', why);
}

/** The office accounts of the unit whose method it is. */
async function officesOf(tx: Tx, row: AppealRow): Promise<string[]> {
  const unit = await tx
    .selectFrom('unit')
    .select('id')
    .where('bureau_id', '=', row.bureau_id)
    .where('path', '=', row.method_unit_path)
    .executeTakeFirst();
  const held = await accountsHolding(tx, ['office'], unit ? [unit.id] : []);
  return [...held.values()].flat();
}
