import { sql } from 'kysely';
import type { Reader } from '../../../db/database.ts';
import type { PeriodContext } from '../period-context.ts';
import { type Check, check } from './check.ts';

/** §14: targets of which a part is with nobody; it stops nothing, and is told while it can still be mended. */
export async function unbalancedTargets(reader: Reader, period: PeriodContext): Promise<Check[]> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n
    from target t
    join rule_set_version v on v.id = t.rule_set_version_id and v.rule_set_id = ${period.ruleSetId}
    cross join lateral (
      select sum(c.quantity) as handed from target c where c.parent_id = t.id and c.state = 'issued') below
    where t.bureau_id = ${period.bureauId} and t.state = 'issued' and t.officer_id is null
      and t.year = ${Number(period.toOn.slice(0, 4))} and t.over_split_reason is null
      and below.handed is not null and below.handed + t.kept <> t.quantity`.execute(reader);
  const n = rows[0]?.n ?? 0;
  if (n === 0) return [];
  return [check('unbalancedTargets', `${n} 项目标的分解数与下达数不等`, { count: n, href: '/targets' })];
}
