import { randomUUID } from 'node:crypto';
import type { reviewDuties } from '@mingji/contract';
import type { z } from 'zod';
import { runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import type { Tx } from '../../../db/database.ts';
import { Refusal } from '../../../refusal.ts';
import { requireArrangeable } from '../find-review-unit.ts';
import { reviewersOf } from '../reviewers.ts';

type Input = z.output<typeof reviewDuties.setDutyOrder.body>;

/** Who is asked first, for one indicator or for all; it counts for what comes from now on. */
export async function setDutyOrder(ctx: Ctx, unitId: string, input: Input): Promise<{ ok: true }> {
  const { requestId, ...content } = input;
  return runCommand(
    ctx,
    { name: 'review.setOrder', requestId, content: { unitId, ...content } },
    async (tx) => {
      const unit = await requireArrangeable(tx, ctx, unitId);
      await requireReviewers(tx, ctx, unit, input.accountIds);
      const code = input.indicatorCode ?? null;
      await tx
        .deleteFrom('review_assignment')
        .where('unit_id', '=', unit.id)
        .where('indicator_code', code === null ? 'is' : '=', code)
        .execute();
      if (input.accountIds.length > 0) {
        await tx
          .insertInto('review_assignment')
          .values(
            input.accountIds.map((accountId, index) => ({
              id: randomUUID(),
              bureau_id: ctx.actor.bureauId,
              unit_id: unit.id,
              indicator_code: code,
              account_id: accountId,
              rank: index + 1,
              set_by: ctx.actor.accountId,
              set_at: ctx.now,
            })),
          )
          .execute();
      }
      return {
        result: { ok: true as const },
        audit: {
          action: 'review.orderSet',
          subjectKind: 'unit',
          subjectId: unit.id,
          summary: `设定“${unit.name}”${code === null ? '全部指标' : `指标 ${code}`}的主审与备岗，共 ${input.accountIds.length} 人`,
          detail: { indicatorCode: code, accountIds: input.accountIds },
        },
      };
    },
  );
}

async function requireReviewers(
  tx: Tx,
  ctx: Ctx,
  unit: { readonly name: string; readonly path: string },
  accountIds: readonly string[],
): Promise<void> {
  if (new Set(accountIds).size !== accountIds.length) {
    throw new Refusal('invalid', '同一人不能排两次，请删去重复的人。', [
      { path: 'accountIds', message: '同一人不能排两次' },
    ]);
  }
  const known = new Set((await reviewersOf(tx, ctx.actor.bureauId, unit.path)).map(({ id }) => id));
  const unknown = accountIds.findIndex((id) => !known.has(id));
  if (unknown === -1) return;
  throw new Refusal(
    'refused',
    `第 ${unknown + 1} 人不是“${unit.name}”的审核人，请先由安全管理员授予审核人角色。`,
    [{ path: `accountIds.${unknown}`, message: '不是本部门的审核人' }],
  );
}
