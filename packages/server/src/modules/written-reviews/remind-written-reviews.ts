import { chineseDate } from '@mingji/engine';
import { sql } from 'kysely';
import type { Deps } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { localDay } from '../../local-day.ts';
import { accountsHolding, notify } from '../notifications/index.ts';
import { ownersOf } from './owners.ts';

interface Due {
  readonly id: string;
  readonly bureau_id: string;
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly subject_unit_id: string;
  readonly subject_name: string;
  readonly task: string;
  readonly period_label: string;
  readonly due_on: string;
}
type Mark = 'reminded_at' | 'escalated_at';

const BATCH = 200;
const DAY_MS = 86_400_000;

/**
 * By the clock: reminds who owes a written review from the day before it is due, and tells the line above of what is
 * overdue; each once, however often it runs (P16).
 */
export async function remindWrittenReviews(deps: Deps): Promise<void> {
  const bureaus = await deps.db.selectFrom('bureau').select(['id', 'time_zone']).execute();
  for (const { id, time_zone } of bureaus) {
    const now = deps.clock();
    const today = localDay(now, time_zone);
    const tomorrow = localDay(new Date(now.getTime() + DAY_MS), time_zone);
    await inBatches(deps, id, 'reminded_at', tomorrow, remind);
    await inBatches(deps, id, 'escalated_at', dayBefore(today), escalate);
  }
}

/** Takes what is due on `until` or earlier and unmarked, marks it and tells, a batch a transaction. */
async function inBatches(
  deps: Deps,
  bureauId: string,
  mark: Mark,
  until: string,
  tell: (tx: Tx, now: Date, due: readonly Due[]) => Promise<void>,
): Promise<void> {
  for (;;) {
    const now = deps.clock();
    const taken = await deps.db.transaction().execute(async (tx) => {
      const due = await take(tx, { bureauId, mark, until, now });
      if (due.length > 0) await tell(tx, now, due);
      return due.length;
    });
    if (taken < BATCH) return;
  }
}

async function take(
  tx: Tx,
  wish: { readonly bureauId: string; readonly mark: Mark; readonly until: string; readonly now: Date },
): Promise<Due[]> {
  const { rows } = await sql<Due>`
    update written_review w set ${sql.ref(wish.mark)} = ${wish.now}
    from (
      select id from written_review
      where bureau_id = ${wish.bureauId} and state in ('open', 'returned') and due_on <= ${wish.until}
        and ${sql.ref(wish.mark)} is null
      order by due_on, id limit ${BATCH} for update skip locked
    ) due, period p
    where w.id = due.id and p.id = w.period_id
    returning p.label as period_label, w.id, w.bureau_id, w.subject_kind, w.subject_id, w.subject_unit_id, w.subject_name, w.task, w.due_on`.execute(
    tx,
  );
  return rows;
}

async function remind(tx: Tx, now: Date, due: readonly Due[]): Promise<void> {
  const bureauId = due[0]?.bureau_id ?? '';
  const owners = await ownersOf(tx, bureauId, due);
  await notify(
    tx,
    { bureauId, now },
    due.map((one) => ({
      kind: 'writtenReview' as const,
      title: `${one.period_label}${one.task}即将到期`,
      detail: `应于${chineseDate(one.due_on)}前提交，请尽快提交。`,
      address: `/written-reviews/${one.id}`,
      about: { kind: 'writtenReview', id: one.id },
      accountIds: (owners.get(one.subject_id) ?? []).map(({ accountId }) => accountId),
    })),
  );
  await record(tx, now, due, 'remind');
}

/** Overdue goes up one: of an officer to the unit's head, of a unit to the office over it; and to the office in both. */
async function escalate(tx: Tx, now: Date, due: readonly Due[]): Promise<void> {
  const bureauId = due[0]?.bureau_id ?? '';
  const heads = await accountsHolding(
    tx,
    ['unitHead'],
    due.map((one) => one.subject_unit_id),
  );
  const offices = await officesOver(
    tx,
    due.map((one) => one.subject_unit_id),
  );
  await notify(
    tx,
    { bureauId, now },
    due.map((one) => ({
      kind: 'escalated' as const,
      title: `${one.period_label}${one.task}逾期未提交`,
      detail: `${one.subject_name}应于${chineseDate(one.due_on)}前提交，现已逾期。`,
      address: `/written-reviews/${one.id}`,
      about: { kind: 'writtenReview', id: one.id },
      accountIds: [
        ...(one.subject_kind === 'officer' ? (heads.get(one.subject_unit_id) ?? []) : []),
        ...(offices.get(one.subject_unit_id) ?? []),
      ],
    })),
  );
  await record(tx, now, due, 'escalate');
}

/** The accounts of the nearest office whose subtree holds the unit. */
async function officesOver(
  tx: Tx,
  unitIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ unit: string; account: string }>`
    select unit, account from (
      select below.id as unit, role.account_id as account,
             rank() over (partition by below.id order by length(above.path) desc) as nearness
      from unit below
      join unit above on above.bureau_id = below.bureau_id and starts_with(below.path, above.path)
      join account_role role on role.unit_id = above.id and role.role = 'office'
      join account on account.id = role.account_id and account.state = 'active'
      where below.id = any(${[...new Set(unitIds)]}::uuid[])
    ) found where nearness = 1 order by account`.execute(tx);
  const found = new Map<string, string[]>();
  for (const row of rows) found.set(row.unit, [...(found.get(row.unit) ?? []), row.account]);
  return found;
}

async function record(tx: Tx, now: Date, due: readonly Due[], action: string): Promise<void> {
  await tx
    .insertInto('work_event')
    .values(
      due.map((one) => ({
        bureau_id: one.bureau_id,
        work_kind: 'writtenReview',
        work_id: one.id,
        action,
        account_name: '系统',
        at: now,
      })),
    )
    .execute();
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10);
}
