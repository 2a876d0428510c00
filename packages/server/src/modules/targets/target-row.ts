import type { Reader, Tx } from '../../db/database.ts';
import { notFound } from '../../refusal.ts';

export function targetQuery(db: Reader, bureauId: string) {
  return db
    .selectFrom('target as t')
    .innerJoin('unit as u', 'u.id', 't.unit_id')
    .innerJoin('rule_set_version as v', 'v.id', 't.rule_set_version_id')
    .leftJoin('officer as o', 'o.id', 't.officer_id')
    .leftJoin('account as a', 'a.id', 't.issued_by')
    .selectAll('t')
    .select([
      'u.name as unit_name',
      'u.path as unit_path',
      'v.rule_set_id',
      'o.name as officer_name',
      'o.police_no',
      'a.display_name as issued_by_name',
    ])
    .where('t.bureau_id', '=', bureauId);
}
export type TargetRow = NonNullable<Awaited<ReturnType<ReturnType<typeof targetQuery>['executeTakeFirst']>>>;

/** The row as it counts now: an older revision leads to the one that took its place. */
export async function findTarget(db: Reader, bureauId: string, targetId: string): Promise<TargetRow> {
  const asked = await targetQuery(db, bureauId).where('t.id', '=', targetId).executeTakeFirst();
  if (!asked) throw notFound('目标任务');
  if (asked.state === 'issued') return asked;
  const newest = await targetQuery(db, bureauId)
    .where('t.rule_set_version_id', '=', asked.rule_set_version_id)
    .where('t.indicator_code', '=', asked.indicator_code)
    .where('t.year', '=', asked.year)
    .where('t.unit_id', '=', asked.unit_id)
    .where('t.officer_id', asked.officer_id === null ? 'is' : '=', asked.officer_id)
    .orderBy('t.issued_at', 'desc')
    .orderBy('t.revision', 'desc')
    .executeTakeFirst();
  return newest ?? asked;
}

/** The current row, held until the transaction ends; one that was changed meanwhile is not found any more. */
export async function lockTarget(tx: Tx, bureauId: string, targetId: string): Promise<TargetRow | null> {
  const row = await targetQuery(tx, bureauId)
    .where('t.id', '=', targetId)
    .where('t.state', '=', 'issued')
    .forUpdate('t')
    .executeTakeFirst();
  return row ?? null;
}

/** The parts of a target as they stand. */
export function childrenOf(db: Reader, bureauId: string, targetIds: readonly string[]) {
  return targetQuery(db, bureauId)
    .where('t.parent_id', 'in', [...targetIds])
    .where('t.state', '=', 'issued');
}
