import type { Ctx } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { accountsOfOfficers, type Notice, notify } from '../notifications/index.ts';

interface Trial {
  readonly id: string;
  readonly label: string;
}
const ENDED = '试运行周期已作废';
const ROWS_A_STATEMENT = 1000;

/** Nobody is left waiting for a review or an answer that nobody will give (P20), and everybody learns why. */
export async function endTrialWork(tx: Tx, ctx: Ctx, trial: Trial, reason: string): Promise<void> {
  const because = `${ENDED}：${reason}`.slice(0, 500);
  const notices = [
    ...(await endSubmissions(tx, ctx, trial, because)),
    ...(await endAppeals(tx, ctx, trial, because)),
  ];
  await notify(tx, { bureauId: ctx.actor.bureauId, now: ctx.now }, notices);
}

async function endSubmissions(tx: Tx, ctx: Ctx, trial: Trial, because: string): Promise<Notice[]> {
  const ended = await tx
    .updateTable('submission')
    .set({ state: 'withdrawn', updated_at: ctx.now })
    .where('period_id', '=', trial.id)
    .where('state', 'in', ['submitted', 'returned'])
    .returning(['id', 'latest_version', 'author_account_id'])
    .execute();
  await recordEnds(
    tx,
    ctx,
    ended.map(({ id, latest_version }) => ({
      kind: 'submission',
      id,
      action: 'withdraw',
      version: latest_version,
    })),
    because,
  );
  if (ended.length === 0) return [];
  return [
    {
      kind: 'periodMoved',
      title: `${trial.label}已作废，未审结的填报已退出审核`,
      detail: because,
      address: '/submissions',
      about: { kind: 'period', id: trial.id },
      accountIds: ended.map((each) => each.author_account_id).filter((id) => id !== ctx.actor.accountId),
    },
  ];
}

/** Told to who filed it, whom it concerns, and whom the office had asked to answer. */
async function endAppeals(tx: Tx, ctx: Ctx, trial: Trial, because: string): Promise<Notice[]> {
  const ended = await tx
    .updateTable('appeal')
    .set({ state: 'lapsed' })
    .where('period_id', '=', trial.id)
    .where('state', '=', 'filed')
    .returning(['id', 'subject_kind', 'subject_id', 'author_account_id', 'assignee_account_id'])
    .execute();
  await recordEnds(
    tx,
    ctx,
    ended.map(({ id }) => ({ kind: 'appeal', id, action: 'lapse', version: null })),
    because,
  );
  const officers = ended.filter((each) => each.subject_kind === 'officer').map((each) => each.subject_id);
  const accounts = await accountsOfOfficers(tx, officers);
  return ended.map((each) => ({
    kind: 'appealAnswered',
    title: `${trial.label}的复议已终止：试运行周期作废`,
    detail: `${trial.label}的成绩不计入任何结果。${because}`,
    address: `/appeals/${each.id}`,
    about: { kind: 'appeal', id: each.id },
    accountIds: [each.author_account_id, accounts.get(each.subject_id), each.assignee_account_id].filter(
      (id): id is string => typeof id === 'string' && id !== ctx.actor.accountId,
    ),
  }));
}

interface EndedWork {
  readonly kind: 'submission' | 'appeal';
  readonly id: string;
  readonly action: string;
  readonly version: number | null;
}

/** On the timeline of each, with the reason. */
async function recordEnds(tx: Tx, ctx: Ctx, ended: readonly EndedWork[], because: string): Promise<void> {
  for (let from = 0; from < ended.length; from += ROWS_A_STATEMENT) {
    await tx
      .insertInto('work_event')
      .values(
        ended.slice(from, from + ROWS_A_STATEMENT).map((each) => ({
          bureau_id: ctx.actor.bureauId,
          work_kind: each.kind,
          work_id: each.id,
          action: each.action,
          account_id: ctx.actor.accountId,
          account_name: ctx.actor.displayName,
          reason: because,
          version: each.version,
          at: ctx.now,
        })),
      )
      .execute();
  }
}
