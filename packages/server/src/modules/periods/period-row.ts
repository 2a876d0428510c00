import { sql } from 'kysely';
import type { Reader } from '../../db/database.ts';
import { notFound } from '../../refusal.ts';

export function periodQuery(db: Reader, bureauId: string) {
  return db
    .selectFrom('period as p')
    .innerJoin('rule_set_version as v', 'v.id', 'p.rule_set_version_id')
    .innerJoin('rule_set as r', 'r.id', 'v.rule_set_id')
    .innerJoin('unit as u', 'u.id', 'r.unit_id')
    .leftJoin('period_reopening as o', (join) =>
      join.onRef('o.period_id', '=', 'p.id').on('o.state', '=', 'open'),
    )
    .selectAll('p')
    .select([
      'o.id as reopening_id',
      'o.action as reopening_action',
      'o.reason as reopening_reason',
      'o.submit_on as reopening_submit_on',
      'o.requested_by as reopening_by',
      'o.requested_by_name as reopening_by_name',
      'o.requested_at as reopening_at',
      sql<number>`(select count(*)::int from work_event e where e.work_kind = 'period' and e.work_id = p.id
        and e.action in ('reopenReview', 'reopenSubmission'))`.as('reopened_times'),
      'v.version',
      'v.rule_set_id',
      sql<('officer' | 'unit')[]>`v.content->'appraises'`.as('appraises'),
      'r.name as rule_set_name',
      'r.unit_id',
      'u.name as unit_name',
      'u.path as unit_path',
    ])
    .where('p.bureau_id', '=', bureauId);
}
export type PeriodRow = NonNullable<Awaited<ReturnType<ReturnType<typeof periodQuery>['executeTakeFirst']>>>;

/** One period of the bureau; `lock` holds it until the transaction ends. */
export async function findPeriod(
  db: Reader,
  bureauId: string,
  periodId: string,
  lock = false,
): Promise<PeriodRow> {
  const row = await periodQuery(db, bureauId)
    .where('p.id', '=', periodId)
    .$if(lock, (query) => query.forUpdate('p'))
    .executeTakeFirst();
  if (!row) throw notFound('考核周期');
  return row;
}
