import type { Received, targets } from '@mingji/contract';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import type { Tx } from '../../../db/database.ts';
import { Refusal } from '../../../refusal.ts';
import { getTarget } from '../queries/get-target.ts';
import { recordTargetEvents } from '../record-events.ts';
import { supersede } from '../supersede.ts';
import { lockTarget, type TargetRow } from '../target-row.ts';
import { withdrawTree } from '../withdraw-tree.ts';

/** §14: a changed quantity is a new version; what was handed down stands, and the difference shows. */
export async function changeTarget(ctx: Ctx, { params, body }: Received<typeof targets.changeTarget>) {
  const { targetId } = params;
  return runCommand(
    ctx,
    { name: 'target.change', requestId: body.requestId, content: { targetId, ...body } },
    async (tx) => {
      const row = await lockRoot(tx, ctx, targetId, body.expectedRevision);
      const id = await supersede(tx, ctx, row, { quantity: body.quantity, state: 'issued' });
      await recordTargetEvents(tx, ctx, [{ targetId: id, action: 'changed', reason: body.reason }]);
      return {
        result: { target: await getTarget(tx, ctx, id) },
        audit: {
          action: 'target.changed',
          subjectKind: 'target',
          subjectId: id,
          summary: `调整“${row.unit_name}”的目标数（指标 ${row.indicator_code}，${row.year} 年），原因：${body.reason}`,
        },
      };
    },
  );
}

export async function withdrawTarget(ctx: Ctx, { params, body }: Received<typeof targets.withdrawTarget>) {
  const { targetId } = params;
  return runCommand(
    ctx,
    { name: 'target.withdraw', requestId: body.requestId, content: { targetId, ...body } },
    async (tx) => {
      const row = await lockRoot(tx, ctx, targetId, body.expectedRevision);
      const withdrawn = await withdrawTree(tx, ctx, row, body.reason);
      return {
        result: { withdrawn },
        audit: {
          action: 'target.withdrawn',
          subjectKind: 'target',
          subjectId: row.id,
          summary: `撤回“${row.unit_name}”的目标及其分解共 ${withdrawn} 项（指标 ${row.indicator_code}），原因：${body.reason}`,
        },
      };
    },
  );
}

async function lockRoot(tx: Tx, ctx: Ctx, targetId: string, revision: number): Promise<TargetRow> {
  const row = await lockTarget(tx, ctx.actor.bureauId, targetId);
  if (!row || row.revision !== revision) {
    throw new Refusal('conflict', '该目标刚被他人调整或撤回，请刷新后查看最新数量。');
  }
  requireAccess(ctx, 'target.issue', { unitPath: row.unit_path });
  if (row.parent_id !== null) {
    throw new Refusal(
      'refused',
      '该目标由上级分解而来。如需调整，请在上级目标的“分解”中修改，以保持合计一致。',
    );
  }
  return row;
}
