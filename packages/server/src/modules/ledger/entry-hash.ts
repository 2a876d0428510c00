import { entryText } from '@mingji/engine';
import type { CryptoProvider } from '../../crypto/provider.ts';
import type { LedgerRow } from './entry-facts.ts';

/** What of a row is hashed: everything but the hash itself and the position. */
export type HashedRow = Omit<LedgerRow, 'seq' | 'entry_hash'>;

/** The SM3 of an entry's canonical bytes (§15). `evidence` is the SM3 of each attachment, in hex. */
export function entryHash(crypto: CryptoProvider, row: HashedRow, evidence: readonly string[]): Buffer {
  return crypto.sm3(
    Buffer.from(
      entryText({
        id: row.id,
        bureau: row.bureau_id,
        subjectKind: row.subject_kind,
        subject: row.subject_id,
        indicator: row.indicator_code,
        period: row.period_id,
        kind: row.kind,
        event: row.event_code,
        matter: row.matter_key,
        points: row.chosen_points,
        booked: row.booked_points,
        quantity: row.quantity,
        of: row.of_quantity,
        multipliers: row.multipliers,
        role: row.role_code,
        group: row.vote_group,
        dueOn: row.due_on,
        doneOn: row.done_on,
        occurredOn: row.occurred_on,
        source: row.source_kind,
        sourceId: row.source_id,
        evidence,
        by: row.by_account_id,
        at: row.at.toISOString(),
        reason: row.reason,
        clause: row.clause,
        ruleSetVersion: row.rule_set_version_id,
        reverses: row.reverses,
        requestId: row.request_id,
      }),
    ),
  );
}
