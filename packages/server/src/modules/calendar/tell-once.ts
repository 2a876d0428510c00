import type { Deps } from '../../context.ts';
import type { Reader } from '../../db/database.ts';
import { type PeriodRow, tellOfPeriod } from '../periods/index.ts';

export type ReminderKind = 'submit' | 'review' | 'publishBlocked' | 'sealBlocked' | 'evaluationFailed';

/** Claims a reminder; false: it has been given for this deadline already. */
export async function claimReminder(
  tx: Reader,
  row: Pick<PeriodRow, 'id' | 'bureau_id'>,
  kind: ReminderKind,
  dueAt: Date,
  now: Date,
): Promise<boolean> {
  const claimed = await tx
    .insertInto('period_reminder')
    .values({ period_id: row.id, bureau_id: row.bureau_id, kind, due_at: dueAt, at: now })
    .onConflict((conflict) => conflict.columns(['period_id', 'kind', 'due_at']).doNothing())
    .returning('period_id')
    .executeTakeFirst();
  return claimed !== undefined;
}

/** What the calendar could not do is told to the office, once. */
export async function tellOnce(
  deps: Deps,
  row: PeriodRow,
  kind: ReminderKind,
  dueAt: Date,
  detail: string,
): Promise<boolean> {
  return deps.db.transaction().execute(async (tx) => {
    const now = deps.clock();
    if (!(await claimReminder(tx, row, kind, dueAt, now))) return false;
    await tellOfPeriod(tx, row, {
      now,
      title: '须由人办理',
      detail,
      to: 'line',
      roles: ['office'],
      address: `/periods/${row.id}/closing`,
    });
    return true;
  });
}
