import type { appeals } from '@mingji/contract';
import type { Ctx } from '../../../context.ts';
import type { Reader } from '../../../db/database.ts';

/** What was asked and decided about who answers, in the order of asking. */
export async function recusalsOf(
  reader: Reader,
  ctx: Ctx,
  appealId: string,
  manages: boolean,
): Promise<appeals.RecusalView[]> {
  const rows = await reader
    .selectFrom('appeal_recusal as r')
    .innerJoin('account as about', 'about.id', 'r.about_account_id')
    .innerJoin('account as asker', 'asker.id', 'r.by_account_id')
    .leftJoin('account as decider', 'decider.id', 'r.decided_by')
    .selectAll('r')
    .select(['about.display_name as about_name', 'asker.display_name as by_name'])
    .select('decider.display_name as decided_by_name')
    .where('r.appeal_id', '=', appealId)
    .orderBy('r.asked_at')
    .limit(50)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    about: { id: row.about_account_id, name: row.about_name },
    byName: row.by_name,
    ofOneself: row.about_account_id === row.by_account_id,
    reason: row.reason,
    state: row.state as appeals.RecusalView['state'],
    askedAt: row.asked_at.toISOString(),
    decidedByName: row.decided_by_name,
    decisionReason: row.decision_reason,
    mayDecide:
      manages &&
      row.state === 'asked' &&
      row.about_account_id !== ctx.actor.accountId &&
      row.by_account_id !== ctx.actor.accountId,
  }));
}
