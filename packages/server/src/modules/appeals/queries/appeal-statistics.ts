import type { appealStatistics } from '@mingji/contract';
import { scopeOf } from '@mingji/engine';
import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../../context.ts';
import { scopeFilter } from '../../../db/scope-filter.ts';
import { localDay } from '../../../local-day.ts';
import { Refusal } from '../../../refusal.ts';
import { loadWorkPeriods, placedIndicators } from '../../ledger/index.ts';
import { loadCalendar } from '../../organization/index.ts';
import { countsOfPeriod } from '../../periods/index.ts';
import { type CountedAppeal, LEAST_FOR_SHARE, summarizeAppeals } from '../summarize-appeals.ts';
import { appealTables } from './appeal-rows.ts';

export type StatisticsQuery = z.output<typeof appealStatistics.getAppealStatistics.query>;
type Answer = z.input<typeof appealStatistics.getAppealStatistics.response>;
const MOST_LINES = 500;

/** Appeals by period, owning department, indicator or scorer, of this year unless other days are given; trials count nowhere (P7, P20). */
export async function getAppealStatistics(ctx: Ctx, query: StatisticsQuery): Promise<Answer> {
  const today = localDay(ctx.now, ctx.actor.timeZone);
  const from = query.from ?? `${today.slice(0, 4)}-01-01`;
  const to = query.to ?? today;
  requireOrder(from, to);
  const rows = await countedAppeals(ctx, { ...query, from, to });
  const calendar = await loadCalendar(ctx.deps.db, ctx.actor.bureauId);
  const { items, total, calendarProblem } = summarizeAppeals(rows, calendar, today);
  return {
    by: query.by,
    from,
    to,
    instance: query.instance === undefined ? null : query.instance === '1' ? 1 : 2,
    leastForShare: LEAST_FOR_SHARE,
    calendarProblem,
    total,
    items: items.slice(0, MOST_LINES),
    cut: items.length > MOST_LINES,
  };
}

function requireOrder(from: string, to: string): void {
  if (from <= to) return;
  const message = '提出日期的起日晚于止日，请核对。';
  throw new Refusal('invalid', message, [{ path: 'from', message }]);
}

interface Row extends Omit<CountedAppeal, 'label'> {
  readonly name: string;
  readonly periodId: string;
  readonly code: string;
}

/** The key a line is counted under and its name; indicators are named by their method. */
const groupings: Readonly<
  Record<StatisticsQuery['by'], { readonly key: RawBuilder<string>; readonly name: RawBuilder<string> }>
> = {
  period: { key: sql`ap.id::text`, name: sql`ap.label || ' · ' || ars.name` },
  ownerUnit: { key: sql`ou.id::text`, name: sql`ou.name` },
  indicator: {
    key: sql`ars.id::text || ' ' || coalesce(e.indicator_code, s.indicator_code)`,
    name: sql`ars.name`,
  },
  scorer: { key: sql`scorer.id::text`, name: sql`scorer.display_name` },
};

async function countedAppeals(
  ctx: Ctx,
  query: StatisticsQuery & { readonly from: string; readonly to: string },
): Promise<CountedAppeal[]> {
  const { db } = ctx.deps;
  const { bureauId, timeZone } = ctx.actor;
  const { key, name } = groupings[query.by];
  const inScope = scopeFilter(scopeOf(ctx.actor, 'appeal.statistics'), {
    unitPath: sql<string>`su.path`,
    ownerUnitPath: sql<string>`ou.path`,
  });
  const filedOn = sql`(a.filed_at at time zone ${timeZone})::date`;
  const { rows } = await sql<Row>`
    select ${key} as key, ${name} as name, a.state, ${filedOn} as "filedOn",
      (a.decided_at at time zone ${timeZone})::date as "decidedOn", a.answer_due_on as "dueOn",
      a.period_id as "periodId", coalesce(e.indicator_code, s.indicator_code) as code
    from ${appealTables}
    join account scorer on scorer.id = a.scored_by_account_id
    left join ledger_entry e on e.id = a.ledger_entry_id
    left join submission s on s.id = a.submission_id
    where a.bureau_id = ${bureauId} and ${filedOn} between ${query.from} and ${query.to}
      and a.instance = coalesce(${query.instance ?? null}::int, a.instance)
      and ${countsOfPeriod('ap')} and ${inScope}`.execute(db);
  if (query.by !== 'indicator') return rows.map((row) => ({ ...row, label: row.name }));
  const periods = await loadWorkPeriods(
    db,
    bureauId,
    rows.map((row) => row.periodId),
  );
  const ruleSets = new Map(periods.map((period) => [period.id, period.ruleSet]));
  return rows.map((row) => {
    const ruleSet = ruleSets.get(row.periodId);
    const placed = ruleSet ? placedIndicators(ruleSet).get(row.code) : undefined;
    return { ...row, label: `${placed?.indicator.name ?? row.code} · ${row.name}` };
  });
}
