import type { Ctx } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { Refusal } from '../../refusal.ts';
import { recordWorkEvent } from '../submissions/index.ts';
import { candidatesFor, firstAsked } from './candidates.ts';
import type { AppealRow } from './find-appeal.ts';
import { partiesOf, tellRecusal } from './notices.ts';

/** After somebody is recused: another is named, or those who are left are told that it is theirs now. */
export async function afterRecusal(
  tx: Tx,
  ctx: Ctx,
  row: AppealRow,
  recusedId: string,
  assigneeId: string | null,
): Promise<void> {
  if (row.assignee_account_id === recusedId) await setAssignee(tx, row.id, null);
  await tellRecusal(tx, ctx, row, {
    title: '答复人已回避',
    detail: '由其他人员答复，期限不变。',
    accountIds: [...(await partiesOf(tx, row)), recusedId],
  });
  if (assigneeId !== null) return assign(tx, ctx, row, assigneeId, null);
  await tellRecusal(tx, ctx, row, {
    title: '转由您答复',
    detail: '原答复人已回避，请在期限内答复。',
    accountIds: firstAsked(await candidatesFor(tx, row.id)),
  });
}

/** Names who answers: somebody who may, and has nothing against him. */
export async function assign(
  tx: Tx,
  ctx: Ctx,
  row: AppealRow,
  accountId: string,
  reason: string | null,
): Promise<void> {
  const chosen = (await candidatesFor(tx, row.id)).find((each) => each.id === accountId);
  if (!chosen) {
    const message = '该人员不能答复这件复议：没有答复的权限，或者应当回避。请在列出的人员中选择。';
    throw new Refusal('refused', message);
  }
  await setAssignee(tx, row.id, accountId);
  await recordWorkEvent(tx, ctx, {
    workKind: 'appeal',
    workId: row.id,
    action: 'assign',
    reason: reason === null ? `由${chosen.name}答复` : `由${chosen.name}答复：${reason}`,
    version: null,
  });
  await tellRecusal(tx, ctx, row, {
    title: '考核办指定您答复',
    detail: '请在期限内答复；应当回避的，请说明后回避。',
    accountIds: [accountId],
  });
}

async function setAssignee(tx: Tx, appealId: string, accountId: string | null): Promise<void> {
  await tx
    .updateTable('appeal')
    .set({ assignee_account_id: accountId })
    .where('id', '=', appealId)
    .where('state', '=', 'filed')
    .execute();
}
