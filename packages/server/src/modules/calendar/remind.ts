import { dueReminder } from '@mingji/engine';
import type { Deps } from '../../context.ts';
import { type Notice, notify } from '../notifications/index.ts';
import { deadlineText, effectiveState, findPeriod, type PeriodRow } from '../periods/index.ts';
import { latestEvaluation } from '../results/index.ts';
import { reviewsWaiting, unitsReporting } from './open-work.ts';
import type { LivePeriod } from './run-calendar.ts';
import { claimReminder, tellOnce } from './tell-once.ts';

/** Recalls the deadline ahead, once for each; counts only, never whose work is missing (P14). Answers how many were told. */
export async function remind(deps: Deps, period: LivePeriod): Promise<number> {
  const row = await findPeriod(deps.db, period.bureauId, period.id);
  await tellFailedEvaluation(deps, row);
  const now = deps.clock();
  const facts = {
    state: effectiveState(row, now),
    submitByMs: row.submit_by.getTime(),
    reviewByMs: row.review_by.getTime(),
  };
  const kind = dueReminder(facts, row.remind_days, now.getTime());
  if (kind === null) return 0;
  return deps.db.transaction().execute(async (tx) => {
    const dueAt = kind === 'submit' ? row.submit_by : row.review_by;
    if (!(await claimReminder(tx, row, kind, dueAt, now))) return 0;
    const until = deadlineText(dueAt, period.timeZone);
    const told = kind === 'submit' ? await unitsReporting(tx, row, now) : await reviewsWaiting(tx, row);
    const notices = told.map(
      ({ accountIds, words }): Notice => ({
        kind: 'periodMoved',
        title: `${row.label}：${until}${kind === 'submit' ? '截止填报' : '前审核完毕'}`.slice(0, 100),
        detail: `${row.rule_set_name}。${words}`.slice(0, 500),
        address: kind === 'submit' ? `/periods?period=${row.id}` : '/review',
        about: { kind: 'period', id: row.id },
        accountIds,
      }),
    );
    await notify(tx, { bureauId: row.bureau_id, now }, notices);
    return notices.reduce((sum, { accountIds }) => sum + accountIds.length, 0);
  });
}

/** A computation the calendar asked for that came to nothing waits for a person. */
async function tellFailedEvaluation(deps: Deps, row: PeriodRow): Promise<void> {
  if (row.state !== 'reviewing') return;
  const latest = await latestEvaluation(deps.db, row.id);
  if (latest?.state !== 'failed' || latest.requested_by !== null) return;
  await tellOnce(
    deps,
    row,
    'evaluationFailed',
    latest.requested_at,
    `成绩没有算成：${latest.failure ?? '原因不明'}。请在结账页重新计算。`,
  );
}
