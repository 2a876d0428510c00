import { sql } from 'kysely';
import type { Reader } from '../../../db/database.ts';
import type { RankedKind } from './ranking-filter.ts';

interface TakenIn {
  readonly into: string;
  readonly name: string;
  readonly on: string;
}
const MOST = 50;

/** Which units went into the asked ones while the periods ran: a line that bends there is read rightly. No number changes. */
export async function unitsTakenIn(
  reader: Reader,
  periods: readonly { readonly id: string }[],
  { subjectKind, subjects }: { readonly subjectKind: RankedKind; readonly subjects: readonly string[] },
): Promise<readonly TakenIn[]> {
  if (subjectKind !== 'unit') return [];
  const { rows } = await sql<TakenIn>`
    select u.succeeded_by as into, u.name, u.abolished_on as on
    from unit u, (select min(from_on) as first, max(to_on) as last from period
                  where id = any(${periods.map(({ id }) => id)}::uuid[])) shown
    where u.succeeded_by = any(${[...subjects]}::uuid[]) and u.abolished_on between shown.first and shown.last
    order by u.abolished_on, u.path limit ${MOST}`.execute(reader);
  return rows;
}
