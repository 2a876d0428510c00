import { randomUUID } from 'node:crypto';
import type { MonthWorld } from './month.ts';

/** Work that came in behind the application's back. */
export async function insertSubmission(world: MonthWorld, periodId: string, state: string): Promise<string> {
  const id = randomUUID();
  const account = await world.server.db
    .selectFrom('account')
    .select('id')
    .where('officer_id', '=', world.li.id)
    .executeTakeFirstOrThrow();
  await world.server.db
    .insertInto('submission')
    .values({
      id,
      bureau_id: world.city.bureauId,
      period_id: periodId,
      indicator_code: 'inspection',
      subject_kind: 'officer',
      subject_id: world.li.id,
      subject_unit_id: world.east.id,
      owner_unit_id: world.brigade.id,
      author_account_id: account.id,
      state,
    })
    .execute();
  return id;
}
