import { APPEAL_INSTANCES } from '@mingji/engine';
import type { Ctx } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { accountsOfOfficers, notify } from '../notifications/index.ts';
import { appealMatter } from './appeal-matter.ts';
import type { AppealRow } from './find-appeal.ts';

/** The one concerned, who filed it, and whose score it was about learn of the answer; what it says is on the page. */
export async function tellAnswered(tx: Tx, ctx: Ctx, row: AppealRow): Promise<void> {
  await tell(tx, ctx, row, {
    kind: 'appealAnswered',
    title: `${await appealMatter(tx, row.id)}的${APPEAL_INSTANCES[row.instance as 1 | 2]}已答复`,
    detail: '答复和理由请在复议页面查看。',
    accountIds: [...(await partiesOf(tx, row)), row.scored_by_account_id],
  });
}

/** What happened about a recusal, told to those it is for; what the appeal is about stands before what happened. */
export async function tellRecusal(
  tx: Tx,
  ctx: Ctx,
  row: AppealRow,
  told: { readonly title: string; readonly detail: string; readonly accountIds: readonly string[] },
): Promise<void> {
  const title = `${await appealMatter(tx, row.id)}的复议：${told.title}`;
  await tell(tx, ctx, row, { kind: 'recusal', ...told, title });
}

/** Who filed it and the officer it concerns. */
export async function partiesOf(tx: Tx, row: AppealRow): Promise<string[]> {
  const officers = row.subject_kind === 'officer' ? [row.subject_id] : [];
  return [row.author_account_id, ...(await accountsOfOfficers(tx, officers)).values()];
}

interface Told {
  readonly kind: 'appealAnswered' | 'recusal';
  readonly title: string;
  readonly detail: string;
  readonly accountIds: readonly string[];
}
async function tell(tx: Tx, ctx: Ctx, row: AppealRow, told: Told): Promise<void> {
  await notify(tx, { bureauId: ctx.actor.bureauId, now: ctx.now }, [
    {
      ...told,
      address: `/appeals/${row.id}`,
      about: { kind: 'appeal', id: row.id },
      accountIds: told.accountIds.filter((accountId) => accountId !== ctx.actor.accountId),
    },
  ]);
}
