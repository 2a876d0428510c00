import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../../db/database.ts';
import { accountsHolding, accountsOfOfficers, type Notice, notify } from '../notifications/index.ts';
import type { PressedMatter } from './find-matters.ts';
import { doingAddress, matterTitle, workKindOf } from './matter-words.ts';

export interface PressedBy {
  readonly bureauId: string;
  readonly now: Date;
  readonly accountId: string | null;
  readonly name: string;
}
export interface PressWish {
  readonly row: PressedMatter;
  readonly text: string;
  readonly replyBy: Date | null;
}

const ROWS_A_STATEMENT = 1_000;
const reviewing = new Set(['unreviewed', 'appealUnanswered']);

/**
 * Writes presses down, in the timeline of the press and of the work it is about, and tells those pressed. Answers which
 * reached nobody: there is no account that could read them.
 */
export async function recordPresses(
  tx: Tx,
  by: PressedBy,
  wishes: readonly PressWish[],
): Promise<readonly PressedMatter[]> {
  const presses = wishes.map(({ row, text, replyBy }) => ({
    id: randomUUID(),
    bureau_id: by.bureauId,
    matter_kind: row.kind,
    matter_key: row.key,
    title: matterTitle(row).slice(0, 200),
    address: doingAddress(row),
    rule_set_id: row.rule_set_id,
    late_unit_id: row.unit_id,
    late_officer_id: row.officer_id,
    kind: 'press',
    to_unit_id: row.unit_id,
    to_officer_id: row.officer_id,
    text,
    by_account_id: by.accountId,
    by_name: by.name,
    at: by.now,
    reply_by: replyBy,
  }));
  for (let from = 0; from < presses.length; from += ROWS_A_STATEMENT) {
    await tx
      .insertInto('press')
      .values(presses.slice(from, from + ROWS_A_STATEMENT))
      .execute();
  }
  await recordInTimelines(
    tx,
    by,
    presses.map(({ id, text }) => ({ pressId: id, action: 'press', text })),
  );
  await recordOnWork(tx, by, wishes);
  const readers = await readersOf(tx, wishes);
  await notify(
    tx,
    by,
    presses.map((press, index): Notice => {
      const told = wishes[index];
      return {
        kind: 'press',
        title: `催办：${press.title}`.slice(0, 100),
        detail: `${by.name}：${press.text}`.slice(0, 500),
        address: `/presses/${press.id}`,
        about: { kind: 'press', id: press.id },
        accountIds: told ? readers(told.row) : [],
      };
    }),
  );
  return wishes.flatMap(({ row }) => (readers(row).length === 0 ? [row] : []));
}

export interface PressStep {
  readonly pressId: string;
  readonly action: 'press' | 'escalate' | 'reply';
  readonly text: string;
}

export async function recordInTimelines(tx: Tx, by: PressedBy, steps: readonly PressStep[]): Promise<void> {
  for (let from = 0; from < steps.length; from += ROWS_A_STATEMENT) {
    const rows = steps.slice(from, from + ROWS_A_STATEMENT).map((step) => ({
      bureau_id: by.bureauId,
      work_kind: 'press',
      work_id: step.pressId,
      action: step.action,
      account_id: by.accountId,
      account_name: by.name,
      reason: step.text,
      at: by.now,
    }));
    await tx.insertInto('work_event').values(rows).execute();
  }
}

/** A press stands in the timeline of what it is about, too: the submission, the appeal, the written review, the targets of the holder. */
async function recordOnWork(tx: Tx, by: PressedBy, wishes: readonly PressWish[]): Promise<void> {
  const works = wishes.flatMap(({ row, text }) => (row.work_id === null ? [] : [{ row, text }]));
  for (let from = 0; from < works.length; from += ROWS_A_STATEMENT) {
    const rows = works.slice(from, from + ROWS_A_STATEMENT).map(({ row, text }) => ({
      bureau_id: by.bureauId,
      work_kind: workKindOf(row),
      work_id: row.work_id ?? '',
      action: 'press',
      account_id: by.accountId,
      account_name: by.name,
      reason: text,
      at: by.now,
    }));
    await tx.insertInto('work_event').values(rows).execute();
  }
  const holders = wishes.filter(({ row }) => row.year !== null);
  if (holders.length === 0) return;
  const pressed = JSON.stringify(
    holders.map(({ row, text }) => ({
      rule_set_id: row.rule_set_id,
      year: row.year,
      unit_id: row.unit_id,
      officer_id: row.officer_id,
      reason: text,
    })),
  );
  await sql`
    insert into work_event (bureau_id, work_kind, work_id, action, account_id, account_name, reason, at)
    select ${by.bureauId}, 'target', t.id, 'press', ${by.accountId}::uuid, ${by.name}, w.reason, ${by.now}
    from json_to_recordset(${pressed}::json)
      as w(rule_set_id uuid, year int, unit_id uuid, officer_id uuid, reason text)
    join rule_set_version v on v.rule_set_id = w.rule_set_id
    join target t on t.rule_set_version_id = v.id and t.year = w.year and t.state = 'issued'
      and case when w.officer_id is null then t.officer_id is null and t.unit_id = w.unit_id
               else t.officer_id = w.officer_id end`.execute(tx);
}

/** The officer himself; of a unit who leads or keeps it, and for reviewing who reviews there. */
async function readersOf(
  tx: Tx,
  wishes: readonly PressWish[],
): Promise<(row: PressedMatter) => readonly string[]> {
  const rows = wishes.map(({ row }) => row);
  const officers = await accountsOfOfficers(
    tx,
    rows.flatMap((row) => (row.officer_id === null ? [] : [row.officer_id])),
  );
  const ofUnits = rows.filter((row) => row.officer_id === null);
  const unitIds = (wanted: boolean) => [
    ...new Set(ofUnits.filter((row) => reviewing.has(row.kind) === wanted).map((row) => row.unit_id)),
  ];
  const leaders = await accountsHolding(tx, ['unitHead', 'unitClerk', 'office'], unitIds(false));
  const reviewers = await accountsHolding(tx, ['reviewer', 'unitHead', 'office'], unitIds(true));
  return (row) => {
    if (row.officer_id !== null) return [officers.get(row.officer_id)].flatMap((one) => one ?? []);
    return (reviewing.has(row.kind) ? reviewers : leaders).get(row.unit_id) ?? [];
  };
}
