import { randomUUID } from 'node:crypto';
import { appeals, entries, periods, results, submissions } from '@mingji/contract';
import type { Indicator, RuleSet } from '@mingji/engine';
import { sql } from 'kysely';
import { evaluatePeriod } from '../../src/modules/results/index.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestClient } from '../support/client.ts';
import {
  dutyIndicator,
  inspectionIndicator,
  publishTestRuleSet,
  testRuleSet,
} from '../support/rule-set-content.ts';
import { seedBureau, seedOfficer, seedUnit, type TestOfficer, type TestUnit } from '../support/seed.ts';

/** A county with two stations and a brigade, its people, and a clock that a test moves through the month. */
export interface MonthWorld {
  readonly server: TestApp;
  readonly clock: { readonly now: Date };
  readonly city: TestUnit;
  readonly county: TestUnit;
  readonly east: TestUnit;
  readonly west: TestUnit;
  readonly brigade: TestUnit;
  readonly li: TestOfficer;
  readonly wang: TestOfficer;
  readonly zhao: TestOfficer;
  readonly qian: TestOfficer;
  readonly office: TestClient;
  readonly secondOffice: TestClient;
  readonly reviewer: TestClient;
  readonly liClient: TestClient;
  readonly eastHead: TestClient;
  readonly otherOffice: TestClient;
  readonly leader: TestClient;
}

export const duringSeptember = new Date('2026-09-10T02:00:00Z');
export const afterDeadline = new Date('2026-09-26T02:00:00Z');
/** 2026-09-26 is a Saturday and day 0: the fifth working day after it is Friday 2 October in this test's calendar. */
export const lastNoticeDay = new Date('2026-10-02T15:59:00Z');
export const afterNotice = new Date('2026-10-02T16:00:00Z');

export async function startMonthWorld(): Promise<MonthWorld> {
  const clock: { now: Date } = { now: duringSeptember };
  const server = await startTestApp({ clock: () => clock.now });
  const { db } = server;
  const city = await seedBureau(db, { name: '甲市公安局' });
  const county = await seedUnit(db, city, { name: '甲县公安局', kind: 'county' });
  const other = await seedUnit(db, city, { name: '乙县公安局', kind: 'county' });
  const east = await seedUnit(db, county, { name: '城东派出所' });
  const west = await seedUnit(db, county, { name: '城西派出所' });
  const brigade = await seedUnit(db, county, { name: '治安管理大队', kind: 'brigade' });
  const li = await seedOfficer(db, east, { name: '李某' });
  const wang = await seedOfficer(db, east, { name: '王某' });
  const zhao = await seedOfficer(db, west, { name: '赵某' });
  const qian = await seedOfficer(db, brigade, { name: '钱某' });
  await db
    .insertInto('calendar_year')
    .values({ bureau_id: city.bureauId, year: 2026, days_off: [], working_days: [], source: '测试' })
    .execute();
  await insertSequence(server, 'station', '派出所序列', 'unit', [east, west]);
  await insertSequence(server, 'field', '派出所民警序列', 'officer', [east, west]);
  await insertSequence(server, 'inner', '机关民警序列', 'officer', [brigade]);
  return {
    ...{ server, clock, city, county, east, west, brigade, li, wang, zhao, qian },
    office: await server.signInWith({ roles: ['office'], unit: county }),
    secondOffice: await server.signInWith({ roles: ['office'], unit: county }),
    reviewer: await server.signInWith({ roles: ['reviewer'], unit: brigade }),
    liClient: await server.signInWith({ roles: ['officer'], unit: east, officer: li }),
    eastHead: await server.signInWith({ roles: ['unitHead'], unit: east }),
    otherOffice: await server.signInWith({ roles: ['office'], unit: other }),
    leader: await server.signInWith({ roles: ['bureauLeader'], unit: city }),
  };
}

/** Moves the server's clock; everybody stays signed in on the way. */
export async function travel(world: MonthWorld, to: Date): Promise<void> {
  (world.clock as { now: Date }).now = to;
  const expires = new Date(to.getTime() + 12 * 60 * 60_000);
  await world.server.db.updateTable('session').set({ last_seen_at: to, expires_at: expires }).execute();
}

async function insertSequence(
  { db }: TestApp,
  code: string,
  name: string,
  subjectKind: string,
  units: readonly TestUnit[],
): Promise<void> {
  const id = randomUUID();
  const bureauId = units[0]?.bureauId ?? '';
  await db
    .insertInto('ranking_sequence')
    .values({ id, bureau_id: bureauId, year: 2026, code, name, subject_kind: subjectKind })
    .execute();
  await db
    .insertInto('ranking_sequence_member')
    .values(units.map((unit) => ({ sequence_id: id, unit_id: unit.id })))
    .execute();
}

let made = 0;

/** 60 marks from which absences are taken, 40 by the share of 20 inspections; 治安管理大队 owns both. */
function monthRules(more: Partial<RuleSet>): RuleSet {
  const owner = '治安管理大队';
  const inspection: Indicator = {
    ...inspectionIndicator(owner),
    scoring: { family: 'ratio', unit: '家次', target: '20', absent: 'zero' },
  };
  return testRuleSet(owner, {
    modules: [
      {
        code: 'main',
        name: '业务工作',
        items: [
          { code: 'duty', name: '队伍日常管理', marks: '60', indicators: [dutyIndicator(owner)] },
          { code: 'security', name: '治安管理', marks: '40', indicators: [inspection] },
        ],
      },
    ],
    ...more,
  });
}

