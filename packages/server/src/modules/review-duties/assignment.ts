import type { WorkingDayCalendar } from '@mingji/engine';
import type { Tx } from '../../db/database.ts';
import { localDay } from '../../local-day.ts';
import { type ChosenReviewer, chooseReviewer } from './choose-reviewer.ts';
import { reviewDueAt } from './time-limits.ts';

export interface WorkToAssign {
  readonly bureauId: string;
  readonly timeZone: string;
  readonly now: Date;
  readonly reviewBy: Date;
  readonly ownerUnit: { readonly id: string; readonly path: string };
  readonly indicatorCode: string;
  readonly officerId: string | null;
  readonly authorAccountIds: readonly string[];
  readonly calendar?: WorkingDayCalendar;
}

/** The columns of a submission that begins to wait for review: whom for, in whose place, until when. */
export async function assignment(tx: Tx, work: WorkToAssign) {
  return (await namedAssignment(tx, work)).columns;
}

/** The same with the names of the two. */
export async function namedAssignment(tx: Tx, work: WorkToAssign) {
  const chosen = await chooseReviewer(tx, { ...work, today: localDay(work.now, work.timeZone) });
  const columns = await columnsOf(tx, work, chosen);
  return { columns, assigneeName: chosen?.name ?? null, standsInForName: chosen?.forName ?? null };
}

async function columnsOf(tx: Tx, work: WorkToAssign, chosen: ChosenReviewer | null) {
  return {
    assignee_account_id: chosen?.accountId ?? null,
    assigned_for_account_id: chosen?.forAccountId ?? null,
    assigned_at: work.now,
    review_due_at: await reviewDueAt(tx, { ...work, ownerUnitId: work.ownerUnit.id, from: work.now }),
    passed_on_at: null,
    taken_by: null,
    taken_at: null,
    taken_until: null,
  };
}
