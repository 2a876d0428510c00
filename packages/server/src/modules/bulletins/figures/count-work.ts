import type { RuleSet } from '@mingji/engine';
import { sql } from 'kysely';
import type { Reader } from '../../../db/database.ts';
import { isAcceptedWork } from '../../zero-lists/index.ts';
import type { SupervisionRow } from './figures.ts';

interface Place {
  readonly bureauId: string;
  readonly periodIds: readonly string[];
}

/** Accepted work by subject, as zero lists count it; a unit's own and that of everybody at or below it. */
export async function acceptedWork(
  reader: Reader,
  { bureauId, periodIds }: Place,
  { unitPath, ruleSet }: { readonly unitPath: string; readonly ruleSet: Pick<RuleSet, 'attendance'> },
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ kind: string; id: string; path: string; n: number }>`
    select e.subject_kind as kind, e.subject_id as id, u.path, count(*) as n
    from ledger_entry e join unit u on u.id = e.subject_unit_id
    where e.bureau_id = ${bureauId} and e.period_id = any(${[...periodIds]}::uuid[])
      and starts_with(u.path, ${unitPath})
      and ${isAcceptedWork(ruleSet)}
    group by 1, 2, 3`.execute(reader);
  const counts = new Map<string, number>();
  const count = (key: string, n: number) => counts.set(key, (counts.get(key) ?? 0) + n);
  for (const row of rows) {
    if (row.kind === 'officer') count(row.id, Number(row.n));
    const steps = row.path.split('/').filter(Boolean);
    for (let length = 1; length <= steps.length; length += 1) {
      count(`${steps.slice(0, length).join('/')}/`, Number(row.n));
    }
  }
  return counts;
}

/** Targets and reports of the units directly below, each with all below it (P10). */
export async function supervisionBelow(
  reader: Reader,
  { bureauId, periodIds }: Place,
  book: { readonly unitId: string; readonly ruleSetId: string; readonly year: number },
): Promise<SupervisionRow[]> {
  // Counted once by unit, then added up by the line: never once more for every unit below.
  const { rows } = await sql<SupervisionRow>`
    with issued as (
      select target.unit_id, count(*) as issued, count(target.opened_at) as opened
      from target join rule_set_version v on v.id = target.rule_set_version_id
      where target.bureau_id = ${bureauId} and v.rule_set_id = ${book.ruleSetId} and target.year = ${book.year}
        and target.state = 'issued'
      group by 1),
    reported as (
      select subject_unit_id as unit_id, count(*) filter (where state <> 'withdrawn') as reported,
             count(*) filter (where state = 'accepted') as accepted,
             count(*) filter (where state = 'returned') as returned,
             count(*) filter (where state = 'submitted') as waiting
      from submission where bureau_id = ${bureauId} and period_id = any(${[...periodIds]}::uuid[])
      group by 1)
    select child.name, coalesce(sum(i.issued), 0)::int as issued, coalesce(sum(i.opened), 0)::int as opened,
           coalesce(sum(r.reported), 0)::int as reported, coalesce(sum(r.accepted), 0)::int as accepted,
           coalesce(sum(r.returned), 0)::int as returned, coalesce(sum(r.waiting), 0)::int as waiting
    from unit child
    join unit at on at.bureau_id = child.bureau_id and starts_with(at.path, child.path)
    left join issued i on i.unit_id = at.id
    left join reported r on r.unit_id = at.id
    where child.bureau_id = ${bureauId} and child.parent_id = ${book.unitId} and child.abolished_on is null
    group by child.id, child.name, child.sort_order, child.code
    having coalesce(sum(i.issued), 0) + coalesce(sum(r.reported), 0) > 0
    order by child.sort_order, child.code limit 200`.execute(reader);
  return rows;
}
