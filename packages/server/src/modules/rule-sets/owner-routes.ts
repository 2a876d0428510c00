import type { Indicator } from '@mingji/engine';
import { sql } from 'kysely';
import type { Reader } from '../../db/database.ts';
import type { OwnerUnit } from './owner-unit.ts';

interface Place {
  readonly ruleSetId: string;
  readonly subjectPath: string;
}

/**
 * The departments that a method's routes name for a subject, by indicator (P9). A line for the indicator goes before
 * one for all, a deeper level before a higher one; a department that the subject's line does not have changes nothing.
 */
export async function routedOwners(
  db: Reader,
  bureauId: string,
  { ruleSetId, subjectPath }: Place,
  indicators: readonly Pick<Indicator, 'code'>[],
): Promise<Map<string, OwnerUnit>> {
  const found = new Map<string, OwnerUnit>();
  const routes = await db
    .selectFrom('owner_route')
    .select(['indicator_code', 'owner_name'])
    .where('bureau_id', '=', bureauId)
    .where('rule_set_id', '=', ruleSetId)
    .where('from_level', '<=', levelOf(subjectPath))
    .orderBy(sql`indicator_code is null`)
    .orderBy('from_level', 'desc')
    .execute();
  if (routes.length === 0) return found;
  const units = new Map<string, OwnerUnit | null>();
  for (const { code } of indicators) {
    const route = routes.find((each) => each.indicator_code === code || each.indicator_code === null);
    if (!route) continue;
    const known = units.get(route.owner_name);
    const unit = known === undefined ? await unitOnLine(db, bureauId, route.owner_name, subjectPath) : known;
    units.set(route.owner_name, unit);
    if (unit) found.set(code, unit);
  }
  return found;
}

/** The indicators that a method's routes may bring to departments in these subtrees; null stands for all. */
export async function routedInto(
  db: Reader,
  bureauId: string,
  ruleSetId: string,
  subtrees: readonly string[],
): Promise<ReadonlySet<string | null>> {
  if (subtrees.length === 0) return new Set();
  const { rows } = await sql<{ indicator_code: string | null }>`
    select distinct r.indicator_code from owner_route r
    join unit u on u.bureau_id = r.bureau_id and u.abolished_on is null
      and (u.name = r.owner_name or exists (
        select from unit_alias a where a.bureau_id = u.bureau_id and a.unit_id = u.id and a.alias = r.owner_name))
    where r.bureau_id = ${bureauId} and r.rule_set_id = ${ruleSetId}
      and exists (select from unnest(${[...subtrees]}::text[]) as part(path) where starts_with(u.path, part.path))`.execute(
    db,
  );
  return new Set(rows.map((row) => row.indicator_code));
}

function levelOf(path: string): number {
  return path.split('/').filter(Boolean).length;
}

/** The department of this name or alias that stands under the subject's own unit or one above it; the nearest. */
async function unitOnLine(
  db: Reader,
  bureauId: string,
  name: string,
  subjectPath: string,
): Promise<OwnerUnit | null> {
  const { rows } = await sql<OwnerUnit>`
    select u.id, u.name, u.path from unit u
    join unit above on above.id = u.parent_id
    where u.bureau_id = ${bureauId} and u.abolished_on is null and starts_with(${subjectPath}, above.path)
      and (u.name = ${name} or exists (
        select from unit_alias a where a.bureau_id = u.bureau_id and a.unit_id = u.id and a.alias = ${name}))
    order by length(above.path) desc, u.path limit 2`.execute(db);
  const [first, second] = rows;
  if (!first) return null;
  const equallyNear = second && parentOf(second.path) === parentOf(first.path);
  return equallyNear ? null : first;
}

function parentOf(path: string): string {
  return path.split('/').filter(Boolean).slice(0, -1).join('/');
}
