import type { rechecks } from '@mingji/contract';
import { scopeOf } from '@mingji/engine';
import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../../context.ts';
import type { Reader } from '../../../db/database.ts';
import { scopeFilter } from '../../../db/scope-filter.ts';
import { localDay } from '../../../local-day.ts';
import { loadWorkPeriods, placedIndicators, presentIndicator } from '../../ledger/index.ts';

type Filter = z.output<typeof rechecks.listRecheckCases.query>;
interface Row {
  readonly id: string;
  readonly state: rechecks.RecheckState;
  readonly draw_id: string;
  readonly draw_title: string;
  readonly position: number;
  readonly submission_id: string;
  readonly title: string;
  readonly period_id: string;
  readonly indicator_code: string;
  readonly subject_kind: 'unit' | 'officer';
  readonly subject_id: string;
  readonly subject_name: string;
  readonly subject_code: string;
  readonly subject_unit_id: string;
  readonly subject_unit_name: string;
  readonly owner_unit_id: string;
  readonly owner_unit_name: string;
  readonly accepted_at: Date;
  readonly booked_points: string | null;
  readonly entry_id: string | null;
  readonly reviewer_name: string;
  readonly assignee_id: string;
  readonly assignee_name: string;
  readonly assignee_away: 'left' | 'absent' | null;
  readonly reason: string | null;
  readonly decided_by_name: string | null;
  readonly decided_at: Date | null;
}

/** Mine to look at, found about what I accepted, or all that the office may see. */
export async function listRecheckCases(ctx: Ctx, filter: Filter) {
  const { db } = ctx.deps;
  const parts = [view(ctx, filter.view)];
  if (filter.state) parts.push(sql<boolean>`c.state = ${filter.state}`);
  if (filter.reviewerAccountId) parts.push(sql<boolean>`c.reviewer_account_id = ${filter.reviewerAccountId}`);
  const where = sql<boolean>`${sql.join(parts, sql` and `)}`;
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from recheck_case c
    join submission s on s.id = c.submission_id join unit su on su.id = s.subject_unit_id
    where c.bureau_id = ${ctx.actor.bureauId} and ${where}`.execute(db);
  return {
    items: await caseViews(db, ctx, {
      where,
      limit: filter.pageSize,
      offset: (filter.page - 1) * filter.pageSize,
    }),
    total: rows[0]?.total ?? 0,
    page: filter.page,
    pageSize: filter.pageSize,
  };
}

function view({ actor }: Ctx, wanted: Filter['view']): RawBuilder<boolean> {
  if (wanted === 'mine') return sql<boolean>`c.assignee_account_id = ${actor.accountId}`;
  // Who accepted it learns of it when it is decided, not that it is being looked at.
  if (wanted === 'aboutMe') {
    return sql<boolean>`c.reviewer_account_id = ${actor.accountId} and c.state <> 'assigned'`;
  }
  const reach = scopeFilter(scopeOf(actor, 'recheck.manage'), { unitPath: sql<string>`su.path` });
  return sql<boolean>`(${reach} or c.assignee_account_id = ${actor.accountId})`;
}

/** Told while it waits: who has left or is away will not decide it. */
function assigneeAway({ now, actor }: Ctx): RawBuilder<string | null> {
  const today = localDay(now, actor.timeZone);
  return sql`case when c.state <> 'assigned' then null
    when aa.state <> 'active' or not exists (
      select from account_role r where r.account_id = aa.id and r.role in ('reviewer', 'office')) then 'left'
    when exists (select from review_handover h where h.account_id = aa.id and h.state in ('planned', 'running')
      and h.from_on <= ${today} and h.to_on >= ${today}) then 'absent' end`;
}

interface Page {
  readonly where: RawBuilder<boolean>;
  readonly limit: number;
  readonly offset: number;
}

export async function caseViews(reader: Reader, ctx: Ctx, page: Page): Promise<rechecks.RecheckCaseView[]> {
  const { rows } = await sql<Row>`
    select c.id, c.state, d.id as draw_id, d.title as draw_title, c.position, s.id as submission_id, v.title,
           s.period_id, s.indicator_code, s.subject_kind, s.subject_id,
           coalesce(o.name, su.name) as subject_name, coalesce(o.police_no, su.code) as subject_code,
           su.id as subject_unit_id, su.name as subject_unit_name, ou.id as owner_unit_id,
           ou.name as owner_unit_name, s.decided_at as accepted_at, l.booked_points::text as booked_points,
           l.id as entry_id, ra.display_name as reviewer_name, aa.id as assignee_id,
           aa.display_name as assignee_name, ${assigneeAway(ctx)} as assignee_away, c.reason, da.display_name as decided_by_name, c.decided_at
    from recheck_case c
    join recheck_draw d on d.id = c.draw_id
    join submission s on s.id = c.submission_id
    join submission_version v on v.submission_id = s.id and v.version = s.latest_version
    join unit su on su.id = s.subject_unit_id
    join unit ou on ou.id = s.owner_unit_id
    left join officer o on s.subject_kind = 'officer' and o.id = s.subject_id
    join account ra on ra.id = c.reviewer_account_id
    join account aa on aa.id = c.assignee_account_id
    left join account da on da.id = c.decided_by
    left join lateral (
      select e.id, e.booked_points from ledger_entry e
      where e.source_id = s.id and e.subject_id = s.subject_id and e.kind <> 'reversal'
        and (c.state = 'corrected' or not exists (select from ledger_entry r where r.reverses = e.id))
      order by e.seq desc limit 1
    ) l on true
    where c.bureau_id = ${ctx.actor.bureauId} and ${page.where}
    order by c.state <> 'assigned', d.drawn_at desc, c.position limit ${page.limit} offset ${page.offset}`.execute(
    reader,
  );
  const periods = await loadWorkPeriods(
    reader,
    ctx.actor.bureauId,
    rows.map((row) => row.period_id),
  );
  const byId = new Map(periods.map((period) => [period.id, period]));
  return rows.map((row) => {
    const period = byId.get(row.period_id);
    if (!period) throw new Error(`submission ${row.submission_id} has lost its period`);
    const sealed = period.state === 'sealed';
    const mine = row.state === 'assigned' && row.assignee_id === ctx.actor.accountId;
    return {
      id: row.id,
      state: row.state,
      draw: { id: row.draw_id, title: row.draw_title },
      position: row.position,
      submission: {
        id: row.submission_id,
        title: row.title,
        period: { id: period.id, label: period.label, sealed },
        indicator: presentIndicator(
          row.indicator_code,
          placedIndicators(period.ruleSet).get(row.indicator_code),
        ),
        subject: {
          kind: row.subject_kind,
          id: row.subject_id,
          name: row.subject_name,
          code: row.subject_code,
          unit: { id: row.subject_unit_id, name: row.subject_unit_name },
        },
        ownerUnit: { id: row.owner_unit_id, name: row.owner_unit_name },
        acceptedAt: row.accepted_at.toISOString(),
        bookedPoints: row.booked_points,
        entryId: row.entry_id,
      },
      reviewerName: row.reviewer_name,
      assignee: { id: row.assignee_id, name: row.assignee_name },
      assigneeAway: row.assignee_away,
      reason: row.reason,
      decidedByName: row.decided_by_name,
      decidedAt: row.decided_at?.toISOString() ?? null,
      can: { decide: mine, correct: mine && !sealed && row.entry_id !== null },
    };
  });
}
