import type { operations } from '@mingji/contract';
import { effectivePeriodState, type PeriodState, scopeOf } from '@mingji/engine';
import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../context.ts';
import type { Reader } from '../../db/database.ts';
import { scopeFilter } from '../../db/scope-filter.ts';
import { notFound } from '../../refusal.ts';

export interface OperationRow {
  readonly id: string;
  readonly period_id: string;
  readonly name: string;
  readonly purpose: string;
  readonly unit_id: string;
  readonly unit_name: string;
  readonly unit_path: string;
  readonly version_id: string;
  readonly rule_set_name: string;
  readonly from_on: string;
  readonly to_on: string;
  readonly submit_by: Date;
  readonly review_by: Date;
  readonly state: string;
  readonly units: number;
  readonly officers: number;
  readonly submitted: number;
  readonly waiting: number;
  readonly accepted: number;
}
interface Page {
  readonly where: RawBuilder<boolean>;
  readonly limit: number;
  readonly offset: number;
}

/** Operations with what is in them, as far as the reader's own scope of work reaches; running ones first. */
export async function operationRows(reader: Reader, ctx: Ctx, page: Page): Promise<OperationRow[]> {
  const inScope = scopeFilter(scopeOf(ctx.actor, 'submission.read'), {
    unitPath: sql<string>`su.path`,
    ownerUnitPath: sql<string>`ou.path`,
    officerId: sql<string | null>`case when s.subject_kind = 'officer' then s.subject_id end`,
  });
  const { rows } = await sql<OperationRow>`
    select o.id, o.period_id, o.name, o.purpose, u.id as unit_id, u.name as unit_name, u.path as unit_path,
           v.id as version_id, r.name as rule_set_name, p.from_on, p.to_on, p.submit_by, p.review_by, p.state,
           who.units, who.officers, work.submitted, work.waiting, work.accepted
    from operation o join period p on p.id = o.period_id join unit u on u.id = o.unit_id
    join rule_set_version v on v.id = p.rule_set_version_id join rule_set r on r.id = v.rule_set_id
    cross join lateral (
      select count(*) filter (where subject_kind = 'unit')::int as units,
             count(*) filter (where subject_kind = 'officer')::int as officers
      from operation_subject where operation_id = o.id) who
    cross join lateral (
      select count(*) filter (where s.state <> 'withdrawn')::int as submitted,
             count(*) filter (where s.state = 'submitted')::int as waiting,
             count(*) filter (where s.state = 'accepted')::int as accepted
      from submission s join unit su on su.id = s.subject_unit_id join unit ou on ou.id = s.owner_unit_id
      where s.bureau_id = o.bureau_id and s.period_id = o.period_id and ${inScope}) work
    where o.bureau_id = ${ctx.actor.bureauId} and ${page.where}
    order by (p.state = 'sealed'), p.to_on desc, o.id limit ${page.limit} offset ${page.offset}`.execute(
    reader,
  );
  return rows;
}

export async function findOperation(reader: Reader, ctx: Ctx, operationId: string): Promise<OperationRow> {
  const where = sql<boolean>`o.id = ${operationId}`;
  const [row] = await operationRows(reader, ctx, { where, limit: 1, offset: 0 });
  if (!row) throw notFound('专项行动');
  return row;
}

export function presentOperation(ctx: Ctx, row: OperationRow): operations.OperationView {
  return {
    id: row.id,
    periodId: row.period_id,
    name: row.name,
    purpose: row.purpose,
    unit: { id: row.unit_id, name: row.unit_name },
    ruleSet: { versionId: row.version_id, name: row.rule_set_name },
    from: row.from_on,
    to: row.to_on,
    submitBy: row.submit_by.toISOString(),
    reviewBy: row.review_by.toISOString(),
    state: effectivePeriodState(row.state as PeriodState, row.submit_by.getTime(), ctx.now.getTime()),
    units: row.units,
    officers: row.officers,
    submitted: row.submitted,
    waiting: row.waiting,
    accepted: row.accepted,
  };
}
