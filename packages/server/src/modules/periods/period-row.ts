import { sql } from 'kysely';
import type { Reader } from '../../db/database.ts';
import { notFound } from '../../refusal.ts';

export function periodQuery(db: Reader, bureauId: string) {
  return db
    .selectFrom('period as p')
    .innerJoin('rule_set_version as v', 'v.id', 'p.rule_set_version_id')
    .innerJoin('rule_set as r', 'r.id', 'v.rule_set_id')
    .innerJoin('unit as u', 'u.id', 'r.unit_id')
    .selectAll('p')
    .select([
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
