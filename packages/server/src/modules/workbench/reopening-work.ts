import { decideAccess, periodWorkflow, type ReopeningAction } from '@mingji/engine';
import type { Ctx } from '../../context.ts';
import { periodQuery } from '../periods/index.ts';
import type { Waiting } from './urgency.ts';

/** P14: reopenings that wait for the second pair of eyes; who asked for one does not confirm it. */
export async function reopeningsToConfirm(ctx: Ctx): Promise<Waiting[]> {
  const rows = await periodQuery(ctx.deps.db, ctx.actor.bureauId)
    .where('o.id', 'is not', null)
    .orderBy('o.requested_at')
    .limit(50)
    .execute();
  return rows
    .filter(
      (row) =>
        decideAccess(ctx.actor, 'period.confirmReopening', {
          unitPath: row.unit_path,
          authorAccountId: row.reopening_by,
        }).allowed,
    )
    .map((row) => ({
      key: `reopening-${row.reopening_id}`,
      title: `${row.label}：申请${periodWorkflow.actions[row.reopening_action as ReopeningAction]}`,
      detail: `${row.rule_set_name}，${row.reopening_by_name}：${row.reopening_reason}`,
      address: `/periods?period=${row.id}`,
    }));
}
