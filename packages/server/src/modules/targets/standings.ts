import type { targets } from '@mingji/contract';
import { type RawBuilder, sql } from 'kysely';
import type { Reader } from '../../db/database.ts';
import type { BookKey } from './actuals.ts';

export type Standing =
  NonNullable<targets.TargetDetail['parts'][number]> extends infer P
    ? Omit<P, 'quantity' | 'targetId' | 'actual' | 'percent' | 'handedDown'>
    : never;

interface Row {
  id: string;
  name: string;
  code: string;
  unit_kind: string | null;
  position: string | null;
  head_count: number;
  targets: number;
  unopened: number;
}

const held = (book: BookKey, holder: RawBuilder<unknown>) => sql`
  left join lateral (
    select count(*) as targets, count(*) filter (where t.opened_at is null) as unopened
    from target t join rule_set_version v on v.id = t.rule_set_version_id
    where v.rule_set_id = ${book.ruleSetId} and t.year = ${book.year} and t.state = 'issued' and ${holder}) h on true`;

/** Those directly below a unit: units by their order, then the officers who serve in it itself. */
export async function standingsBelow(db: Reader, book: BookKey, unitId: string): Promise<Standing[]> {
  // People are counted once by unit and added up by the line: never once more for every unit below.
  const units = await sql<Row>`
    with served as materialized (
      select m.unit_id, count(*) as heads from membership m
      join officer o on o.id = m.officer_id and o.left_on is null and o.category = 'officer'
      where m.bureau_id = ${book.bureauId} and m.to_on is null
      group by 1)
    select u.id, u.name, u.code, u.kind as unit_kind, null as position, h.targets, h.unopened,
      (select coalesce(sum(served.heads), 0) from served join unit below on below.id = served.unit_id
       where starts_with(below.path, u.path)) as head_count
    from unit u ${held(book, sql`t.unit_id = u.id and t.officer_id is null`)}
    where u.bureau_id = ${book.bureauId} and u.parent_id = ${unitId} and u.abolished_on is null
    order by u.sort_order, u.code limit 1000`.execute(db);
  const officers = await sql<Row>`
    select o.id, o.name, o.police_no as code, null as unit_kind, m.position, h.targets, h.unopened, 1 as head_count
    from membership m
    join officer o on o.id = m.officer_id and o.left_on is null and o.category = 'officer'
    ${held(book, sql`t.officer_id = o.id`)}
    where m.bureau_id = ${book.bureauId} and m.unit_id = ${unitId} and m.to_on is null
    order by o.police_no limit 1000`.execute(db);
  const present = (kind: 'unit' | 'officer') => (row: Row) => ({
    kind,
    id: row.id,
    name: row.name,
    code: row.code,
    unitKind: row.unit_kind,
    position: row.position,
    headCount: Number(row.head_count),
    targets: Number(row.targets),
    unopened: Number(row.unopened),
  });
  return [...units.rows.map(present('unit')), ...officers.rows.map(present('officer'))];
}
