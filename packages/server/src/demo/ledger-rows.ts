import type { Indicator } from '@mingji/engine';
import type { Deps } from '../context.ts';
import { entryHash } from '../modules/ledger/index.ts';
import type { BookedFact } from './booked-fact.ts';
import { bulkInsert, hexBytes } from './bulk-insert.ts';
import type { DemoAccount } from './demo-accounts.ts';
import type { SeededRandom } from './seeded-random.ts';

export interface LedgerPlace {
  /** Nothing is booked later than this. */
  readonly now: Date;
  readonly bureauId: string;
  readonly periodId: string;
  readonly versionId: string;
  /** The unit that owns the indicator, and who books its entries. */
  readonly ownerOf: (indicator: Indicator) => { readonly unitId: string; readonly reviewer: DemoAccount };
}

/** Facts as ledger rows with the hashes of their canonical bytes, booked by the reviewer of the owning department. */
export function ledgerRows(place: LedgerPlace, facts: readonly BookedFact[], random: SeededRandom) {
  const sorted = [...facts].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  return sorted.map((fact) => {
    const { unitId, reviewer } = place.ownerOf(fact.indicator);
    const row = {
      id: random.uuid(),
      bureau_id: place.bureauId,
      period_id: place.periodId,
      rule_set_version_id: place.versionId,
      subject_kind: fact.subjectKind,
      subject_id: fact.subjectId,
      subject_unit_id: fact.unitId,
      owner_unit_id: unitId as string | null,
      indicator_code: fact.indicator.code,
      kind: fact.kind,
      event_code: fact.event,
      quantity: fact.quantity,
      of_quantity: null,
      chosen_points: fact.chosen,
      booked_points: fact.booked,
      multipliers: [] as string[],
      role_code: null,
      vote_group: fact.group,
      due_on: fact.dueOn,
      done_on: fact.doneOn,
      matter_key: fact.matter,
      occurred_on: fact.day,
      clause: fact.indicator.clause,
      reason: fact.reason,
      evidence_file_ids: [] as string[],
      source_kind: fact.kind === 'score' ? 'import' : 'posting',
      source_id: null as string | null,
      reverses: null,
      by_account_id: reviewer.id,
      by_name: reviewer.displayName,
      at: earlier(
        place.now,
        `${fact.day}T${String(random.between(8, 17)).padStart(2, '0')}:${String(random.between(10, 59))}:00+08:00`,
      ),
      request_id: random.uuid(),
      canonical_version: 1,
    };
    return row;
  });
}

function earlier(now: Date, at: string): Date {
  return new Date(Math.min(now.getTime(), Date.parse(at)));
}
export type DemoLedgerRow = ReturnType<typeof ledgerRows>[number];

export async function insertLedger(deps: Deps, rows: readonly DemoLedgerRow[]): Promise<void> {
  await bulkInsert(
    deps.db,
    'ledger_entry',
    rows.map((row) => ({ ...row, entry_hash: hexBytes(entryHash(deps.crypto, row, [])) })),
  );
}
