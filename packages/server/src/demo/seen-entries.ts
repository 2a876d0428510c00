import { sql } from 'kysely';
import type { DemoWorld } from './demo-features.ts';

/** Of the periods in progress most entries have been looked at by those they concern; the newest wait (P13). */
export async function makeSeenEntries({ deps, city }: DemoWorld): Promise<void> {
  const now = deps.clock();
  await sql`
    insert into entry_acknowledgement (bureau_id, entry_id, account_id, mark, at)
    select entry.bureau_id, entry.id, account.id, 'seen', least(entry.at + interval '6 hours', ${now}::timestamptz)
    from ledger_entry entry
    join period on period.id = entry.period_id and period.state <> 'sealed'
    join account on account.officer_id = entry.subject_id
    where entry.bureau_id = ${city.bureauId} and entry.subject_kind = 'officer' and entry.seq % 10 < 7
      and entry.at < ${now}::timestamptz - interval '2 days'`.execute(deps.db);
  // Who contested an entry disagrees with it.
  await sql`
    insert into entry_acknowledgement (bureau_id, entry_id, account_id, mark, appeal_id, at)
    select appeal.bureau_id, appeal.ledger_entry_id, appeal.author_account_id, 'disagreed', appeal.id, appeal.filed_at
    from appeal
    where appeal.bureau_id = ${city.bureauId} and appeal.instance = 1 and appeal.ledger_entry_id is not null`.execute(
    deps.db,
  );
}
