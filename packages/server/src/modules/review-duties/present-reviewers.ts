import type { reviewDuties } from '@mingji/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../context.ts';
import type { Reader } from '../../db/database.ts';
import { localDay } from '../../local-day.ts';
import type { Reviewer } from './reviewers.ts';

/** Reviewers with what waits for each and until when he is away: who is free is asked first. */
export async function presentReviewers(
  reader: Reader,
  ctx: Ctx,
  reviewers: readonly Reviewer[],
): Promise<reviewDuties.ReviewerView[]> {
  const ids = reviewers.map(({ id }) => id);
  if (ids.length === 0) return [];
  const today = localDay(ctx.now, ctx.actor.timeZone);
  const { rows } = await sql<{ id: string; waiting: number; away_until: string | null }>`
    select a.id, (select count(*) from submission s
        where s.assignee_account_id = a.id and s.state = 'submitted') as waiting,
      (select max(h.to_on) from review_handover h where h.account_id = a.id
        and h.state in ('planned', 'running') and h.from_on <= ${today} and h.to_on >= ${today}) as away_until
    from account a where a.id = any(${ids}::uuid[])`.execute(reader);
  const known = new Map(rows.map((row) => [row.id, row]));
  return reviewers.map(({ id, name, unitName }) => ({
    id,
    name,
    unitName,
    waiting: known.get(id)?.waiting ?? 0,
    awayUntil: known.get(id)?.away_until ?? null,
  }));
}
