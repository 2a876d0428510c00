import type { Received, supervision } from '@mingji/contract';
import { pressWorkflow, transition } from '@mingji/engine';
import { runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { Refusal } from '../../../refusal.ts';
import { notify } from '../../notifications/index.ts';
import { mayReply } from '../press-rows.ts';
import { findPress, getPress } from '../queries/get-press.ts';
import { recordInTimelines } from '../record-presses.ts';

/** The one pressed tells what is being done; it is told to who pressed, and stays as it was given (P10). */
export async function replyToPress(ctx: Ctx, { params, body }: Received<typeof supervision.replyToPress>) {
  return runCommand(
    ctx,
    { name: 'press.reply', requestId: body.requestId, content: { params, body } },
    async (tx) => {
      const row = await findPress(tx, ctx, params.pressId);
      if (!mayReply(ctx, row)) {
        throw new Refusal('forbidden', '该催办不是发给您的，只有被催办的人或单位可以说明。');
      }
      const step = transition(pressWorkflow, row.state, 'reply', { reason: body.text });
      if (!step.ok) throw new Refusal('conflict', step.reason);
      const { bureauId, accountId, displayName } = ctx.actor;
      const moved = await tx
        .updateTable('press')
        .set({
          state: step.next,
          reply: body.text,
          replied_by: accountId,
          replied_by_name: displayName,
          replied_at: ctx.now,
        })
        .where('id', '=', row.id)
        .where('state', '=', row.state)
        .returning('id')
        .executeTakeFirst();
      if (!moved) throw new Refusal('conflict', '该催办刚由他人说明，您的说明没有保存。请刷新后查看。');
      const by = { bureauId, now: ctx.now, accountId, name: displayName };
      await recordInTimelines(tx, by, [{ pressId: row.id, action: 'reply', text: body.text }]);
      await notify(tx, by, [
        {
          kind: 'pressReplied',
          title: `已说明：${row.title}`.slice(0, 100),
          detail: `${displayName}：${body.text}`.slice(0, 500),
          address: `/presses/${row.id}`,
          about: { kind: 'press', id: row.id },
          accountIds: row.by_account_id === null ? [] : [row.by_account_id],
        },
      ]);
      return {
        result: { press: await getPress(tx, ctx, row.id) },
        audit: {
          action: 'press.replied',
          subjectKind: 'press',
          subjectId: row.id,
          summary: '对催办说明情况',
        },
      };
    },
  );
}
