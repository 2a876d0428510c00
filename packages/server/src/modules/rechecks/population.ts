import { scopeOf } from '@mingji/engine';
import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../context.ts';
import { scopeFilter } from '../../db/scope-filter.ts';
import { Refusal } from '../../refusal.ts';
import { endOfDay } from '../periods/index.ts';

export interface PopulationFilter {
  readonly periodId?: string | undefined;
  readonly from: string;
  readonly to: string;
  readonly ownerUnitId?: string | undefined;
  readonly subjectUnitId?: string | undefined;
  readonly indicatorCode?: string | undefined;
  readonly reviewerAccountId?: string | undefined;
}

const DAY = 86_400_000;

/** Names the conditions use: submission s, its subject's unit su. */
export const populationTables = sql`submission s join unit su on su.id = s.subject_unit_id`;

/**
 * The accepted work that may be drawn: decided in those days, of subjects in the office's reach, not the office's own,
 * not drawn before and not cancelled since (X10).
 */
export function inPopulation(ctx: Ctx, filter: PopulationFilter): RawBuilder<boolean> {
  const { actor } = ctx;
  const message = '结束日期不能早于开始日期';
  if (filter.to < filter.from) throw new Refusal('invalid', message, [{ path: 'to', message }]);
  const begins = new Date(endOfDay(filter.from, actor.timeZone).getTime() - DAY);
  const ends = endOfDay(filter.to, actor.timeZone);
  const reach = scopeFilter(scopeOf(actor, 'recheck.manage'), { unitPath: sql<string>`su.path` });
  const parts = [
    sql<boolean>`s.bureau_id = ${actor.bureauId} and s.state = 'accepted' and s.decided_by is not null
      and s.decided_at >= ${begins} and s.decided_at < ${ends} and ${reach}`,
    sql<boolean>`not exists (select from recheck_case c where c.submission_id = s.id)`,
    sql<boolean>`exists (select from ledger_entry l where l.source_id = s.id and l.kind <> 'reversal'
      and not exists (select from ledger_entry r where r.reverses = l.id))`,
  ];
  if (filter.periodId) parts.push(sql<boolean>`s.period_id = ${filter.periodId}`);
  if (filter.ownerUnitId) parts.push(sql<boolean>`s.owner_unit_id = ${filter.ownerUnitId}`);
  if (filter.indicatorCode) parts.push(sql<boolean>`s.indicator_code = ${filter.indicatorCode}`);
  if (filter.reviewerAccountId) parts.push(sql<boolean>`s.decided_by = ${filter.reviewerAccountId}`);
  if (filter.subjectUnitId) {
    parts.push(
      sql<boolean>`starts_with(su.path, (select path from unit where id = ${filter.subjectUnitId}))`,
    );
  }
  return sql<boolean>`${sql.join(parts, sql` and `)}`;
}
