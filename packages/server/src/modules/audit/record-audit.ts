import type { Ctx } from '../../context.ts';
import type { Reader } from '../../db/database.ts';

/** What happened, for the audit administrator. Never a score or another number of the appraisal (三员 see none). */
export interface AuditInput {
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string | null;
  readonly summary: string;
  readonly detail?: Record<string, unknown>;
  readonly outcome?: 'done' | 'refused';
}

/** The one function that writes audit events; inside a command it takes the command's transaction. */
export async function recordAudit(db: Reader, ctx: Ctx, event: AuditInput): Promise<void> {
  await db
    .insertInto('audit_event')
    .values({
      bureau_id: ctx.actor.bureauId,
      at: ctx.now,
      account_id: ctx.actor.accountId,
      account_name: ctx.actor.displayName,
      action: event.action,
      subject_kind: event.subjectKind,
      subject_id: event.subjectId,
      outcome: event.outcome ?? 'done',
      summary: event.summary,
      detail: JSON.stringify(event.detail ?? {}),
      address: ctx.address,
      request_id: ctx.httpRequestId,
    })
    .execute();
}
