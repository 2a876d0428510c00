import { holdsAbility, type WrittenReviewState, writtenReviewWorkflow } from '@mingji/engine';
import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../context.ts';
import { proposalsToDecide } from '../outcomes/index.ts';
import { endOfDay } from '../periods/index.ts';
import { ownWrittenReviews, reviewTables, writtenReviewsToDecide } from '../written-reviews/index.ts';
import type { Waiting } from './urgency.ts';

/** Written reviews one owes or has to look through, and proposals that wait for the committee (P16, P17). */
export async function outcomeWork(ctx: Ctx): Promise<Waiting[]> {
  return [
    ...(holdsAbility(ctx.actor, 'writtenReview.hand') ? await owedReviews(ctx) : []),
    ...(holdsAbility(ctx.actor, 'writtenReview.decide') ? await reviewsToDecide(ctx) : []),
    ...(holdsAbility(ctx.actor, 'outcome.decide') ? await decisions(ctx) : []),
  ];
}

async function owedReviews(ctx: Ctx): Promise<Waiting[]> {
  const owed = sql<boolean>`w.state in ('open', 'returned') and ${ownWrittenReviews(ctx)}`;
  const { rows } = await sql<{
    id: string;
    task: string;
    label: string;
    subject_name: string;
    state: WrittenReviewState;
    due_on: string;
  }>`
    select w.id, w.task, p.label, w.subject_name, w.state, w.due_on from ${reviewTables}
    where w.bureau_id = ${ctx.actor.bureauId} and ${owed} order by w.due_on, w.id limit 20`.execute(
    ctx.deps.db,
  );
  return rows.map((row) => ({
    key: `writtenReview-${row.id}`,
    title: `${row.label}${row.task}`,
    detail: `${row.subject_name} · ${writtenReviewWorkflow.states[row.state]}`,
    dueAt: endOfDay(row.due_on, ctx.actor.timeZone),
    address: `/written-reviews/${row.id}`,
  }));
}

async function reviewsToDecide(ctx: Ctx): Promise<Waiting[]> {
  const n = await countReviews(ctx, writtenReviewsToDecide(ctx));
  if (n === 0) return [];
  return [
    {
      key: 'writtenReviewsToDecide',
      title: '待审阅的书面检查',
      detail: '通过，或写明原因退回',
      count: n,
      address: '/written-reviews?view=toDecide',
    },
  ];
}

async function countReviews(ctx: Ctx, where: RawBuilder<boolean>): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from ${reviewTables}
    where w.bureau_id = ${ctx.actor.bureauId} and ${where}`.execute(ctx.deps.db);
  return rows[0]?.n ?? 0;
}

async function decisions(ctx: Ctx): Promise<Waiting[]> {
  const n = await proposalsToDecide(ctx);
  if (n === 0) return [];
  return [
    {
      key: 'proposals',
      title: '待审定的结果运用建议',
      detail: '审阅依据和评优核查，登记决议',
      count: n,
      address: '/outcomes/proposals?state=submitted',
    },
  ];
}
