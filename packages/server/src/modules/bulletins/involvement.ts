import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../context.ts';
import type { Reader } from '../../db/database.ts';
import type { FoundBulletin } from './find-bulletin.ts';

/** Everybody who drew up, changed or sent the bulletin `b` of the surrounding query, however long ago (§13). */
export const involvedInBulletin: RawBuilder<unknown> = sql`(
  select unnest(array[b.created_by, b.updated_by, b.submitted_by]) as account_id
  union select e.account_id from work_event e
  where e.work_kind = 'bulletin' and e.work_id = b.id and e.action in ('create', 'change', 'submit'))`;

export async function involvedAccounts(
  reader: Reader,
  { id }: Pick<FoundBulletin, 'id'>,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ account_id: string | null }>`
    select distinct involved.account_id from bulletin b cross join lateral ${involvedInBulletin} involved
    where b.id = ${id}`.execute(reader);
  return new Set(rows.flatMap(({ account_id }) => account_id ?? []));
}

export function notInvolved({ actor }: Ctx): RawBuilder<boolean> {
  return sql<boolean>`not exists (select from ${involvedInBulletin} involved
    where involved.account_id = ${actor.accountId})`;
}
