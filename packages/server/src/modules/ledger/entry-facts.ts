import type { FactEntry } from '@mingji/engine';
import type { Selectable } from 'kysely';
import type { LedgerEntry } from '../../db/schema.generated.ts';

export type LedgerRow = Selectable<LedgerEntry>;

/** A ledger row as the engine reads it. Nothing booked is passed on: results come from facts alone (§15). */
export function factOf(row: LedgerRow): FactEntry {
  return {
    id: row.id,
    subject: row.subject_id,
    indicator: row.indicator_code,
    kind: row.kind as FactEntry['kind'],
    at: row.at.toISOString(),
    by: row.by_name,
    reason: row.reason,
    clause: row.clause,
    evidence: row.evidence_file_ids,
    multipliers: row.multipliers,
    ...given('event', row.event_code),
    ...given('quantity', row.quantity),
    ...given('of', row.of_quantity),
    ...given('points', row.chosen_points),
    ...given('matter', row.matter_key),
    ...given('role', row.role_code),
    ...given('group', row.vote_group),
    ...given('dueOn', row.due_on),
    ...given('doneOn', row.done_on),
    ...given('reverses', row.reverses),
  };
}

/** Absent stays absent: null or undefined makes no key. */
export function given<K extends string>(key: K, value: string | null | undefined): { [P in K]?: string } {
  return value === null || value === undefined ? {} : ({ [key]: value } as { [P in K]?: string });
}
