import { randomUUID } from 'node:crypto';
import type { identity } from '@mingji/contract';
import type { z } from 'zod';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import type { Tx } from '../../../db/database.ts';
import { notFound, Refusal } from '../../../refusal.ts';
import type { AccountView } from '../present.ts';
import { viewAccount } from '../queries/account-rows.ts';

type Input = z.output<typeof identity.createAccount.body>;

/** Makes an account without password or rights; it waits for the security administrator. */
export async function createAccount(ctx: Ctx, input: Input): Promise<{ account: AccountView }> {
  const { requestId, ...content } = input;
  return runCommand(ctx, { name: 'createAccount', requestId, content }, async (tx) => {
    requireAccess(ctx, 'account.create', {});
    if (input.unitId !== null) await requireUnit(tx, ctx, input.unitId);
    if (input.officerId !== null) await requireOfficerWithoutAccount(tx, ctx, input.officerId);
    const id = await insertPending(tx, ctx, input);
    return {
      result: { account: await viewAccount(tx, ctx, id) },
      audit: {
        action: 'account.created',
        subjectKind: 'account',
        subjectId: id,
        summary: `新建账号 ${input.username}（${input.displayName}），待审批`,
      },
    };
  });
}

async function requireUnit(tx: Tx, ctx: Ctx, unitId: string): Promise<void> {
  const unit = await tx
    .selectFrom('unit')
    .select('id')
    .where('id', '=', unitId)
    .where('bureau_id', '=', ctx.actor.bureauId)
    .where('abolished_on', 'is', null)
    .executeTakeFirst();
  if (!unit) throw notFound('单位');
}

async function requireOfficerWithoutAccount(tx: Tx, ctx: Ctx, officerId: string): Promise<void> {
  const officer = await tx
    .selectFrom('officer')
    .select('name')
    .where('id', '=', officerId)
    .where('bureau_id', '=', ctx.actor.bureauId)
    .executeTakeFirst();
  if (!officer) throw notFound('人员');
  const existing = await tx
    .selectFrom('account')
    .select('username')
    .where('officer_id', '=', officerId)
    .where('state', '<>', 'disabled')
    .executeTakeFirst();
  if (existing)
    throw new Refusal('conflict', `${officer.name}已有账号 ${existing.username}，一人只能有一个账号。`);
}

async function insertPending(tx: Tx, ctx: Ctx, input: Input): Promise<string> {
  const inserted = await tx
    .insertInto('account')
    .values({
      id: randomUUID(),
      bureau_id: ctx.actor.bureauId,
      username: input.username,
      display_name: input.displayName,
      unit_id: input.unitId,
      officer_id: input.officerId,
      state: 'pending',
      created_by: ctx.actor.accountId,
      created_at: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!inserted) {
    throw new Refusal('conflict', `账号 ${input.username} 已被使用，请换一个账号名。`, [
      { path: 'username', message: '账号已被使用' },
    ]);
  }
  return inserted.id;
}
