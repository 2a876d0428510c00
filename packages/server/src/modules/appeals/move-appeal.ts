import { type AppealAction, type AppealState, appealWorkflow, transition } from '@mingji/engine';
import type { Ctx } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { Refusal } from '../../refusal.ts';
import { recordWorkEvent } from '../submissions/index.ts';
import type { AppealRow } from './find-appeal.ts';

export interface Answer {
  readonly text: string;
  readonly fileIds: readonly string[];
  readonly resultingEntryId: string | null;
}

/** Moves an appeal along its workflow; of two answers at the same time the second is told of the first. */
export async function moveAppeal(
  tx: Tx,
  ctx: Ctx,
  row: AppealRow,
  action: AppealAction,
  answer: Answer | null,
): Promise<void> {
  const step = transition(appealWorkflow, row.state as AppealState, action, { reason: answer?.text ?? null });
  if (!step.ok) throw new Refusal('conflict', await conflictText(tx, row.id, step.reason));
  const changed = await tx
    .updateTable('appeal')
    .set({
      state: step.next,
      ...(answer
        ? {
            answer: answer.text,
            answer_file_ids: [...answer.fileIds],
            resulting_entry_id: answer.resultingEntryId,
            decided_by: ctx.actor.accountId,
            decided_at: ctx.now,
          }
        : {}),
    })
    .where('id', '=', row.id)
    .where('state', '=', row.state)
    .returning('id')
    .executeTakeFirst();
  if (!changed) throw new Refusal('conflict', await conflictText(tx, row.id, '该复议的状态刚刚改变。'));
  await recordWorkEvent(tx, ctx, {
    workKind: 'appeal',
    workId: row.id,
    action,
    reason: answer?.text ?? null,
    version: null,
  });
}

/** The second of two who act on it at once waits here and then finds what the first did. */
export async function lockAppeal(tx: Tx, appealId: string): Promise<void> {
  await tx.selectFrom('appeal').select('id').where('id', '=', appealId).forUpdate().execute();
}

/** An appeal is answered once. */
export async function requireOpenAppeal(tx: Tx, row: AppealRow): Promise<void> {
  if (row.state === 'filed') return;
  const state = appealWorkflow.states[row.state as AppealState];
  throw new Refusal(
    'conflict',
    await conflictText(tx, row.id, `该复议现为“${state}”，不能再答复。请刷新后查看。`),
  );
}

async function conflictText(tx: Tx, appealId: string, otherwise: string): Promise<string> {
  const now = await tx
    .selectFrom('appeal')
    .leftJoin('account', 'account.id', 'appeal.decided_by')
    .select(['appeal.state', 'account.display_name'])
    .where('appeal.id', '=', appealId)
    .executeTakeFirstOrThrow();
  if (!now.display_name) return otherwise;
  const state = appealWorkflow.states[now.state as AppealState];
  return `该复议已由${now.display_name}答复，结果为“${state}”，本次操作没有生效。请刷新后查看。`;
}
