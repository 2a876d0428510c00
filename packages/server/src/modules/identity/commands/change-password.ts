import type { identity } from '@mingji/contract';
import type { z } from 'zod';
import { runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { Refusal } from '../../../refusal.ts';
import { recordAudit } from '../../audit/index.ts';
import { type Hasher, withHasher } from '../hashing-slots.ts';
import { endSessions } from '../open-session.ts';
import { PASSWORD_HISTORY, passwordProblems } from '../password-rules.ts';
import { isLocked, nameHash, noteFailure } from '../sign-in-failures.ts';
import { storePassword } from '../store-password.ts';
import { locked } from './sign-in.ts';

type Input = z.output<typeof identity.changePassword.body>;

/** Changes one's own password and ends one's other sessions. A wrong current password counts like a failed sign-in. */
export async function changePassword(ctx: Ctx, tokenHash: Buffer, input: Input): Promise<{ ok: true }> {
  const { accountId } = ctx.actor;
  const current = await ctx.deps.db
    .selectFrom('account')
    .select('password_hash')
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow();
  const hash = await withHasher(async (hasher) => {
    await requireCurrent(ctx, hasher, current.password_hash, input.currentPassword);
    await requireUsable(ctx, hasher, input.newPassword);
    return hasher.hash(input.newPassword);
  });
  return runCommand(ctx, { name: 'changePassword', content: null }, async (tx) => {
    const unchanged = await tx
      .selectFrom('account')
      .select('id')
      .where('id', '=', accountId)
      .where('password_hash', '=', current.password_hash)
      .forUpdate()
      .executeTakeFirst();
    if (!unchanged) throw new Refusal('conflict', '密码刚刚已被修改，请用新密码重新登录。');
    await storePassword(tx, accountId, hash, { mustChange: false, now: ctx.now });
    await endSessions(tx, accountId, tokenHash);
    return {
      result: { ok: true },
      audit: {
        action: 'password.changed',
        subjectKind: 'account',
        subjectId: accountId,
        summary: `${ctx.actor.displayName}修改本人密码`,
      },
    };
  });
}

async function requireCurrent(ctx: Ctx, hasher: Hasher, hash: string | null, given: string): Promise<void> {
  const name = nameHash(ctx.deps.crypto, ctx.actor.username);
  if (await isLocked(ctx.deps.db, name, ctx.now)) throw locked();
  if (hash && (await hasher.verify(hash, given))) return;
  const nowLocked = await ctx.deps.db.transaction().execute(async (tx) => {
    const reached = await noteFailure(tx, name, ctx.now);
    // Somebody at an unlocked desk is guessing: the session ends with the lock.
    if (reached) await endSessions(tx, ctx.actor.accountId);
    await recordAudit(tx, ctx, {
      action: 'password.changeRefused',
      subjectKind: 'account',
      subjectId: ctx.actor.accountId,
      outcome: 'refused',
      summary: `${ctx.actor.displayName}修改密码时原密码不正确${reached ? '，账号锁定' : ''}`,
    });
    return reached;
  });
  if (nowLocked) throw locked();
  throw new Refusal('refused', '原密码不正确，请重新输入。', [
    { path: 'currentPassword', message: '原密码不正确' },
  ]);
}

async function requireUsable(ctx: Ctx, hasher: Hasher, password: string): Promise<void> {
  const messages = passwordProblems(password, ctx.actor.username);
  if (await wasUsed(ctx, hasher, password)) messages.push(`不得与最近 ${PASSWORD_HISTORY} 次用过的密码相同`);
  if (messages.length === 0) return;
  throw new Refusal(
    'invalid',
    '新密码不符合密码规则，请按提示修改。',
    messages.map((message) => ({ path: 'newPassword', message })),
  );
}

async function wasUsed(ctx: Ctx, hasher: Hasher, password: string): Promise<boolean> {
  const earlier = await ctx.deps.db
    .selectFrom('password_history')
    .select('password_hash')
    .where('account_id', '=', ctx.actor.accountId)
    .orderBy('set_at', 'desc')
    .limit(PASSWORD_HISTORY)
    .execute();
  for (const one of earlier) if (await hasher.verify(one.password_hash, password)) return true;
  return false;
}
