import { scopeOf } from '@mingji/engine';
import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import type { Reader } from '../../../db/database.ts';
import { scopeFilter } from '../../../db/scope-filter.ts';

/**
 * What is in reach, and what the reader booked himself. Units are looked up first, so that the database can go by the
 * index of a unit instead of joining and comparing paths for every entry of a city's years.
 */
export async function entryReach(reader: Reader, { actor }: Ctx): Promise<RawBuilder<boolean>> {
  const scope = scopeOf(actor, 'entry.read');
  if (scope.wholeBureau) return sql<boolean>`true`;
  const path = sql<string>`unit.path`;
  const { rows } = await sql<{ id: string; works: boolean; owns: boolean }>`
    select unit.id, ${scopeFilter(scope, { unitPath: path })} as works, ${scopeFilter(scope, { ownerUnitPath: path })} as owns
    from unit where unit.bureau_id = ${actor.bureauId}`.execute(reader);
  const among = (column: RawBuilder<unknown>, ids: readonly string[]) =>
    ids.length === 0 ? [] : [sql<boolean>`${column} = any(${[...ids]}::uuid[])`];
  const idsOf = (which: 'works' | 'owns') => rows.filter((row) => row[which]).map(({ id }) => id);
  return sql<boolean>`(${sql.join(
    [
      ...among(sql`entry.subject_unit_id`, idsOf('works')),
      ...among(sql`entry.owner_unit_id`, idsOf('owns')),
      ...(scope.officerId === null
        ? []
        : [sql`(entry.subject_kind = 'officer' and entry.subject_id = ${scope.officerId})`]),
      sql`entry.by_account_id = ${actor.accountId}`,
    ],
    sql` or `,
  )})`;
}

export async function readableEntries(reader: Reader, ctx: Ctx) {
  return reader
    .selectFrom('ledger_entry as entry')
    .where('entry.bureau_id', '=', ctx.actor.bureauId)
    .where(await entryReach(reader, ctx));
}
