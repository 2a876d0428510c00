import type { RuleSet } from '@mingji/engine';
import { type RawBuilder, sql } from 'kysely';
import type { Reader } from '../../db/database.ts';
import type { Appraised, ZeroListPeriod } from './zero-list-content.ts';

/**
 * What counts as a piece of accepted work (P16), of the entry `e`. To have been there is no work done: what the method
 * makes of attendance keeps nobody off the zero list.
 */
export function isAcceptedWork({ attendance = [] }: Pick<RuleSet, 'attendance'>): RawBuilder<boolean> {
  const presence = [...new Set(attendance.map(({ indicator }) => indicator))];
  return sql<boolean>`e.kind in ('event', 'measure')
    and (e.source_kind = 'submission' or e.booked_points > 0 or (e.kind = 'measure' and e.quantity > 0))
    and e.indicator_code <> all(${presence}::text[])
    and not exists (select from ledger_entry r where r.reverses = e.id)`;
}

/**
 * Pieces of accepted work by subject: what was reported and accepted, and what a department recorded itself as work
 * done; not what was reversed, no deductions. A unit has its own and that of its people.
 */
export async function acceptedWork(
  reader: Reader,
  period: Pick<ZeroListPeriod, 'id' | 'bureauId' | 'ruleSet'>,
  subjects: readonly Appraised[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ subject_id: string; path: string; n: number }>`
    select e.subject_id, u.path, count(*) as n
    from ledger_entry e join unit u on u.id = e.subject_unit_id
    where e.bureau_id = ${period.bureauId} and e.period_id = ${period.id} and ${isAcceptedWork(period.ruleSet)}
    group by 1, 2`.execute(reader);
  const own = new Map<string, number>();
  const byPath = new Map<string, number>();
  for (const { subject_id, path, n } of rows) {
    own.set(subject_id, (own.get(subject_id) ?? 0) + n);
    byPath.set(path, (byPath.get(path) ?? 0) + n);
  }
  const paths = [...byPath];
  return new Map(
    subjects.map(({ id, kind, unitPath }) => [
      id,
      kind === 'officer'
        ? (own.get(id) ?? 0)
        : paths.reduce((sum, [path, n]) => (path.startsWith(unitPath) ? sum + n : sum), 0),
    ]),
  );
}
