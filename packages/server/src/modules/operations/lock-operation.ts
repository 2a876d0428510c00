import { requireAccess } from '../../command.ts';
import type { Ctx } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { Refusal } from '../../refusal.ts';
import { findPeriod } from '../periods/index.ts';
import { findOperation, type OperationRow } from './operation-rows.ts';

/**
 * The operation whose subjects are to change, held until the end against publication, sealing and work that is being
 * handed in: its period is locked before its state is read.
 */
export async function lockOperation(tx: Tx, ctx: Ctx, operationId: string): Promise<OperationRow> {
  const found = await findOperation(tx, ctx, operationId);
  requireAccess(ctx, 'period.manage', { unitPath: found.unit_path });
  await findPeriod(tx, ctx.actor.bureauId, found.period_id, true);
  const row = await findOperation(tx, ctx, operationId);
  if (row.state !== 'sealed' && row.state !== 'inNotice') return row;
  throw new Refusal(
    'refused',
    `专项行动“${row.name}”已公示或封存，考核对象不能再变。确需调整的，请先将周期退回审核。`,
  );
}
