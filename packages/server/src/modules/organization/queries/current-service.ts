import { type RawBuilder, sql } from 'kysely';

/**
 * One row per officer: the service in effect on the day, else the last one before it, else the first one after it
 * (somebody entered today who begins next month must be found). To be joined as `service`;
 * a few officers are looked up by `officerIds`, without reading the whole roster.
 */
export function serviceOn(
  bureauId: string,
  onDay: string,
  officerIds?: readonly string[],
): RawBuilder<ServiceRow> {
  const asked = officerIds === undefined ? sql`true` : sql`officer_id = any(${[...officerIds]}::uuid[])`;
  return sql<ServiceRow>`(
    select distinct on (officer_id) id, officer_id, unit_id, position, post, status, status_note, from_on, to_on
    from membership where bureau_id = ${bureauId} and ${asked}
    order by officer_id, (from_on <= ${onDay}) desc,
      case when from_on <= ${onDay} then from_on end desc nulls last, from_on)`;
}

export interface ServiceRow {
  id: string;
  officer_id: string;
  unit_id: string;
  position: string;
  post: string | null;
  status: string;
  status_note: string | null;
  from_on: string;
  to_on: string | null;
}
