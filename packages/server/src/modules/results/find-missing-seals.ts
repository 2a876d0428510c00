import { sql } from 'kysely';
import type { Reader } from '../../db/database.ts';

export interface MissingSeal {
  readonly bureauId: string;
  readonly periodId: string;
  readonly periodLabel: string;
  readonly ruleSetName: string;
  readonly message: string;
}

/**
 * Seals that must be there and are not. A chain does not miss its own end: a month that says it is sealed, or of which
 * the audit log says so, tells of a seal taken away last (X3).
 */
export async function findMissingSeals(reader: Reader): Promise<MissingSeal[]> {
  const { rows } = await sql<Omit<MissingSeal, 'message'> & { logged: boolean }>`
    select p.bureau_id as "bureauId", p.id as "periodId", p.label as "periodLabel", r.name as "ruleSetName", bool_or(found.logged) as logged
    from (
      select id as period_id, false as logged from period where state = 'sealed'
      union all
      select subject_id::uuid, true from audit_event where action = 'period.seal' and outcome = 'done'
    ) found
    join period p on p.id = found.period_id
    join rule_set_version v on v.id = p.rule_set_version_id
    join rule_set r on r.id = v.rule_set_id
    where not exists (select from seal where seal.period_id = p.id)
    group by p.bureau_id, p.id, p.label, r.name, p.to_on order by p.to_on, p.id`.execute(reader);
  return rows.map(({ logged, ...month }) => ({
    ...month,
    message: logged
      ? '审计日志记载已封存，但封存记录已不存在，可能被删除'
      : '周期状态为已封存，但没有封存记录，可能被删除',
  }));
}
