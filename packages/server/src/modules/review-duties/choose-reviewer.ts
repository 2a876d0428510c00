import type { Reader } from '../../db/database.ts';
import { isOwnWork, type OwnWork, type Reviewer, reviewersOf } from './reviewers.ts';

export interface WaitingWork extends OwnWork {
  readonly bureauId: string;
  readonly ownerUnit: { readonly id: string; readonly path: string };
  readonly indicatorCode: string;
  /** The bureau's day: absences are asked of it. */
  readonly today: string;
}
export interface ChosenReviewer {
  readonly accountId: string;
  readonly name: string;
  /** The absent one he stands in for. */
  readonly forAccountId: string | null;
  readonly forName: string | null;
}

/** A deputy may be absent himself; further than this the next in the order is asked. */
const LONGEST_CHAIN = 3;

/**
 * Whom work waits for: the first in the unit's order who may decide it, or his deputy while he is away; without an
 * order nobody in particular. Those in `after` have had their turn.
 */
export async function chooseReviewer(
  reader: Reader,
  work: WaitingWork,
  after: readonly string[] = [],
): Promise<ChosenReviewer | null> {
  const order = await dutyOrderOf(reader, work);
  if (order.length === 0) return null;
  const reviewers = await reviewersOf(reader, work.bureauId, work.ownerUnit.path);
  const fit = new Map(
    reviewers
      .filter((each) => !isOwnWork(each, work) && !after.includes(each.id))
      .map((each) => [each.id, each]),
  );
  const absences = await absencesOn(reader, work.bureauId, work.today);
  for (const accountId of order) {
    const asked = reviewers.find(({ id }) => id === accountId);
    if (after.includes(accountId) || !asked) continue;
    const chosen = present(accountId, absences, fit);
    if (!chosen) continue;
    const absent = chosen.id === accountId ? null : asked;
    return {
      accountId: chosen.id,
      name: chosen.name,
      forAccountId: absent?.id ?? null,
      forName: absent?.name ?? null,
    };
  }
  return null;
}

/** He himself when there, else whoever stands in for him. */
function present(
  accountId: string,
  absences: ReadonlyMap<string, string>,
  fit: ReadonlyMap<string, Reviewer>,
): Reviewer | null {
  let current = accountId;
  for (let step = 0; step <= LONGEST_CHAIN; step += 1) {
    const deputy = absences.get(current);
    if (deputy === undefined) return fit.get(current) ?? null;
    current = deputy;
  }
  return null;
}

/** The order for the indicator, else the unit's order for all. */
async function dutyOrderOf(reader: Reader, work: WaitingWork): Promise<string[]> {
  const rows = await reader
    .selectFrom('review_assignment')
    .select(['account_id', 'indicator_code'])
    .where('unit_id', '=', work.ownerUnit.id)
    .where((where) =>
      where.or([where('indicator_code', '=', work.indicatorCode), where('indicator_code', 'is', null)]),
    )
    .orderBy('rank')
    .execute();
  const own = rows.filter((row) => row.indicator_code !== null);
  return (own.length > 0 ? own : rows).map((row) => row.account_id);
}

/** By account: the deputy of an absence that holds on the day. */
export async function absencesOn(
  reader: Reader,
  bureauId: string,
  today: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await reader
    .selectFrom('review_handover')
    .select(['account_id', 'deputy_account_id'])
    .where('bureau_id', '=', bureauId)
    .where('state', 'in', ['planned', 'running'])
    .where('from_on', '<=', today)
    .where('to_on', '>=', today)
    .orderBy('made_at')
    .execute();
  return new Map(rows.map((row) => [row.account_id, row.deputy_account_id]));
}
