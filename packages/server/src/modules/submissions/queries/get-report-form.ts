import type { submissions } from '@mingji/contract';
import { effectivePeriodState, FAMILY_NAMES, type PeriodState, rolesOfEvent } from '@mingji/engine';
import { sql } from 'kysely';
import type { z } from 'zod';
import { requireAccess } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import {
  formOf,
  loadSubject,
  type PlacedIndicator,
  placedIndicators,
  presentForm,
  presentIndicator,
  presentSubject,
  readWorkPeriods,
  takesLateWork,
  type WorkPeriod,
  type WorkSubject,
  workPeriodQuery,
} from '../../ledger/index.ts';
import { loadActivations, pilotRefusal } from '../../organization/index.ts';
import { countsOfPeriod } from '../../periods/index.ts';
import { ownersFor } from '../../rule-sets/index.ts';

type Query = z.output<typeof submissions.getReportForm.query>;
type Answer = z.input<typeof submissions.getReportForm.response>;

/** What one may report for a subject now: periods with their deadlines, indicators with form, target and progress. */
export async function getReportForm(ctx: Ctx, query: Query): Promise<Answer> {
  const { db } = ctx.deps;
  const wanted =
    query.subjectId === undefined
      ? ctx.actor.officerId === null
        ? null
        : { kind: 'officer' as const, id: ctx.actor.officerId }
      : { kind: query.subjectKind ?? 'officer', id: query.subjectId };
  if (!wanted) return { subject: null, serverTime: ctx.now.toISOString(), pilotNotice: null, periods: [] };
  const subject = await loadSubject(db, ctx, wanted);
  requireAccess(ctx, 'submission.create', {
    unitPath: subject.unitPath,
    officerId: subject.kind === 'officer' ? subject.id : null,
  });
  const activations = await loadActivations(db, ctx.actor.bureauId);
  const unit = { name: subject.unitName, path: subject.unitPath };
  const open = await openPeriods(ctx, subject);
  const periods = open.filter((period) => pilotRefusal(activations, unit, period.toOn) === null);
  const left = open.find((period) => !periods.includes(period));
  const lastUsed = await lastUsedIndicators(ctx);
  return {
    subject: presentSubject(subject),
    serverTime: ctx.now.toISOString(),
    pilotNotice: left === undefined ? null : pilotRefusal(activations, unit, left.toOn),
    periods: await Promise.all(periods.map((period) => presentPeriod(ctx, period, subject, lastUsed))),
  };
}

async function openPeriods(ctx: Ctx, subject: WorkSubject): Promise<WorkPeriod[]> {
  const { db } = ctx.deps;
  const open = workPeriodQuery(db, ctx.actor.bureauId)
    .where('period.state', 'in', ['open', 'submissionClosed', 'reviewing'])
    .where(sql<boolean>`starts_with(${subject.unitPath}, unit.path)`)
    .where(sql<boolean>`version.content->'appraises' ? ${subject.kind}`)
    // P8: a special operation is offered to its own subjects only.
    .where(sql<boolean>`(not exists (select from operation o where o.period_id = period.id)
      or exists (select from operation_subject s where s.period_id = period.id and s.subject_id = ${subject.id}))`)
    .orderBy('period.submit_by')
    .orderBy('unit.path')
    .limit(20);
  return readWorkPeriods(db, ctx.actor.bureauId, open);
}

