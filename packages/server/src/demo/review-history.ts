import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { localDay } from '../local-day.ts';
import { planHandover, reviewDueAt } from '../modules/review-duties/index.ts';
import { takeSubmission, transferSubmissions } from '../modules/submissions/index.ts';
import { actAs } from './act-as.ts';
import { bulkInsert } from './bulk-insert.ts';
import { ZONE } from './city.ts';
import type { DemoAccount } from './demo-accounts.ts';
import type { DemoWorld } from './demo-features.ts';
import { makeRecheckHistory } from './recheck-history.ts';

/** A department that reviews: who is asked first and who stands in. */
export interface ReviewTeam {
  readonly unitId: string;
  readonly path: string;
  readonly name: string;
  readonly order: readonly DemoAccount[];
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const DEPUTIES = 2;

/** Deputies, what waits and for whom, absences, what was taken up and passed on, draws in every state (P9, X10). */
export async function makeReviewHistory(world: DemoWorld): Promise<void> {
  const teams = await makeTeams(world);
  await assignWaiting(world, teams);
  await makeAbsences(world, teams);
  await makeTakings(world, teams);
  await makeRecheckHistory(world, teams);
}

/** The department's reviewer and two more of its officers; the office has named them in this order. */
async function makeTeams({ deps, city, random }: DemoWorld): Promise<ReviewTeam[]> {
  const now = deps.clock();
  const byOfficer = new Map(city.accounts.all.map((account) => [account.officer?.id ?? '', account]));
  const teams = [...city.accounts.reviewerOf].flatMap(([name, main]): ReviewTeam[] => {
    const unit = city.units.find((each) => each.name === name);
    if (!unit) return [];
    const deputies = city.officers
      .filter(
        (officer) => officer.unit === unit && officer.id !== main.officer?.id && officer.position === '民警',
      )
      .flatMap((officer) => byOfficer.get(officer.id) ?? [])
      .filter((account) => /^\d+$/.test(account.username))
      .slice(0, DEPUTIES);
    return [{ unitId: unit.id, path: unit.path, name, order: [main, ...deputies] }];
  });
  await bulkInsert(
    deps.db,
    'account_role',
    teams.flatMap(({ unitId, order }) =>
      order.slice(1).map((account) => ({ account_id: account.id, role: 'reviewer', unit_id: unitId })),
    ),
  );
  await bulkInsert(
    deps.db,
    'review_assignment',
    teams.flatMap(({ unitId, order }) =>
      order.map((account, index) => ({
        id: random.uuid(),
        bureau_id: city.bureauId,
        unit_id: unitId,
        indicator_code: null,
        account_id: account.id,
        rank: index + 1,
        set_by: city.accounts.office.id,
        set_at: new Date(now.getTime() - 90 * DAY),
      })),
    ),
  );
  return teams;
}

/** What waits was assigned when it was handed in: due by the days of then, some of it late by now. */
async function assignWaiting({ deps, city }: DemoWorld, teams: readonly ReviewTeam[]): Promise<void> {
  const { rows } = await sql<{ owner_unit_id: string; day: string; review_by: Date; period_id: string }>`
    select distinct s.owner_unit_id, s.period_id, p.review_by,
           to_char(s.updated_at at time zone ${ZONE}, 'YYYY-MM-DD') as day
    from submission s join period p on p.id = s.period_id
    where s.bureau_id = ${city.bureauId} and s.state = 'submitted'`.execute(deps.db);
  for (const row of rows) {
    const due = await reviewDueAt(deps.db, {
      bureauId: city.bureauId,
      timeZone: ZONE,
      ownerUnitId: row.owner_unit_id,
      from: new Date(`${row.day}T12:00:00+08:00`),
      reviewBy: row.review_by,
    });
    const team = teams.find(({ unitId }) => unitId === row.owner_unit_id);
    const [main, deputy] = team?.order ?? [];
    await sql`update submission s set review_due_at = ${due}, assigned_at = s.updated_at,
        assignee_account_id = case when s.subject_id = ${main?.officer?.id ?? null}::uuid
          then ${deputy?.id ?? null}::uuid else ${main?.id ?? null}::uuid end
      where s.bureau_id = ${city.bureauId} and s.state = 'submitted' and s.owner_unit_id = ${row.owner_unit_id}
        and s.period_id = ${row.period_id}
        and to_char(s.updated_at at time zone ${ZONE}, 'YYYY-MM-DD') = ${row.day}`.execute(deps.db);
  }
}

/** One reviewer is away today, another will be, a third was. */
async function makeAbsences({ deps, city }: DemoWorld, teams: readonly ReviewTeam[]): Promise<void> {
  const now = deps.clock();
  const day = (days: number) => localDay(new Date(now.getTime() + days * DAY), ZONE);
  const wishes = [
    { team: '刑事侦查支队', from: 0, to: 6, reason: '参加省厅业务培训' },
    { team: '政治部', from: 5, to: 9, reason: '年休假' },
    { team: '指挥中心', from: -1, to: 1, reason: '外出调研' },
  ];
  for (const { team: name, from, to, reason } of wishes) {
    const team = teams.find((each) => each.name === name);
    const [main, deputy] = team?.order ?? [];
    if (!main || !deputy) continue;
    const made = new Date(now.getTime() + Math.min(from, 0) * DAY - HOUR);
    await planHandover(actAs(deps, city, main, made), {
      requestId: randomUUID(),
      deputyAccountId: deputy.id,
      fromOn: day(from),
      toOn: day(to),
      reason,
    });
  }
}

/** Colleagues at work: some have taken work up, some have passed it on. */
async function makeTakings({ deps, city }: DemoWorld, teams: readonly ReviewTeam[]): Promise<void> {
  const now = deps.clock();
  for (const team of teams) {
    const [main, second, third] = team.order;
    if (!main || !second) continue;
    const waiting = await deps.db
      .selectFrom('submission')
      .select(['id', 'subject_id', 'latest_version'])
      .where('bureau_id', '=', city.bureauId)
      .where('owner_unit_id', '=', team.unitId)
      .where('state', '=', 'submitted')
      .where('assignee_account_id', '=', main.id)
      .orderBy('updated_at')
      .orderBy('id')
      .limit(12)
      .execute();
    const free = waiting.filter(({ subject_id: id }) => team.order.every((each) => each.officer?.id !== id));
    const [taken, passed, ...rest] = free;
    const at = (hours: number) => new Date(now.getTime() - hours * HOUR);
    if (taken && rest.length > 3) {
      await takeSubmission(actAs(deps, city, reviewing(second, team), at(1)), taken.id, {
        requestId: randomUUID(),
        version: taken.latest_version,
      });
    }
    if (passed && rest.length > 3) {
      await transferSubmissions(actAs(deps, city, reviewing(main, team), at(3)), {
        requestId: randomUUID(),
        submissionIds: [passed.id],
        to: { kind: 'reviewer', accountId: (third ?? second).id },
        reason: '涉及其专管场所，由其核对台账后办理',
      });
    }
  }
}

/** The account with the role the office gave it after the city was made. */
export function reviewing(account: DemoAccount, team: ReviewTeam): DemoAccount {
  const unit = account.officer?.unit;
  if (!unit || account.grants.some((grant) => grant.role === 'reviewer')) return account;
  return {
    ...account,
    grants: [...account.grants, { role: 'reviewer', unit: { ...unit, id: team.unitId, path: team.path } }],
  };
}
