import type { PriorMatter } from '@mingji/engine';
import { sql } from 'kysely';
import type { Reader } from '../../db/database.ts';
import { countsOfPeriod } from '../periods/index.ts';
import type { PeriodContext } from './period-context.ts';

/**
 * §3 across periods: what a matter already earned in sealed periods of the same rule set. Each later period booked only
 * the difference to the largest before, so the largest so far is the sum of what was booked. The few matters of this
 * period are looked up one by one: a year of entries is never read for them.
 */
export async function priorMatters(
  reader: Reader,
  period: PeriodContext,
  officerId: string | null = null,
): Promise<PriorMatter[]> {
  const { rows } = await sql<{
    subject: string;
    matter: string;
    addition: string | null;
    deduction: string | null;
  }>`
    with current as materialized (
      select distinct subject_id, matter_key from ledger_entry
      where bureau_id = ${period.bureauId} and period_id = ${period.id} and matter_key is not null
        and (${officerId}::uuid is null or subject_id = ${officerId}::uuid))
    select e.subject_id as subject, e.matter_key as matter,
           max(e.booked_points) filter (where e.booked_points > 0)::text as addition,
           min(e.booked_points) filter (where e.booked_points < 0)::text as deduction
    from current
    join ledger_entry e on e.subject_id = current.subject_id and e.matter_key = current.matter_key
    join period p on p.id = e.period_id and p.state = 'sealed' and p.to_on < ${period.fromOn} and ${countsOfPeriod('p')}
    join rule_set_version v on v.id = p.rule_set_version_id
    where e.bureau_id = ${period.bureauId} and e.matter_key is not null and e.kind = 'event'
      and v.rule_set_id = ${period.ruleSetId}
      and not exists (select from ledger_entry r where r.reverses = e.id)
    group by e.subject_id, e.matter_key
    order by e.subject_id, e.matter_key`.execute(reader);
  return rows.map(({ addition, deduction, ...rest }) => ({
    ...rest,
    ...(addition === null ? {} : { addition }),
    ...(deduction === null ? {} : { deduction }),
  }));
}
