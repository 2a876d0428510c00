import { decideAccess, type Grant, type Role } from '@mingji/engine';
import { sql } from 'kysely';
import type { Ctx } from '../../context.ts';
import type { Reader } from '../../db/database.ts';
import { localDay } from '../../local-day.ts';
import { absencesOn, recusedFrom } from '../review-duties/index.ts';

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
  /** Whom it is with now and shall leave; nobody for one just drawn. */
  readonly leaves: string | null;
}
interface Checker {
  readonly accountId: string;
  readonly name: string;
  readonly unitName: string;
  /** Away today: given nothing by the system, but may be named. */
  readonly away: boolean;
  readonly officerId: string | null;
  readonly grants: readonly Grant[];
}

/**
 * Gives each case to one who may book on it: never its reviewer, its author or whom it concerns or was booked to;
 * those with the fewest cases first, in a fixed order, so that the same draw is given out the same way; what waits
 * for each already counts where it is told. Null where nobody is left.
 */
export function chooseCheckers(
  drawn: readonly Drawn[],
  pool: readonly Checker[],
  waiting: ReadonlyMap<string, number> = new Map(),
): (string | null)[] {
  const given = new Map(waiting);
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
  if (checker.accountId === work.leaves) return false;
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

/** Everybody active who decides re-checks somewhere and is there today, or only those the office named. */
export async function loadCheckers(
  reader: Reader,
  { actor, now }: Ctx,
  only: readonly string[],
): Promise<Checker[]> {
  const { bureauId, timeZone } = actor;
  const absent = await absencesOn(reader, bureauId, localDay(now, timeZone));
  const { rows } = await sql<{
    id: string;
    name: string;
    unit_name: string;
    officer_id: string | null;
    grants: { role: Role; unitPath: string }[];
  }>`
    select a.id, a.display_name as name, min(u.name) as unit_name, a.officer_id, json_agg(json_build_object('role', r.role, 'unitPath', u.path) order by u.path) as grants
    from account a join account_role r on r.account_id = a.id join unit u on u.id = r.unit_id
    where a.bureau_id = ${bureauId} and a.state = 'active' and r.role in ('reviewer', 'office')
      and (${only.length} = 0 or a.id = any(${[...only]}::uuid[]))
    group by a.id order by bool_or(r.role = 'office'), a.id limit 2000`.execute(reader);
  return rows.map((row) => ({
    accountId: row.id,
    name: row.name,
    unitName: row.unit_name,
    away: absent.has(row.id),
    officerId: row.officer_id,
    grants: row.grants,
  }));
}

/** Submissions by id, in that order; drawn before, with the checker each shall leave. */
export async function loadDrawn(reader: Reader, ids: readonly string[]): Promise<Drawn[]> {
  const { rows } = await sql<Drawn>`
    select s.id, s.decided_by as reviewer_account_id,
           case when s.subject_kind = 'officer' then s.subject_id end as subject_officer_id,
           su.path as subject_path, ou.path as owner_path,
           array(select v.by_account_id from submission_version v where v.submission_id = s.id
                 union ${recusedFrom(sql`s.id`)}) as authors,
           array(select distinct e.subject_id from ledger_entry e
                 where e.source_id = s.id and e.subject_kind = 'officer') as booked_to,
           (select c.assignee_account_id from recheck_case c
             where c.submission_id = s.id and c.state = 'assigned' limit 1) as leaves
    from submission s join unit su on su.id = s.subject_unit_id join unit ou on ou.id = s.owner_unit_id
    where s.id = any(${[...ids]}::uuid[])`.execute(reader);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** How many re-checks wait for each, by account. */
export async function waitingRechecks(reader: Reader, bureauId: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; waiting: number }>`
    select assignee_account_id as id, count(*)::int as waiting from recheck_case
    where bureau_id = ${bureauId} and state = 'assigned' group by 1`.execute(reader);
  return new Map(rows.map((row) => [row.id, row.waiting]));
}
