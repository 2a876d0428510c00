import type { Ctx } from '../../context.ts';
import { type AuditInput, recordAudit } from './record-audit.ts';

/** A file that left the system is on the record: who took what, when and from where. */
export async function recordExport(ctx: Ctx, event: Omit<AuditInput, 'outcome'>): Promise<void> {
  await recordAudit(ctx.deps.db, ctx, event);
}
