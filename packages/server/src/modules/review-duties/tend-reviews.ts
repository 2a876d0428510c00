import type { Deps } from '../../context.ts';
import { localDay } from '../../local-day.ts';
import { beginHandover, endHandoverNow } from './handover-work.ts';
import { type Bureau, passOnOverdue } from './pass-on-overdue.ts';

/** By the clock: absences begin and end on their days, overdue reviews go to the stand-in. Repeating changes nothing. */
export async function tendReviews(deps: Deps): Promise<void> {
  const bureaus = await deps.db.selectFrom('bureau').select(['id', 'time_zone']).execute();
  for (const bureau of bureaus) {
    await moveHandovers(deps, bureau);
    await passOnOverdue(deps, bureau);
  }
}

async function moveHandovers(deps: Deps, bureau: Bureau): Promise<void> {
  const now = deps.clock();
  const today = localDay(now, bureau.time_zone);
  const due = await deps.db
    .selectFrom('review_handover')
    .select(['id', 'bureau_id', 'account_id', 'deputy_account_id', 'from_on', 'to_on', 'reason', 'state'])
    .where('bureau_id', '=', bureau.id)
    .where('state', 'in', ['planned', 'running'])
    .where('from_on', '<=', today)
    .orderBy('from_on')
    .execute();
  const clock = { accountId: null, name: '系统', now };
  for (const handover of due) {
    await deps.db.transaction().execute(async (tx) => {
      if (handover.to_on < today) await endHandoverNow(tx, handover, 'ended', clock);
      else if (handover.state === 'planned') await beginHandover(tx, handover, clock);
    });
  }
}
