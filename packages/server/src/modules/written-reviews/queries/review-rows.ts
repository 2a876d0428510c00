import type { writtenReviews } from '@mingji/contract';
import { isOwed, type WrittenReviewState } from '@mingji/engine';
import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import type { Reader } from '../../../db/database.ts';
import { localDay } from '../../../local-day.ts';
import { ownersOf } from '../owners.ts';

interface ListedReview {
  readonly id: string;
  readonly state: WrittenReviewState;
  readonly task: string;
  readonly period_id: string;
  readonly period_label: string;
  readonly rule_set_name: string;
  readonly subject_kind: 'unit' | 'officer';
  readonly subject_id: string;
  readonly subject_name: string;
  readonly subject_code: string;
  readonly subject_unit_id: string;
  readonly unit_name: string;
  readonly score: string;
  readonly below: string;
  readonly clause: string | null;
  readonly due_on: string;
  readonly late: boolean;
  readonly handed_at: Date | null;
  readonly reminded_at: Date | null;
  readonly escalated_at: Date | null;
  readonly decided_by_name: string | null;
  readonly decided_at: Date | null;
  readonly latest_version: number;
}

/** The tables of a list and the names conditions use: w, u, p. */
export const reviewTables = sql`written_review w
  join unit u on u.id = w.subject_unit_id
  join period p on p.id = w.period_id`;

interface Page {
  readonly where: RawBuilder<boolean>;
  readonly orderBy: RawBuilder<unknown>;
  readonly limit: number;
  readonly offset: number;
}

export async function reviewViews(
  reader: Reader,
  ctx: Ctx,
  page: Page,
): Promise<writtenReviews.WrittenReviewView[]> {
  const { rows } = await sql<ListedReview>`
    select w.id, w.state, w.task, w.period_id, p.label as period_label, rs.name as rule_set_name, w.subject_kind,
           w.subject_id, w.subject_name, w.subject_code, w.subject_unit_id, u.name as unit_name, w.score, w.below,
           w.clause, w.due_on, w.late, w.handed_at, w.reminded_at, w.escalated_at,
           decider.display_name as decided_by_name, w.decided_at, w.latest_version
    from ${reviewTables}
    join rule_set_version v on v.id = p.rule_set_version_id
    join rule_set rs on rs.id = v.rule_set_id
    left join account decider on decider.id = w.decided_by
    where w.bureau_id = ${ctx.actor.bureauId} and ${page.where}
    order by ${page.orderBy} limit ${page.limit} offset ${page.offset}`.execute(reader);
  const owners = await ownersOf(reader, ctx.actor.bureauId, rows);
  const today = localDay(ctx.now, ctx.actor.timeZone);
  return rows.map((row) => ({
    id: row.id,
    state: row.state,
    task: row.task,
    period: { id: row.period_id, label: row.period_label, ruleSetName: row.rule_set_name },
    subject: {
      kind: row.subject_kind,
      id: row.subject_id,
      name: row.subject_name,
      code: row.subject_code,
      unit: { id: row.subject_unit_id, name: row.unit_name },
    },
    ownerNames: (owners.get(row.subject_id) ?? []).map(({ name }) => name).slice(0, 20),
    score: row.score,
    below: row.below,
    clause: row.clause,
    dueOn: row.due_on,
    overdue: isOwed(row.state) && row.due_on < today,
    late: row.late,
    handedAt: row.handed_at?.toISOString() ?? null,
    remindedAt: row.reminded_at?.toISOString() ?? null,
    escalatedAt: row.escalated_at?.toISOString() ?? null,
    decidedByName: row.decided_by_name,
    decidedAt: row.decided_at?.toISOString() ?? null,
    version: row.latest_version,
  }));
}

export async function reviewViewOf(
  reader: Reader,
  ctx: Ctx,
  reviewId: string,
): Promise<writtenReviews.WrittenReviewView> {
  const [view] = await reviewViews(reader, ctx, {
    where: sql<boolean>`w.id = ${reviewId}`,
    orderBy: sql`w.id`,
    limit: 1,
    offset: 0,
  });
  if (!view) throw new Error(`written review ${reviewId} is not there`);
  return view;
}
