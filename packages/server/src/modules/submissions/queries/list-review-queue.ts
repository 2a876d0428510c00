import type { submissions } from '@mingji/contract';
import { scopeOf } from '@mingji/engine';
import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../../context.ts';
import type { Reader } from '../../../db/database.ts';
import { scopeFilter } from '../../../db/scope-filter.ts';
import { placedIndicators } from '../../ledger/index.ts';
import { recusedFrom } from '../../review-duties/index.ts';
import { publishedRuleSet } from '../../rule-sets/index.ts';
import { submissionTables, submissionViews } from './submission-rows.ts';

type Filter = z.output<typeof submissions.listReviewQueue.query>;

/** What waits for this reviewer, oldest first, with the counts by indicator and unit that the filters offer (P9). */
export async function listReviewQueue(ctx: Ctx, filter: Filter) {
  const { db } = ctx.deps;
  const mine = sql<boolean>`(s.assignee_account_id is null or s.assignee_account_id = ${ctx.actor.accountId})`;
  const late = sql<boolean>`s.review_due_at < ${ctx.now}`;
  const parts = [waiting(ctx)];
  if (filter.from !== undefined) parts.push(sql<boolean>`v.occurred_on >= ${filter.from}`);
  if (filter.to !== undefined) parts.push(sql<boolean>`v.occurred_on <= ${filter.to}`);
  if (filter.whose === 'mine') parts.push(mine);
  if (filter.overdue) parts.push(late);
  const dated = sql<boolean>`${sql.join(parts, sql` and `)}`;
  const byIndicator =
    filter.indicatorCode === undefined ? [] : [sql<boolean>`s.indicator_code = ${filter.indicatorCode}`];
  const byUnit = filter.unitId === undefined ? [] : [sql<boolean>`s.subject_unit_id = ${filter.unitId}`];
  const where = sql<boolean>`${sql.join([dated, ...byIndicator, ...byUnit], sql` and `)}`;
  const { rows } = await sql<{ total: number; all: number; mine: number; overdue: number }>`
    select count(*) filter (where ${where}) as total, count(*) as all, count(*) filter (where ${mine}) as mine,
           count(*) filter (where ${late}) as overdue
    from ${submissionTables} where s.bureau_id = ${ctx.actor.bureauId} and ${waiting(ctx)}`.execute(db);
  const items = await submissionViews(db, ctx, {
    where,
    // What a colleague is at comes last: the next key would only be refused. Before it, what is nearest to its end.
    orderBy: sql`coalesce(s.taken_until > ${ctx.now} and s.taken_by <> ${ctx.actor.accountId}, false),
                 s.review_due_at nulls last, s.updated_at, s.id`,
    limit: filter.pageSize,
    offset: (filter.page - 1) * filter.pageSize,
  });
  return {
    items,
    total: rows[0]?.total ?? 0,
    all: rows[0]?.all ?? 0,
    mine: rows[0]?.mine ?? 0,
    overdue: rows[0]?.overdue ?? 0,
    page: filter.page,
    pageSize: filter.pageSize,
    byIndicator: await countByIndicator(db, ctx, sql<boolean>`${sql.join([dated, ...byUnit], sql` and `)}`),
    byUnit: await countByUnit(db, ctx, sql<boolean>`${sql.join([dated, ...byIndicator], sql` and `)}`),
  };
}

/** Submitted, in the reviewer's reach, before publication, and not the reviewer's own (§13). */
export function waiting({ actor }: Ctx): RawBuilder<boolean> {
  const reach = scopeFilter(scopeOf(actor, 'submission.review'), {
    unitPath: sql<string>`su.path`,
    ownerUnitPath: sql<string>`ou.path`,
  });
  return sql<boolean>`s.state = 'submitted' and ${reach}
    and not (s.subject_kind = 'officer' and s.subject_id is not distinct from ${actor.officerId}::uuid)
    and not exists (select from submission_version own where own.submission_id = s.id
                    and own.by_account_id = ${actor.accountId})
    and not exists (${recusedFrom(sql`s.id`)} and recusal.account_id = ${actor.accountId})`;
}

export interface IndicatorCount {
  readonly code: string;
  readonly name: string;
  readonly count: number;
}

export async function countByIndicator(
  reader: Reader,
  ctx: Ctx,
  where: RawBuilder<boolean>,
): Promise<IndicatorCount[]> {
  const { rows } = await sql<{ code: string; version_id: string; count: number }>`
    select s.indicator_code as code, max(p.rule_set_version_id::text) as version_id, count(*) as count
    from ${submissionTables} join period p on p.id = s.period_id
    where s.bureau_id = ${ctx.actor.bureauId} and ${where}
    group by s.indicator_code order by count(*) desc, s.indicator_code limit 500`.execute(reader);
  return Promise.all(
    rows.map(async ({ code, version_id, count }) => {
      const ruleSet = await publishedRuleSet(reader, ctx.actor.bureauId, version_id);
      return { code, name: placedIndicators(ruleSet).get(code)?.indicator.name ?? code, count };
    }),
  );
}

async function countByUnit(reader: Reader, ctx: Ctx, where: RawBuilder<boolean>) {
  const { rows } = await sql<{ id: string; name: string; count: number }>`
    select su.id, su.name, count(*) as count from ${submissionTables}
    where s.bureau_id = ${ctx.actor.bureauId} and ${where}
    group by su.id, su.name order by count(*) desc, su.name limit 1000`.execute(reader);
  return rows;
}
