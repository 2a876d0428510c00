import type { submissions } from '@mingji/contract';
import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import type { Reader } from '../../../db/database.ts';
import { loadWorkPeriods, type WorkPeriod } from '../../ledger/index.ts';
import { presentSubmission } from '../present.ts';

/** One row of a list: the newest version, the names, the last reason for returning, what was booked. */
export interface ListedSubmission {
  readonly id: string;
  readonly state: string;
  readonly period_id: string;
  readonly indicator_code: string;
  readonly subject_kind: 'unit' | 'officer';
  readonly subject_id: string;
  readonly subject_name: string;
  readonly subject_code: string;
  readonly subject_unit_id: string;
  readonly subject_unit_name: string;
  readonly owner_unit_id: string;
  readonly owner_unit_name: string;
  readonly author_name: string;
  readonly late: boolean;
  readonly latest_version: number;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly decided_at: Date | null;
  readonly decided_by_name: string | null;
  readonly title: string;
  readonly event_code: string | null;
  readonly quantity: string | null;
  readonly of_quantity: string | null;
  readonly occurred_on: string;
  readonly matter_key: string | null;
  readonly file_count: number;
  readonly return_reason: string | null;
  readonly booked_points: string | null;
  readonly taken_by: string | null;
  readonly taken_at: Date | null;
  readonly taken_until: Date | null;
  readonly taken_by_name: string | null;
  readonly assignee_account_id: string | null;
  readonly assignee_name: string | null;
  readonly stands_in_for_name: string | null;
  readonly review_due_at: Date | null;
}

/** The tables of a list and the names conditions use: s, v, su, ou. */
export const submissionTables = sql`submission s
  join submission_version v on v.submission_id = s.id and v.version = s.latest_version
  join unit su on su.id = s.subject_unit_id
  join unit ou on ou.id = s.owner_unit_id`;

/** The entries a submission led to (`l`), by review, by correction or through an appeal. */
export const bookedFor = sql<boolean>`l.bureau_id = s.bureau_id and l.subject_id = s.subject_id
  and (l.source_id = s.id or l.source_id in (
    select a.id from appeal a left join ledger_entry contested on contested.id = a.ledger_entry_id
    where a.bureau_id = s.bureau_id and a.subject_id = s.subject_id
      and (a.submission_id = s.id or contested.source_id = s.id)))`;

/** Looked up by itself: every account more in the joins doubles the time the database takes to plan them. */
function nameOf(column: string): RawBuilder<string> {
  return sql`(select a.display_name from account a where a.id = ${sql.ref(column)})`;
}

export interface Page {
  readonly where: RawBuilder<boolean>;
  readonly orderBy: RawBuilder<unknown>;
  readonly limit: number;
  readonly offset: number;
}

export async function submissionViews(
  reader: Reader,
  ctx: Ctx,
  page: Page,
  known: readonly WorkPeriod[] = [],
): Promise<submissions.SubmissionView[]> {
  const { rows } = await sql<ListedSubmission>`
    select s.id, s.state, s.period_id, s.indicator_code, s.subject_kind, s.subject_id, s.subject_unit_id,
           coalesce(o.name, su.name) as subject_name, coalesce(o.police_no, su.code) as subject_code,
           su.name as subject_unit_name, s.owner_unit_id, ou.name as owner_unit_name,
           ${nameOf('s.author_account_id')} as author_name, s.late, s.latest_version, s.created_at, s.updated_at, s.decided_at,
           ${nameOf('s.decided_by')} as decided_by_name, v.title, v.event_code, v.quantity, v.of_quantity, v.occurred_on,
           v.matter_key, cardinality(v.file_ids) as file_count,
           case when s.state = 'returned' then (
             select e.reason from work_event e where e.work_kind = 'submission' and e.work_id = s.id
               and e.action = 'return' order by e.seq desc limit 1) end as return_reason,
           case when s.state = 'accepted' then (
             select sum(l.booked_points) from ledger_entry l
             where ${bookedFor} and l.kind <> 'reversal'
               and not exists (select from ledger_entry r where r.reverses = l.id))::text end as booked_points,
           s.taken_by, s.taken_at, s.taken_until, ${nameOf('s.taken_by')} as taken_by_name, s.assignee_account_id,
           ${nameOf('s.assignee_account_id')} as assignee_name,
           ${nameOf('s.assigned_for_account_id')} as stands_in_for_name, s.review_due_at
    from ${submissionTables}
    left join officer o on s.subject_kind = 'officer' and o.id = s.subject_id
    where s.bureau_id = ${ctx.actor.bureauId} and ${page.where}
    order by ${page.orderBy} limit ${page.limit} offset ${page.offset}`.execute(reader);
  const unknown = rows.map((row) => row.period_id).filter((id) => !known.some((period) => period.id === id));
  const periods = [...known, ...(await loadWorkPeriods(reader, ctx.actor.bureauId, unknown))];
  const byId = new Map(periods.map((period) => [period.id, period]));
  return rows.map((row) => {
    const period = byId.get(row.period_id);
    if (!period) throw new Error(`submission ${row.id} has lost its period`);
    return presentSubmission(ctx, row, period);
  });
}

export async function submissionViewOf(
  reader: Reader,
  ctx: Ctx,
  submissionId: string,
  period?: WorkPeriod,
): Promise<submissions.SubmissionView> {
  const page = { where: sql<boolean>`s.id = ${submissionId}`, orderBy: sql`s.id`, limit: 1, offset: 0 };
  const [view] = await submissionViews(reader, ctx, page, period ? [period] : []);
  if (!view) throw new Error(`submission ${submissionId} is not there`);
  return view;
}
