import type { Role } from '@mingji/engine';
import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../context.ts';
import { readWorkPeriods, type WorkPeriod, workPeriodQuery } from '../ledger/index.ts';

/** Why a period in progress concerns a person; most concern him in more than one way, the others are not shown. */
export interface ConcernedPeriod {
  readonly period: WorkPeriod;
  /** He is appraised in it himself. */
  readonly self: boolean;
  /** A unit that he leads, keeps or answers for is, or its people are. */
  readonly below: boolean;
  /** His office is the nearest above the method. */
  readonly runs: boolean;
}

type Row = Omit<ConcernedPeriod, 'period'> & { readonly id: string };

const forOthers: readonly Role[] = ['officer', 'reviewer', 'discipline'];

/** Periods in progress that concern the person, the next deadline first (P1, P2, P8, P20). */
export async function concernedPeriods(ctx: Ctx): Promise<ConcernedPeriod[]> {
  const { actor, deps } = ctx;
  const pathsOf = (holds: (role: Role) => boolean) =>
    actor.grants.filter(({ role }) => holds(role)).map(({ unitPath }) => unitPath);
  const own = pathsOf((role) => role === 'officer');
  const units = pathsOf((role) => !forOthers.includes(role));
  const offices = pathsOf((role) => role === 'office');
  const reviews = pathsOf((role) => role === 'reviewer' || role === 'discipline');
  const { rows } = await sql<Row>`
    select * from (
      select period.id, period.submit_by,
        ${anyOf(own, (path) => ofOfficer(path, actor.officerId))} as self,
        ${anyOf(units, ofUnit)} as below,
        ${anyOf(offices, nearestOffice)} as runs,
        ${anyOf(reviews, ownerIn)} as reviews
      from period join rule_set_version version on version.id = period.rule_set_version_id
      join rule_set on rule_set.id = version.rule_set_id join unit on unit.id = rule_set.unit_id
      where period.bureau_id = ${actor.bureauId} and period.state not in ('draft', 'sealed')
        and period.discarded_at is null) p
    where self or below or runs or reviews order by submit_by desc limit 20`.execute(deps.db);
  if (rows.length === 0) return [];
  const query = workPeriodQuery(deps.db, actor.bureauId)
    .where(
      'period.id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('period.submit_by')
    .orderBy('unit.path');
  const ways = new Map(rows.map((row) => [row.id, row]));
  return (await readWorkPeriods(deps.db, actor.bureauId, query)).map((period) => {
    const { self = false, below = false, runs = false } = ways.get(period.id) ?? {};
    return { period, self, below, runs };
  });
}

/** `unit` is the method's own, `g.path` the place in question. */
type At = (path: RawBuilder<string>) => RawBuilder<boolean>;

function anyOf(paths: readonly string[], at: At): RawBuilder<boolean> {
  if (paths.length === 0) return sql<boolean>`false`;
  return sql<boolean>`exists (select from unnest(${[...new Set(paths)]}::text[]) g(path)
    where ${at(sql<string>`g.path`)})`;
}

const appraises = (kind: 'officer' | 'unit') => sql<boolean>`version.content->'appraises' ? ${kind}`;

/** Units of the sequences that the method names, in the year in which the period ends. */
const members = sql`
  ranking_sequence_member m join ranking_sequence q on q.id = m.sequence_id join unit mu on mu.id = m.unit_id
  where q.bureau_id = period.bureau_id and q.year = extract(year from period.to_on)::int
    and (rule_set.sequence_codes = '{}' or q.code = any(rule_set.sequence_codes))`;

const noOperation = sql<boolean>`not exists (select from operation o where o.period_id = period.id)`;
const operationSubjects = sql`operation_subject os
  left join membership oms on os.subject_kind = 'officer' and oms.officer_id = os.subject_id and oms.to_on is null
  join unit ou on ou.id = coalesce(oms.unit_id, os.subject_id)
  where os.period_id = period.id`;

/** In a pilot only units that are switched on at the end of the period take part. */
const switchedOn = (reaches: RawBuilder<boolean>) => sql<boolean>`(
  not exists (select from unit_activation a where a.bureau_id = period.bureau_id)
  or exists (select from unit_activation a join unit au on au.id = a.unit_id
             where a.bureau_id = period.bureau_id and ${reaches}
               and a.from_on <= period.to_on and (a.to_on is null or a.to_on >= period.to_on)))`;

const ofOfficer = (path: RawBuilder<string>, officerId: string | null) => sql<boolean>`
  ${appraises('officer')} and starts_with(${path}, unit.path)
  and (rule_set.sequence_codes = '{}' or exists (select from ${members} and starts_with(${path}, mu.path)))
  and (${noOperation} or exists (select from ${operationSubjects} and os.subject_id = ${officerId}::uuid))
  and ${switchedOn(sql<boolean>`starts_with(${path}, au.path)`)}`;

const ofUnit: At = (path) => sql<boolean>`
  starts_with(${path}, unit.path)
  and (${appraises('officer')} and (rule_set.sequence_codes = '{}'
      or exists (select from ${members} and (starts_with(${path}, mu.path) or starts_with(mu.path, ${path}))))
    or ${appraises('unit')} and exists (select from ${members} and not m.exempt and starts_with(mu.path, ${path})))
  and (${noOperation} or exists (select from ${operationSubjects} and starts_with(ou.path, ${path})))
  and ${switchedOn(sql<boolean>`(starts_with(${path}, au.path) or starts_with(au.path, ${path}))`)}`;

const nearestOffice: At = (path) => sql<boolean>`
  starts_with(unit.path, ${path}) and not exists (
    select from account_role nr join unit nu on nu.id = nr.unit_id join account na on na.id = nr.account_id
    where nr.role = 'office' and na.state = 'active' and nu.bureau_id = period.bureau_id
      and starts_with(unit.path, nu.path) and length(nu.path) > length(${path}))`;

/** A department has reviewed or is to review something of the period. */
const ownerIn: At = (path) => sql<boolean>`exists (
  select from submission s join unit su on su.id = s.owner_unit_id
  where s.bureau_id = period.bureau_id and s.period_id = period.id and starts_with(su.path, ${path}))`;
