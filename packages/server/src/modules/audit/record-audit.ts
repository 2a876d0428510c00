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

/** Who did it, when and from where. A request's context is one; a failed sign-in or a program has no account. */
export interface AuditSource {
  readonly actor: {
    readonly bureauId: string;
    readonly accountId: string | null;
    readonly displayName: string;
  };
  readonly now: Date;
  readonly address: string | null;
  readonly httpRequestId: string | null;
}

/** The one function that writes audit events; inside a command it takes the command's transaction. */
export async function recordAudit(db: Reader, source: AuditSource, event: AuditInput): Promise<void> {
  await db
    .insertInto('audit_event')
    .values({
      bureau_id: source.actor.bureauId,
      at: source.now,
      account_id: source.actor.accountId,
      account_name: source.actor.displayName,
      action: event.action,
      subject_kind: event.subjectKind,
      subject_id: event.subjectId,
      outcome: event.outcome ?? 'done',
      summary: event.summary,
      detail: JSON.stringify(event.detail ?? {}),
      address: source.address,
      request_id: source.httpRequestId,
    })
    .execute();
}
