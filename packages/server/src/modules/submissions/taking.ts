import type { Ctx } from '../../context.ts';
import type { Reader } from '../../db/database.ts';
import { Refusal } from '../../refusal.ts';
import { deadlineText } from '../periods/index.ts';

/** Why it is held: who took it up, when, and what may be done instead; null when nobody has it now (P9). */
export async function takenRefusal(
  reader: Reader,
  ctx: Ctx,
  submissionId: string,
  action: string,
): Promise<Refusal | null> {
  const row = await reader
    .selectFrom('submission')
    .innerJoin('account', 'account.id', 'submission.taken_by')
    .select(['account.id', 'account.display_name', 'submission.taken_at', 'submission.taken_until'])
    .where('submission.id', '=', submissionId)
    .where('submission.state', '=', 'submitted')
    .where('submission.taken_until', '>', ctx.now)
    .executeTakeFirst();
  if (!row?.taken_at || !row.taken_until) return null;
  const since = deadlineText(row.taken_at, ctx.actor.timeZone);
  if (action === 'withdraw') {
    return new Refusal(
      'conflict',
      `该填报已由${row.display_name}于 ${since} 受理审核，不能撤回。如需更正，请联系审核人退回后补正。`,
    );
  }
  if (row.id === ctx.actor.accountId) return null;
  const until = deadlineText(row.taken_until, ctx.actor.timeZone);
  return new Refusal(
    'conflict',
    `该填报已由${row.display_name}于 ${since} 受理，正在审核（至 ${until} 有效）。请审核其他填报，或请其放弃受理、转办。`,
  );
}
