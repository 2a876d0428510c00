import { decideAccess, type Grant, type Role } from '@mingji/engine';
import { sql } from 'kysely';
import type { Reader } from '../../db/database.ts';

/** A drawn submission and everybody whom it is not given to. */
export interface Drawn {
  readonly id: string;
  readonly reviewer_account_id: string;
  readonly subject_officer_id: string | null;
  readonly subject_path: string;
  readonly owner_path: string;
  readonly authors: readonly string[];
  /** The officers to whom it was booked, in whatever part (P2). */
  readonly booked_to: readonly string[];
}
interface Checker {
  readonly accountId: string;
  readonly officerId: string | null;
  readonly grants: readonly Grant[];
}

/**
 * Gives each case to one who may book on it: never its reviewer, its author or whom it
 * concerns or was booked to; those with the fewest
 * cases first, in a fixed order, so that the same draw is given out the same way. Null where nobody is left.
 */
export function chooseCheckers(drawn: readonly Drawn[], pool: readonly Checker[]): (string | null)[] {
  const given = new Map<string, number>();
  return drawn.map((work) => {
    const fit = pool
      .filter((checker) => mayCheck(checker, work))
      .sort((a, b) => (given.get(a.accountId) ?? 0) - (given.get(b.accountId) ?? 0));
    const [chosen] = fit;
    if (!chosen) return null;
    given.set(chosen.accountId, (given.get(chosen.accountId) ?? 0) + 1);
    return chosen.accountId;
  });
}

export function mayCheck(checker: Checker, work: Drawn): boolean {
  if (checker.accountId === work.reviewer_account_id || work.authors.includes(checker.accountId))
    return false;
  if (checker.officerId !== null && work.booked_to.includes(checker.officerId)) return false;
  const target = {
    unitPath: work.subject_path,
    ownerUnitPath: work.owner_path,
    officerId: work.subject_officer_id,
  };
  return (
    decideAccess(checker, 'entry.post', target).allowed &&
    decideAccess(checker, 'recheck.decide', target).allowed
  );
}

/** Everybody active who decides re-checks somewhere, or only those the office named. */
export async function loadCheckers(
  reader: Reader,
  bureauId: string,
  only: readonly string[],
): Promise<Checker[]> {
  const { rows } = await sql<{
    id: string;
    officer_id: string | null;
    grants: { role: Role; unitPath: string }[];
  }>`
    select a.id, a.officer_id, json_agg(json_build_object('role', r.role, 'unitPath', u.path) order by u.path) as grants
    from account a join account_role r on r.account_id = a.id join unit u on u.id = r.unit_id
    where a.bureau_id = ${bureauId} and a.state = 'active' and r.role in ('reviewer', 'office')
      and (${only.length} = 0 or a.id = any(${[...only]}::uuid[]))
    group by a.id order by bool_or(r.role = 'office'), a.id limit 2000`.execute(reader);
  return rows.map((row) => ({ accountId: row.id, officerId: row.officer_id, grants: row.grants }));
}

export async function loadDrawn(reader: Reader, ids: readonly string[]): Promise<Drawn[]> {
  const { rows } = await sql<Drawn>`
    select s.id, s.decided_by as reviewer_account_id,
           case when s.subject_kind = 'officer' then s.subject_id end as subject_officer_id,
           su.path as subject_path, ou.path as owner_path,
           array(select distinct v.by_account_id from submission_version v where v.submission_id = s.id) as authors,
           array(select distinct e.subject_id from ledger_entry e
                 where e.source_id = s.id and e.subject_kind = 'officer') as booked_to
    from submission s join unit su on su.id = s.subject_unit_id join unit ou on ou.id = s.owner_unit_id
    where s.id = any(${[...ids]}::uuid[])`.execute(reader);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