async function presentPeriod(
  ctx: Ctx,
  period: WorkPeriod,
  subject: WorkSubject,
  lastUsed: ReadonlyMap<string, Date>,
): Promise<Answer['periods'][number]> {
  const state = effectivePeriodState(
    period.state as PeriodState,
    period.submitBy.getTime(),
    ctx.now.getTime(),
  );
  const closed = state !== 'open';
  const placed = [...placedIndicators(period.ruleSet).values()].filter((each) =>
    isFor(each, subject, closed),
  );
  const owners = await ownersFor(
    ctx.deps.db,
    ctx.actor.bureauId,
    period,
    placed.map((each) => each.indicator),
    subject.unitPath,
  );
  const targets = await targetsOf(ctx, period, subject);
  return {
    id: period.id,
    label: period.label,
    ruleSetName: period.ruleSetName,
    state,
    fromOn: period.fromOn,
    toOn: period.toOn,
    submitBy: period.submitBy.toISOString(),
    closed,
    indicators: placed.map((each) => {
      const { indicator } = each;
      return {
        ...presentIndicator(indicator.code, each),
        form: presentForm(formOf(indicator)),
        clause: each.clause.text,
        evidenceRule: indicator.evidence ?? null,
        familyName: FAMILY_NAMES[indicator.scoring.family],
        ownerName: owners.get(indicator.code)?.name ?? null,
        target: targets.get(indicator.code) ?? null,
        lateAllowed: takesLateWork(indicator.scoring),
        namedRoles: subject.kind === 'officer' ? namedRoles(period, each) : [],
        lastUsedAt: lastUsed.get(indicator.code)?.toISOString() ?? null,
      };
    }),
  };
}

/** P2: in which roles others may be named, for each event that has points for them. */
function namedRoles({ ruleSet }: WorkPeriod, { indicator }: PlacedIndicator) {
  const events = 'events' in indicator.scoring ? indicator.scoring.events : [];
  return events.flatMap((event) =>
    rolesOfEvent(ruleSet, event)
      .filter(({ goesTo }) => goesTo === 'named')
      .map(({ code, name }) => ({ event: event.code, code, name })),
  );
}

function isFor({ indicator }: PlacedIndicator, subject: WorkSubject, closed: boolean): boolean {
  const form = formOf(indicator);
  if (!form?.reportable) return false;
  if (closed && !takesLateWork(indicator.scoring)) return false;
  return indicator.subjects?.kinds?.includes(subject.kind) ?? true;
}

/** The actor's own recent choices come first in the picker. */
async function lastUsedIndicators(ctx: Ctx): Promise<Map<string, Date>> {
  const rows = await ctx.deps.db
    .selectFrom('submission')
    .select(['indicator_code', (eb) => eb.fn.max('created_at').as('at')])
    .where('bureau_id', '=', ctx.actor.bureauId)
    .where('author_account_id', '=', ctx.actor.accountId)
    .groupBy('indicator_code')
    .orderBy('at', 'desc')
    .limit(30)
    .execute();
  return new Map(rows.map((row) => [row.indicator_code, row.at]));
}

/** The subject's issued targets of the year, with what was accepted so far (§14). */
async function targetsOf(ctx: Ctx, period: WorkPeriod, subject: WorkSubject) {
  const { rows } = await sql<{ code: string; id: string; quantity: string; done: string }>`
    select t.indicator_code as code, t.id, t.quantity::text as quantity,
      coalesce((select sum(e.quantity) from ledger_entry e
        join period p on p.id = e.period_id
        join rule_set_version pv on pv.id = p.rule_set_version_id and pv.rule_set_id = v.rule_set_id
        where e.bureau_id = t.bureau_id and e.subject_id = ${subject.id} and e.indicator_code = t.indicator_code
          and e.kind = 'measure' and ${countsOfPeriod('p')} and extract(year from p.to_on) = t.year
          and not exists (select from ledger_entry r where r.reverses = e.id)), 0)::text as done
    from target t
    join rule_set_version v on v.id = t.rule_set_version_id and v.rule_set_id = ${period.ruleSetId}
    where t.bureau_id = ${ctx.actor.bureauId} and t.state = 'issued' and t.year = ${Number(period.toOn.slice(0, 4))}
      and coalesce(t.officer_id, t.unit_id) = ${subject.id}`.execute(ctx.deps.db);
  return new Map(rows.map(({ code, ...target }) => [code, target]));
}