/** An open September of a rule set of its own, whose indicators 治安管理大队 owns. */
export async function openMonth(
  world: MonthWorld,
  code?: string,
  more: Partial<RuleSet> = {},
): Promise<string> {
  made += 1;
  const { id: ruleSetVersionId } = await publishTestRuleSet(world.office, world.county, {
    code: code ?? `month-${made}`,
    content: monthRules(more),
  });
  const { periods: created } = await world.office.call(periods.createPeriods, {
    body: {
      requestId: randomUUID(),
      ruleSetVersionId,
      year: 2026,
      plan: {
        form: 'custom',
        periods: [
          {
            label: '2026年9月',
            kind: 'month',
            from: '2026-09-01',
            to: '2026-09-30',
            submitOn: '2026-09-25',
            reviewOn: '2026-09-30',
            reportOn: null,
          },
        ],
      },
    },
  });
  const periodId = created[0]?.id;
  if (!periodId) throw new Error('no period was made');
  await move(world, periodId, 'open');
  return periodId;
}

export async function move(
  world: MonthWorld,
  periodId: string,
  action: 'open' | 'startReview',
): Promise<void> {
  await world.office.call(periods.movePeriod, {
    params: { periodId },
    body: { requestId: randomUUID(), action, reason: action === 'open' ? null : '测试', submitOn: null },
  });
}

/** `times` absences of one officer, −1 each; answers the entry's id. */
export async function bookAbsence(
  world: MonthWorld,
  periodId: string,
  officer: TestOfficer,
  times: string,
): Promise<string> {
  const { entry } = await world.reviewer.call(entries.postEntry, {
    body: {
      requestId: randomUUID(),
      periodId,
      subjectKind: 'officer',
      subjectId: officer.id,
      indicatorCode: 'duty-1',
      eventCode: 'absent',
      quantity: times,
      occurredOn: '2026-09-05',
      reason: '抽查不在位',
      fileIds: [],
    },
  });
  return entry.id;
}

/** 17 of 20 inspections and the like. */
export async function bookInspections(
  world: MonthWorld,
  periodId: string,
  officer: TestOfficer,
  done: string,
): Promise<string> {
  const { entry } = await world.reviewer.call(entries.postEntry, {
    body: {
      requestId: randomUUID(),
      periodId,
      subjectKind: 'officer',
      subjectId: officer.id,
      indicatorCode: 'inspection',
      quantity: done,
      occurredOn: '2026-09-05',
      reason: '按月检查',
      fileIds: [],
    },
  });
  return entry.id;
}

export async function submitWork(world: MonthWorld, periodId: string): Promise<string> {
  const { submission } = await world.liClient.call(submissions.createSubmission, {
    body: {
      requestId: randomUUID(),
      periodId,
      subjectKind: 'officer',
      subjectId: world.li.id,
      indicatorCode: 'inspection',
      title: '检查旅馆三家',
      quantity: '3',
      occurredOn: '2026-09-08',
      fileIds: [],
    },
  });
  return submission.id;
}

export async function appealAgainst(world: MonthWorld, entryId: string): Promise<string> {
  const { appeal } = await world.liClient.call(appeals.fileAppeal, {
    body: { requestId: randomUUID(), entryId, grounds: '当日在外办案', fileIds: [] },
  });
  return appeal.id;
}

/** Asks for the computation as the office does and runs the job, as the queue's worker would. */
export async function compute(world: MonthWorld, periodId: string): Promise<string> {
  const { evaluation } = await world.office.call(results.startEvaluation, onPeriod(periodId));
  await evaluatePeriod(world.server.deps, evaluation.id);
  return evaluation.id;
}

export const onPeriod = (periodId: string) => ({ params: { periodId }, body: { requestId: randomUUID() } });
export const sealRequest = (periodId: string, earlyReason: string | null = null) => ({
  params: { periodId },
  body: { requestId: randomUUID(), earlyReason },
});

/** Booked, past its deadline, computed and on notice; the clock stands on the day of publication. */
export async function publishedMonth(
  world: MonthWorld,
  meanwhile: (absence: string) => Promise<unknown> = async () => {},
  more: Partial<RuleSet> = {},
): Promise<{ periodId: string; absence: string }> {
  await travel(world, duringSeptember);
  const periodId = await openMonth(world, undefined, more);
  const absence = await bookAbsence(world, periodId, world.li, '2');
  await bookInspections(world, periodId, world.li, '17');
  await bookAbsence(world, periodId, world.zhao, '1');
  await bookInspections(world, periodId, world.wang, '25');
  await meanwhile(absence);
  await travel(world, afterDeadline);
  await move(world, periodId, 'startReview');
  await compute(world, periodId);
  await world.office.call(results.publishResults, onPeriod(periodId));
  return { periodId, absence };
}

type SealedMonth = { readonly periodId: string; readonly absence: string; readonly sealId: string };
export async function sealedMonth(world: MonthWorld, more: Partial<RuleSet> = {}): Promise<SealedMonth> {
  const month = await publishedMonth(world, undefined, more);
  await travel(world, afterNotice);
  const { sealId } = await world.office.call(results.sealPeriod, sealRequest(month.periodId));
  return { ...month, sealId };
}

/** How many rows a table has, to prove that a refused act left nothing behind. */
export async function countOf(world: MonthWorld, table: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(
    world.server.db,
  );
  return rows[0]?.n ?? 0;
}
