import { type Involvement, involvementRefusal } from '@mingji/engine';
import { sql } from 'kysely';
import type { Ctx } from '../../context.ts';
import type { Reader, Tx } from '../../db/database.ts';
import { Refusal } from '../../refusal.ts';

/**
 * Everybody who may not answer the appeal `a` of the surrounding query, and why (§13): who filed it, who is concerned,
 * who gave the score or reported or reviewed the work behind it, who answered before, who is recused. By index only.
 */
export const involvedAccounts = sql`(
  with contested as (
    select a.ledger_entry_id as id
    union select f.ledger_entry_id from appeal f where f.id = a.first_appeal_id
  ), scored as (
    select e.id, e.by_account_id, e.source_kind, e.source_id
    from contested c join ledger_entry e on e.id = c.id
    union select w.id, w.by_account_id, w.source_kind, w.source_id
    from contested c join ledger_entry e on e.id = c.id join ledger_entry w on w.id = e.reverses
  ), work as (
    select a.submission_id as id
    union select f.submission_id from appeal f where f.id = a.first_appeal_id
    union select source_id from scored where source_kind = 'submission'
  )
  select a.author_account_id as account_id, 'appellant' as why
  union all select p.id, 'concerned' from account p where a.subject_kind = 'officer' and p.officer_id = a.subject_id
  union all select a.scored_by_account_id, 'scorer'
  union all select by_account_id, 'scorer' from scored where source_kind <> 'appeal'
  union all select v.by_account_id, 'workAuthor' from work join submission_version v on v.submission_id = work.id
  union all select t.account_id, case t.action when 'recuse' then 'recused' else 'reviewer' end from work
    join work_event t on t.work_kind = 'submission' and t.work_id = work.id
      and t.action in ('accept', 'return', 'recuse')
  union all select c.decided_by, 'reviewer' from work join recheck_case c on c.submission_id = work.id
    where c.decided_by is not null
  union all select f.decided_by, 'firstDecider' from appeal f where f.id = a.first_appeal_id
  union all select r.about_account_id, case r.state when 'granted' then 'recused' else 'challenged' end
    from appeal_recusal r where r.appeal_id = a.id and r.state <> 'refused'
)`;

/** Why this person may not answer it, or null. */
export async function involvementOf(reader: Reader, ctx: Ctx, appealId: string): Promise<string | null> {
  const { rows } = await sql<{ why: Involvement }>`
    select distinct involved.why from appeal a cross join lateral ${involvedAccounts} involved
    where a.id = ${appealId} and involved.account_id = ${ctx.actor.accountId}`.execute(reader);
  return involvementRefusal(rows.map((row) => row.why));
}

export async function requireUninvolved(tx: Tx, ctx: Ctx, appealId: string): Promise<void> {
  const refusal = await involvementOf(tx, ctx, appealId);
  if (refusal !== null) throw new Refusal('forbidden', refusal);
}
