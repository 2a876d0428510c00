import { chineseDate } from '@mingji/engine';
import { sql } from 'kysely';
import type { Tx } from '../../db/database.ts';
import { notify } from '../notifications/index.ts';
import { recusedFrom } from './recused-from.ts';

export interface HandoverRow {
  readonly id: string;
  readonly bureau_id: string;
  readonly account_id: string;
  readonly deputy_account_id: string;
  readonly from_on: string;
  readonly to_on: string;
  readonly reason: string;
}
/** Who made it happen: a person, or the clock. */
export interface Mover {
  readonly accountId: string | null;
  readonly name: string;
  readonly now: Date;
}

/** Gives what waits for the absent reviewer to the deputy, but for the deputy's own work; both are told (P9). */
export async function beginHandover(tx: Tx, handover: HandoverRow, mover: Mover): Promise<number> {
  const started = await tx
    .updateTable('review_handover')
    .set({ state: 'running' })
    .where('id', '=', handover.id)
    .where('state', '=', 'planned')
    .returning('id')
    .executeTakeFirst();
  if (!started) return 0;
  const moved = await moveWaiting(tx, handover, {
    from: handover.account_id,
    to: handover.deputy_account_id,
    insteadOf: handover.account_id,
    where: sql<boolean>`s.assignee_account_id = ${handover.account_id}`,
  });
  await record(tx, handover, mover, moved, 'handover', `${daysOf(handover)}：${handover.reason}`);
  await notify(tx, { bureauId: handover.bureau_id, now: mover.now }, [
    {
      kind: 'handover',
      title: `请您代为审核 ${moved.length} 件`,
      detail: `${daysOf(handover)} 由您代为审核，其间新到的也转到您这里。${handover.reason}`.slice(0, 500),
      address: '/review?whose=mine',
      about: { kind: 'handover', id: handover.id },
      accountIds: [handover.deputy_account_id],
    },
  ]);
  return moved.length;
}

/** What still waits comes back to the reviewer when the absence is over. */
export async function endHandoverNow(
  tx: Tx,
  handover: HandoverRow,
  state: 'ended' | 'cancelled',
  mover: Mover,
): Promise<boolean> {
  const ended = await tx
    .updateTable('review_handover')
    .set({ state, ended_at: mover.now })
    .where('id', '=', handover.id)
    .where('state', 'in', ['planned', 'running'])
    .returning('id')
    .executeTakeFirst();
  if (!ended) return false;
  const moved = await moveWaiting(tx, handover, {
    from: handover.deputy_account_id,
    to: handover.account_id,
    insteadOf: null,
    where: sql<boolean>`s.assignee_account_id = ${handover.deputy_account_id}
      and s.assigned_for_account_id = ${handover.account_id} and s.passed_on_at is null`,
  });
  await record(tx, handover, mover, moved, 'handBack', null);
  await notify(tx, { bureauId: handover.bureau_id, now: mover.now }, [
    {
      kind: 'handover',
      title: '审核交接已结束',
      detail: `${daysOf(handover)} 的审核交接已结束，未办结的 ${moved.length} 件已交回，由原审核人办理。`,
      address: '/review?whose=mine',
      about: { kind: 'handover', id: handover.id },
      accountIds: [handover.account_id, handover.deputy_account_id],
    },
  ]);
  return true;
}

interface Movement {
  readonly from: string;
  readonly to: string;
  readonly insteadOf: string | null;
  readonly where: ReturnType<typeof sql<boolean>>;
}

/**
 * Only what the receiver may decide: of a department he reviews for, neither his own work nor handed in by him, and not
 * what somebody has taken up.
 */
async function moveWaiting(tx: Tx, handover: HandoverRow, movement: Movement): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update submission s set assignee_account_id = ${movement.to}, assigned_for_account_id = ${movement.insteadOf}::uuid,
      taken_by = null, taken_at = null, taken_until = null
    from period p
    where s.period_id = p.id and p.state <> 'sealed' and s.bureau_id = ${handover.bureau_id}
      and s.state = 'submitted' and ${movement.where}
      and (s.taken_by is null or s.taken_by = ${movement.from}::uuid)
      and exists (select from account_role r join unit at on at.id = r.unit_id join unit ou on ou.id = s.owner_unit_id
        where r.account_id = ${movement.to} and r.role = 'reviewer' and starts_with(ou.path, at.path))
      and not (s.subject_kind = 'officer' and s.subject_id is not distinct from
        (select officer_id from account where id = ${movement.to}))
      and not exists (select from submission_version v where v.submission_id = s.id
        and v.by_account_id = ${movement.to})
      and ${movement.to} not in (${recusedFrom(sql`s.id`)})
    returning s.id`.execute(tx);
  return rows.map((row) => row.id);
}

async function record(
  tx: Tx,
  handover: HandoverRow,
  mover: Mover,
  submissionIds: readonly string[],
  action: 'handover' | 'handBack',
  reason: string | null,
): Promise<void> {
  const event = (workKind: 'handover' | 'submission', workId: string) => ({
    bureau_id: handover.bureau_id,
    work_kind: workKind,
    work_id: workId,
    action,
    account_id: mover.accountId,
    account_name: mover.name,
    reason,
    at: mover.now,
  });
  const events = [event('handover', handover.id), ...submissionIds.map((id) => event('submission', id))];
  for (let from = 0; from < events.length; from += 1000) {
    await tx
      .insertInto('work_event')
      .values(events.slice(from, from + 1000))
      .execute();
  }
}

function daysOf({ from_on, to_on }: HandoverRow): string {
  return `${chineseDate(from_on)} 至 ${chineseDate(to_on)}`;
}
