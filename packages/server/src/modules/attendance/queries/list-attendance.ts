import type { attendance, Received } from '@mingji/contract';
import { scopeOf } from '@mingji/engine';
import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { likeText } from '../../../db/like-text.ts';
import { scopeFilter } from '../../../db/scope-filter.ts';

type Query = Received<typeof attendance.listAttendance>['query'];

interface Row {
  readonly officer_id: string;
  readonly name: string;
  readonly police_no: string;
  readonly unit_id: string;
  readonly unit_name: string;
  readonly due: string;
  readonly present: string;
  readonly late: string;
  readonly early: string;
  readonly absent: string;
  readonly leave_days: Record<string, string>;
  readonly leave: string;
  readonly batch_id: string;
  readonly number: string;
}

const text = (column: RawBuilder<unknown>) => sql<string>`trim_scale(${column})::text`;
const leaveSum = sql`(select coalesce(sum(value::numeric), 0) from jsonb_each_text(a.leave_days))`;
const tables = sql`attendance_month a join officer o on o.id = a.officer_id join unit u on u.id = a.unit_id
  join import_batch b on b.id = a.import_batch_id`;

/** The months of the officers in reach: the own one, the unit's, those below (§17: leave is nobody else's affair). */
export async function listAttendance(ctx: Ctx, { query }: { readonly query: Query }) {
  const { db } = ctx.deps;
  const { page, pageSize } = query;
  const inScope = sql<boolean>`a.bureau_id = ${ctx.actor.bureauId} and ${scopeFilter(
    scopeOf(ctx.actor, 'result.read'),
    { unitPath: sql<string>`u.path`, officerId: sql<string>`a.officer_id` },
  )}`;
  const { rows: months } = await sql<{ month: string }>`
    select distinct to_char(a.month_from, 'YYYY-MM') as month from ${tables} where ${inScope}
    order by month desc limit 120`.execute(db);
  const month = query.month ?? months[0]?.month ?? null;
  const where = sql<boolean>`${inScope} and a.month_from = ${month === null ? null : `${month}-01`}::date
    and ${narrowed(query)}`;
  const { rows } = await sql<Row>`
    select o.id as officer_id, o.name, o.police_no, u.id as unit_id, u.name as unit_name,
           ${text(sql`a.due_days`)} as due, ${text(sql`a.present_days`)} as present, ${text(sql`a.late_times`)} as late,
           ${text(sql`a.early_times`)} as early, ${text(sql`a.absent_days`)} as absent, a.leave_days,
           ${text(leaveSum)} as leave, b.id as batch_id, coalesce(b.number, '') as number
    from ${tables} where ${where}
    order by u.path, o.police_no limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(db);
  const { rows: sums } = await sql<{ people: number; late: string; absent: string; leave: string }>`
    select count(*)::int as people, ${text(sql`coalesce(sum(a.late_times + a.early_times), 0)`)} as late,
           ${text(sql`coalesce(sum(a.absent_days), 0)`)} as absent, ${text(sql`coalesce(sum(${leaveSum}), 0)`)} as leave
    from ${tables} where ${where}`.execute(db);
  const summary = sums[0] ?? { people: 0, late: '0', absent: '0', leave: '0' };
  return {
    items: rows.map(presentRow),
    total: summary.people,
    page,
    pageSize,
    month,
    months: months.map((row) => row.month),
    summary,
  };
}

function narrowed({ unitId, only, text: wanted }: Query): RawBuilder<boolean> {
  const irregular = sql<boolean>`(a.late_times > 0 or a.early_times > 0 or a.absent_days > 0)`;
  const conditions = [
    unitId === undefined
      ? null
      : sql<boolean>`starts_with(u.path, (select path from unit where id = ${unitId}))`,
    only === 'irregular' ? irregular : null,
    only === 'leave' ? sql<boolean>`${leaveSum} > 0` : null,
    only === 'full' ? sql<boolean>`(a.present_days >= a.due_days and not ${irregular})` : null,
    wanted ? sql<boolean>`o.name || ' ' || o.police_no like ${likeText(wanted)}` : null,
  ].filter((each) => each !== null);
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

function presentRow(row: Row): attendance.AttendanceRow {
  return {
    officer: { id: row.officer_id, name: row.name, policeNo: row.police_no },
    unit: { id: row.unit_id, name: row.unit_name },
    due: row.due,
    present: row.present,
    late: row.late,
    early: row.early,
    absent: row.absent,
    leaves: Object.entries(row.leave_days).map(([kind, days]) => ({
      kind: kind as attendance.AttendanceRow['leaves'][number]['kind'],
      days,
    })),
    leaveDays: row.leave,
    batch: { id: row.batch_id, number: row.number },
  };
}
