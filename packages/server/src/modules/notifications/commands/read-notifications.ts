import type { notifications } from '@mingji/contract';
import type { z } from 'zod';
import { runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';

type Input = z.output<typeof notifications.readNotifications.body>;

/** Marks one's own notices as read; another's id changes nothing. Repeating it is harmless. */
export async function readNotifications(ctx: Ctx, input: Input): Promise<{ ok: true }> {
  return runCommand(ctx, { name: 'readNotifications', content: input }, async (tx) => {
    const marking = tx
      .updateTable('notification')
      .set({ read_at: ctx.now })
      .where('account_id', '=', ctx.actor.accountId)
      .where('read_at', 'is', null);
    const { numUpdatedRows } = await ('ids' in input
      ? marking.where('id', 'in', input.ids)
      : marking.where('at', '<=', new Date(input.until))
    ).executeTakeFirstOrThrow();
    return {
      result: { ok: true },
      audit: {
        action: 'notification.read',
        subjectKind: 'account',
        subjectId: ctx.actor.accountId,
        summary: `查看通知 ${numUpdatedRows} 条`,
      },
    };
  });
}
