import type { appeals } from '@mingji/contract';
import type { AppealAnswerer, AppealState } from '@mingji/engine';
import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import type { Reader } from '../../../db/database.ts';
import { localDay } from '../../../local-day.ts';
import { loadWorkPeriods, placedIndicators, presentIndicator } from '../../ledger/index.ts';

interface ListedAppeal {
  readonly id: string;
  readonly state: string;
  readonly period_id: string;
  readonly ledger_entry_id: string | null;
  readonly indicator_code: string;
  readonly about_title: string;
  readonly subject_kind: 'unit' | 'officer';
  readonly subject_id: string;
  readonly subject_name: string;
  readonly subject_code: string;
  readonly subject_unit_id: string;
  readonly subject_unit_name: string;
  readonly owner_unit_id: string;
  readonly owner_unit_name: string;
  readonly author_name: string;
  readonly scored_by_name: string;
  readonly instance: 1 | 2;
  readonly answered_by: AppealAnswerer;
  readonly assignee_name: string | null;
  readonly filed_at: Date;
  readonly answer_due_on: string;
  readonly decided_by_name: string | null;
  readonly decided_at: Date | null;
}

/** The tables of a list and the names conditions use: a, su, ou, and mu, the unit whose method it is. */
export const appealTables = sql`appeal a
  join unit su on su.id = a.subject_unit_id
  join unit ou on ou.id = a.owner_unit_id
  join period ap on ap.id = a.period_id
  join rule_set_version av on av.id = ap.rule_set_version_id
  join rule_set ars on ars.id = av.rule_set_id
  join unit mu on mu.id = ars.unit_id`;

interface Page {
  readonly where: RawBuilder<boolean>;
  readonly orderBy: RawBuilder<unknown>;
  readonly limit: number;
  readonly offset: number;
}

export async function appealViews(reader: Reader, ctx: Ctx, page: Page): Promise<appeals.AppealView[]> {
  const { rows } = await sql<ListedAppeal>`
    select a.id, a.state, a.period_id, a.ledger_entry_id, coalesce(e.indicator_code, s.indicator_code) as indicator_code,
           coalesce(e.reason, v.title) as about_title, a.subject_kind, a.subject_id,
           coalesce(o.name, su.name) as subject_name, coalesce(o.police_no, su.code) as subject_code,
           a.subject_unit_id, su.name as subject_unit_name, a.owner_unit_id, ou.name as owner_unit_name,
           author.display_name as author_name, scorer.display_name as scored_by_name,
           a.instance, a.answered_by, assignee.display_name as assignee_name, a.filed_at, a.answer_due_on,
           decider.display_name as decided_by_name, a.decided_at
    from ${appealTables}
    left join ledger_entry e on e.id = a.ledger_entry_id
    left join submission s on s.id = a.submission_id
    left join submission_version v on v.submission_id = s.id and v.version = s.latest_version
    left join officer o on a.subject_kind = 'officer' and o.id = a.subject_id
    join account author on author.id = a.author_account_id
    join account scorer on scorer.id = a.scored_by_account_id
    left join account assignee on assignee.id = a.assignee_account_id
    left join account decider on decider.id = a.decided_by
    where a.bureau_id = ${ctx.actor.bureauId} and ${page.where}
    order by ${page.orderBy} limit ${page.limit} offset ${page.offset}`.execute(reader);
  const periods = await loadWorkPeriods(
    reader,
    ctx.actor.bureauId,
    rows.map((row) => row.period_id),
  );
  const today = localDay(ctx.now, ctx.actor.timeZone);
  return rows.map((row) => {
    const period = periods.find((each) => each.id === row.period_id);
    if (!period) throw new Error(`appeal ${row.id} has lost its period`);
    return {
      id: row.id,
      state: row.state as AppealState,
      instance: row.instance,
      answeredBy: row.answered_by,
      period: { id: period.id, label: period.label },
      about: row.ledger_entry_id === null ? ('submission' as const) : ('entry' as const),
      aboutTitle: row.about_title,
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
      authorName: row.author_name,
      scoredByName: row.scored_by_name,
      assigneeName: row.assignee_name,
      overdue: row.state === 'filed' && row.answer_due_on < today,
      filedAt: row.filed_at.toISOString(),
      answerDueOn: row.answer_due_on,
      decidedByName: row.decided_by_name,
      decidedAt: row.decided_at?.toISOString() ?? null,
    };
  });
}

export async function appealViewOf(reader: Reader, ctx: Ctx, appealId: string): Promise<appeals.AppealView> {
  const [view] = await appealViews(reader, ctx, {
    where: sql<boolean>`a.id = ${appealId}`,
    orderBy: sql`a.id`,
    limit: 1,
    offset: 0,
  });
  if (!view) throw new Error(`appeal ${appealId} is not there`);
  return view;
}
