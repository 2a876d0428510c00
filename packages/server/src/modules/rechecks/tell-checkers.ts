import type { Ctx } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { notify } from '../notifications/index.ts';

/** One notice a checker, with how many cases he has been given. */
export async function tellCheckers(
  tx: Tx,
  ctx: Ctx,
  drawId: string,
  title: string,
  cases: readonly { readonly assignee_account_id: string }[],
): Promise<void> {
  const counts = new Map<string, number>();
  for (const { assignee_account_id: id } of cases) counts.set(id, (counts.get(id) ?? 0) + 1);
  await notify(
    tx,
    { bureauId: ctx.actor.bureauId, now: ctx.now },
    [...counts].map(([accountId, count]) => ({
      kind: 'recheck' as const,
      title: `请您复核 ${count} 件`,
      detail: `抽查“${title}”分派给您，请核对证据后作出结论。`,
      address: '/rechecks?view=mine',
      about: { kind: 'recheckDraw', id: drawId },
      accountIds: [accountId],
    })),
  );
}
