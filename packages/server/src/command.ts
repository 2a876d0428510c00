import type { Ability, AccessRefusal, AccessTarget } from '@mingji/engine';
import { decideAccess } from '@mingji/engine';
import type { Ctx } from './context.ts';
import type { Tx } from './db/database.ts';
import type { AuditInput } from './modules/audit/record-audit.ts';
import { recordAudit } from './modules/audit/record-audit.ts';
import { Refusal } from './refusal.ts';

export interface CommandRequest {
  readonly name: string;
  /** The client-made id (§15); commands without one are naturally repeatable (sign-out, say). */
  readonly requestId?: string;
  /** What was asked, hashed to tell a repetition from a re-used id. */
  readonly content: unknown;
}

export interface CommandOutcome<T> {
  readonly result: T;
  readonly audit: AuditInput;
  /** What a repetition of the request is answered with, when the result holds a secret shown only once. */
  readonly remembered?: T;
}

/** Two commands that wait for each other: the database ends one, which is begun again. */
const ATTEMPTS = 3;
const DEADLOCK = '40P01';

/**
 * One command = one transaction = one audit event (principle 7). With a request id the same request again gets
 * the same answer and does nothing; the id with other content is refused (principle 10).
 */
export async function runCommand<T>(
  ctx: Ctx,
  request: CommandRequest,
  work: (tx: Tx) => Promise<CommandOutcome<T>>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await runOnce(ctx, request, work);
    } catch (error) {
      if ((error as { code?: unknown }).code !== DEADLOCK) throw error;
      if (attempt < ATTEMPTS) continue;
      throw new Refusal('conflict', '同时办理的人较多，本次操作没有生效。请稍候重试。');
    }
  }
}

async function runOnce<T>(
  ctx: Ctx,
  request: CommandRequest,
  work: (tx: Tx) => Promise<CommandOutcome<T>>,
): Promise<T> {
  return ctx.deps.db.transaction().execute(async (tx) => {
    const repeated = await claimRequest<T>(tx, ctx, request);
    if (repeated) return repeated.response;
    const outcome = await work(tx);
    await recordAudit(tx, ctx, outcome.audit);
    if (request.requestId !== undefined) {
      await tx
        .updateTable('request_record')
        .set({ response: JSON.stringify(outcome.remembered ?? outcome.result) })
        .where('bureau_id', '=', ctx.actor.bureauId)
        .where('request_id', '=', request.requestId)
        .execute();
    }
    return outcome.result;
  });
}

/** Claims the id. A second client with the same id waits here until the first has committed or rolled back. */
async function claimRequest<T>(tx: Tx, ctx: Ctx, request: CommandRequest): Promise<{ response: T } | null> {
  if (request.requestId === undefined) return null;
  const content = ctx.deps.crypto.sm3(Buffer.from(JSON.stringify([request.name, request.content])));
  const claimed = await tx
    .insertInto('request_record')
    .values({
      bureau_id: ctx.actor.bureauId,
      request_id: request.requestId,
      account_id: ctx.actor.accountId,
      command: request.name,
      content_hash: content,
      at: ctx.now,
    })
    .onConflict((conflict) => conflict.columns(['bureau_id', 'request_id']).doNothing())
    .returning('request_id')
    .executeTakeFirst();
  if (claimed) return null;
  const earlier = await tx
    .selectFrom('request_record')
    .select(['account_id', 'content_hash', 'response'])
    .where('bureau_id', '=', ctx.actor.bureauId)
    .where('request_id', '=', request.requestId)
    .executeTakeFirstOrThrow();
  if (earlier.account_id !== ctx.actor.accountId || !earlier.content_hash.equals(content)) {
    throw new Refusal('requestReused', '同一请求编号已用于另一项内容。请刷新页面后重新提交。');
  }
  return { response: earlier.response as T };
}

const accessMessages: Record<AccessRefusal, string> = {
  noRole: '您的角色没有此项权限。如需办理，请联系安全管理员授权。',
  outOfScope: '该事项不在您的管理范围内（五级权限：只见本级及下级）。',
  ownWork: '不得审核本人或本人提交的事项，请由其他审核人办理。',
  scorerDecidesNot: '原评分人不得办理对该评分的复议，请由其他人员答复。',
};

/** Refuses unless the actor has the ability on this very thing (principle 16). */
export function requireAccess(ctx: Ctx, ability: Ability, target: AccessTarget): void {
  const decision = decideAccess(ctx.actor, ability, target);
  if (!decision.allowed) throw accessRefusal(decision.reason);
}

export function accessRefusal(reason: AccessRefusal): Refusal {
  return new Refusal('forbidden', accessMessages[reason]);
}
