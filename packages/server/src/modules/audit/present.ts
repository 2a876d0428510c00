import type { identity } from '@mingji/contract';
import type { Selectable } from 'kysely';
import type { z } from 'zod';
import type { AuditEvent } from '../../db/schema.generated.ts';
import { actionLabel } from './action-labels.ts';

export function presentAuditEvent(row: Selectable<AuditEvent>): z.input<typeof identity.auditEventView> {
  return {
    seq: row.seq,
    at: row.at.toISOString(),
    accountName: row.account_name,
    action: row.action,
    actionLabel: actionLabel(row.action),
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    outcome: row.outcome === 'refused' ? 'refused' : 'done',
    summary: row.summary,
    address: row.address,
  };
}
