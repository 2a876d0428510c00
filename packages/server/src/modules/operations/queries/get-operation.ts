import type { operations, Received } from '@mingji/contract';
import { decideAccess, scopeOf } from '@mingji/engine';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { alongTheLine } from '../../../db/along-the-line.ts';
import { likeText } from '../../../db/like-text.ts';
import { scopeFilter } from '../../../db/scope-filter.ts';
import { localDay } from '../../../local-day.ts';
import { notFound } from '../../../refusal.ts';
import { serviceOn } from '../../organization/index.ts';
import { type OperationRow, operationRows, presentOperation } from '../operation-rows.ts';

/** One operation with how far each unit in the reader's reach has come. */
export async function getOperation(
  ctx: Ctx,
  operationId: string,
): Promise<{ operation: operations.OperationDetail }> {
  const row = await readableOperation(ctx, operationId);
  const canManage = decideAccess(ctx.actor, 'period.manage', { unitPath: row.unit_path }).allowed;
  const progress = await progressOf(ctx, row);
  const canReport = await takesPart(ctx, row);
  return { operation: { ...presentOperation(ctx, row), progress, canManage, canReport } };
}

/** A subject oneself, or whoever reports for a unit or officer that is one. */
async function takesPart(ctx: Ctx, { id }: OperationRow): Promise<boolean> {
  const today = localDay(ctx.now, ctx.actor.timeZone);
  const inScope = scopeFilter(scopeOf(ctx.actor, 'submission.create'), {
    unitPath: sql<string>`u.path`,
    officerId: sql<string | null>`case when s.subject_kind = 'officer' then s.subject_id end`,
  });
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from operation_subject s
      left join ${serviceOn(ctx.actor.bureauId, today)} service on service.officer_id = s.subject_id
      join unit u on u.id = coalesce(service.unit_id, s.subject_id)
      where s.operation_id = ${id} and ${inScope}) as found`.execute(ctx.deps.db);
  return rows[0]?.found ?? false;
}

async function readableOperation(ctx: Ctx, operationId: string): Promise<OperationRow> {
  const where = sql<boolean>`o.id = ${operationId} and ${alongTheLine(ctx, sql<string>`u.path`)}`;
  const [row] = await operationRows(ctx.deps.db, ctx, { where, limit: 1, offset: 0 });
  if (!row) throw notFound('专项行动');
  return row;
}

interface UnitProgress {
  readonly id: string;
  readonly name: string;
  readonly subjects: number;
  readonly reported: number;
  readonly submitted: number;
  readonly waiting: number;
  readonly returned: number;
  readonly accepted: number;
  readonly last_at: Date | null;
}

/** By the unit of the subject: a unit's own work and that of its officers who take part. */
async function progressOf(ctx: Ctx, { id, period_id }: OperationRow) {
  const { bureauId } = ctx.actor;
  const today = localDay(ctx.now, ctx.actor.timeZone);
  const inScope = scopeFilter(scopeOf(ctx.actor, 'submission.read'), {
    unitPath: sql<string>`u.path`,
    officerId: sql<string | null>`x.officer_id`,
  });
  const { rows } = await sql<UnitProgress>`
    select u.id, u.name, count(*)::int as subjects, count(*) filter (where w.submitted > 0)::int as reported,
           coalesce(sum(w.submitted), 0)::int as submitted, coalesce(sum(w.waiting), 0)::int as waiting,
           coalesce(sum(w.returned), 0)::int as returned, coalesce(sum(w.accepted), 0)::int as accepted,
           max(w.last_at) as last_at
    from (
      select s.subject_id, s.subject_id as unit_id, null::uuid as officer_id from operation_subject s
      where s.operation_id = ${id} and s.subject_kind = 'unit'
      union all
      select s.subject_id, service.unit_id, s.subject_id from operation_subject s
      join ${serviceOn(ctx.actor.bureauId, today)} service on service.officer_id = s.subject_id
      where s.operation_id = ${id} and s.subject_kind = 'officer') x
    join unit u on u.id = x.unit_id
    left join (
      select subject_id, count(*) filter (where state <> 'withdrawn') as submitted,
             count(*) filter (where state = 'submitted') as waiting,
             count(*) filter (where state = 'returned') as returned,
             count(*) filter (where state = 'accepted') as accepted, max(updated_at) as last_at
      from submission where bureau_id = ${bureauId} and period_id = ${period_id}
      group by subject_id) w on w.subject_id = x.subject_id
    where ${inScope}
    group by u.id, u.name, u.path order by u.path limit 1000`.execute(ctx.deps.db);
  return rows.map(({ id: unitId, name, last_at, ...counts }) => ({
    unit: { id: unitId, name },
    ...counts,
    lastAt: last_at?.toISOString() ?? null,
  }));
}

/** Who takes part: by name for those who may read the operation, as an order is public to whom it concerns. */
export async function listOperationSubjects(
  ctx: Ctx,
  { params, query }: Received<typeof operations.listOperationSubjects>,
) {
  const { page, pageSize, text = '' } = query;
  const row = await readableOperation(ctx, params.operationId);
  const today = localDay(ctx.now, ctx.actor.timeZone);
  const { rows } = await sql<{
    kind: 'unit' | 'officer';
    id: string;
    name: string;
    code: string;
    unitName: string;
    total: number;
  }>`
    select x.*, count(*) over ()::int as total from (
      select 'unit' as kind, u.id, u.name, u.code, u.name as "unitName", u.path from operation_subject s
      join unit u on u.id = s.subject_id where s.operation_id = ${row.id} and s.subject_kind = 'unit'
      union all
      select 'officer', o.id, o.name, o.police_no, u.name, u.path from operation_subject s
      join officer o on o.id = s.subject_id
      join ${serviceOn(ctx.actor.bureauId, today)} service on service.officer_id = o.id
      join unit u on u.id = service.unit_id
      where s.operation_id = ${row.id} and s.subject_kind = 'officer') x
    where (${text} = '' or x.name || ' ' || x.code || ' ' || x."unitName" like ${likeText(text)})
    order by x.kind desc, x.path, x.code limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(
    ctx.deps.db,
  );
  return {
    items: rows.map(({ kind, id, name, code, unitName }) => ({ kind, id, name, code, unitName })),
    total: rows[0]?.total ?? 0,
    page,
    pageSize,
  };
}
