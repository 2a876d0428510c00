import {
  effectivePeriodState,
  type PeriodAction,
  type PeriodState,
  periodWorkflow,
  transition,
} from '@mingji/engine';
import type { Tx } from '../../db/database.ts';
import { Refusal } from '../../refusal.ts';
import { remeasureReviews } from '../review-duties/index.ts';
import { endOfDay } from './day-end.ts';
import type { PeriodRow } from './period-row.ts';

export interface PeriodMove {
  readonly action: Exclude<PeriodAction, 'startNotice' | 'seal'>;
  readonly reason: string | null;
  /** Reopening for submission needs a new last day. */
  readonly submitOn: string | null;
}
interface Moment {
  readonly now: Date;
  readonly timeZone: string;
  /** The calendar writes down what the clock has done already: it goes on from the state that is stored. */
  readonly byCalendar?: true;
}

/** One step of the workflow table on a period that is held; two who come at once: one moves it, the other is told. */
export async function applyMove(tx: Tx, row: PeriodRow, move: PeriodMove, moment: Moment): Promise<void> {
  if (row.discarded_at !== null) {
    throw new Refusal('conflict', `试运行周期“${row.label}”已经作废，不能再办理。`);
  }
  const stored = row.state as PeriodState;
  const state = moment.byCalendar
    ? stored
    : effectivePeriodState(stored, row.submit_by.getTime(), moment.now.getTime());
  const step = transition(periodWorkflow, state, move.action, move);
  if (!step.ok) throw new Refusal('conflict', step.reason);
  const changes = changesOf(row, move, moment);
  const moved = await tx
    .updateTable('period')
    .set({ state: step.next, ...changes })
    .where('id', '=', row.id)
    .where('state', '=', row.state)
    .executeTakeFirst();
  if (moved.numUpdatedRows === 0n) {
    throw new Refusal('conflict', '周期状态刚被他人改变，请刷新后查看最新状态。');
  }
  if (changes.review_by === undefined) return;
  const { timeZone } = moment;
  await remeasureReviews(tx, { id: row.id, bureauId: row.bureau_id, timeZone, reviewBy: changes.review_by });
}

interface Changes {
  readonly published_at?: null;
  readonly submit_by?: Date;
  readonly review_by?: Date;
}

/** What goes with the state: reopening for submission sets a new deadline and takes a publication back. */
function changesOf(row: PeriodRow, move: PeriodMove, { now, timeZone }: Moment): Changes {
  if (move.action === 'reopenReview') return { published_at: null };
  if (move.action === 'open' && now > row.submit_by) {
    throw new Refusal(
      'deadlinePassed',
      `周期“${row.label}”的填报截止时间已过，开放后也无法填报。请先调整填报截止日再开放；往期补录请用“开放补录”。`,
    );
  }
  if (move.action !== 'reopenSubmission') return {};
  const submitBy = requireNewDeadline(move.submitOn, { now, timeZone });
  const reviewBy = new Date(Math.max(submitBy.getTime(), row.review_by.getTime()));
  return { published_at: null, submit_by: submitBy, review_by: reviewBy };
}

export function requireNewDeadline(submitOn: string | null, { now, timeZone }: Moment): Date {
  if (submitOn === null) {
    throw new Refusal('invalid', '重新开放填报须定出新的截止日。', [
      { path: 'submitOn', message: '请选择新的填报截止日' },
    ]);
  }
  const submitBy = endOfDay(submitOn, timeZone);
  if (submitBy > now) return submitBy;
  throw new Refusal('invalid', '新的填报截止时间已经过去，请选择今天或以后的日期。', [
    { path: 'submitOn', message: '须为今天或以后' },
  ]);
}
