import type { Reader } from '../../db/database.ts';
import { factOf, type LedgerRow } from '../ledger/index.ts';
import type { PeriodContext } from './period-context.ts';
import type { PlacedEntry } from './rolled-up.ts';

/**
 * Where each entry's quantity belongs, by the same rule as on the pages of the targets: an officer's work at the unit
 * that gave him the target, else where he served when it was booked (§14, X5).
 */
export async function placeEntries(
  reader: Reader,
  period: PeriodContext,
  ledger: readonly LedgerRow[],
): Promise<PlacedEntry[]> {
  const paths = await pathsOf(reader, period.bureauId);
  const givers = await targetGivers(reader, period);
  return ledger.map((row) => {
    const unitId = givers.get(keyOf(row.subject_id, row.indicator_code)) ?? row.subject_unit_id;
    return { entry: factOf(row), path: paths.get(unitId) ?? '' };
  });
}

async function pathsOf(reader: Reader, bureauId: string): Promise<Map<string, string>> {
  const rows = await reader
    .selectFrom('unit')
    .select(['id', 'path'])
    .where('bureau_id', '=', bureauId)
    .execute();
  return new Map(rows.map((row) => [row.id, row.path]));
}

const keyOf = (officerId: string, indicatorCode: string) => `${officerId} ${indicatorCode}`;

async function targetGivers(reader: Reader, period: PeriodContext): Promise<Map<string, string>> {
  const rows = await reader
    .selectFrom('target')
    .innerJoin('rule_set_version', 'rule_set_version.id', 'target.rule_set_version_id')
    .select(['target.officer_id', 'target.indicator_code', 'target.unit_id'])
    .where('target.bureau_id', '=', period.bureauId)
    .where('target.year', '=', Number(period.toOn.slice(0, 4)))
    .where('target.state', '=', 'issued')
    .where('target.officer_id', 'is not', null)
    .where('rule_set_version.rule_set_id', '=', period.ruleSetId)
    .orderBy('target.issued_at')
    .execute();
  return new Map(rows.map((row) => [keyOf(row.officer_id ?? '', row.indicator_code), row.unit_id]));
}
