import { randomUUID } from 'node:crypto';
import { entries, periods, results, submissions } from '@mingji/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  afterNotice,
  countOf,
  duringSeptember,
  type MonthWorld,
  onPeriod,
  openMonth,
  publishedMonth,
  sealedMonth,
  sealRequest,
  startMonthWorld,
  submitWork,
  travel,
} from './month.ts';
import { insertSubmission } from './work-rows.ts';

let world: MonthWorld;
beforeAll(async () => {
  world = await startMonthWorld();
});
afterAll(() => world.server.stop());

test('P14 a sealed month refuses every write from the API and keeps its rows', async () => {
  const { periodId, absence } = await sealedMonth(world);
  const tables = ['ledger_entry', 'submission', 'result', 'seal', 'evaluation'];
  const before = await Promise.all(tables.map((table) => countOf(world, table)));
  const messages = [
    await world.reviewer.refusal(entries.postEntry, {
      body: {
        requestId: randomUUID(),
        periodId,
        subjectKind: 'officer',
        subjectId: world.li.id,
        indicatorCode: 'duty-1',
        eventCode: 'absent',
        quantity: '1',
        occurredOn: '2026-09-05',
        reason: '补记',
        fileIds: [],
      },
    }),
    await world.reviewer.refusal(entries.correctEntry, {
      params: { entryId: absence },
      body: { requestId: randomUUID(), reason: '更正', replacement: null, fileIds: [] },
    }),
    await world.liClient.refusal(submissions.createSubmission, {
      body: {
        requestId: randomUUID(),
        periodId,
        subjectKind: 'officer',
        subjectId: world.li.id,
        indicatorCode: 'inspection',
        title: '补报',
        quantity: '1',
        occurredOn: '2026-09-08',
        fileIds: [],
      },
    }),
    await world.office.refusal(results.startEvaluation, onPeriod(periodId)),
    await world.office.refusal(periods.movePeriod, {
      params: { periodId },
      body: { requestId: randomUUID(), action: 'reopenSubmission', reason: '改分', submitOn: '2026-12-01' },
    }),
    await world.office.refusal(periods.changePeriod, {
      params: { periodId },
      body: {
        requestId: randomUUID(),
        submitOn: '2026-12-01',
        reviewOn: '2026-12-05',
        reportOn: null,
        noticeDays: 5,
        appealDays: 5,
        reason: '延期',
      },
    }),
  ];
  for (const refused of messages) {
    expect(refused.status).toBeGreaterThanOrEqual(400);
    expect(refused.status).toBeLessThan(500);
    expect(refused.body.message).toContain('封存');
  }
  expect((await world.office.refusal(results.publishResults, onPeriod(periodId))).status).toBe(409);
  expect(await Promise.all(tables.map((table) => countOf(world, table)))).toEqual(before);
});

test('P14 a sealed month refuses every write from SQL as the application’s role', async () => {
  const { db } = world.server;
  const month = await publishedMonth(world);
  const open = await openMonthBeside();
  const work = await insertSubmission(world, month.periodId, 'withdrawn');
  await travel(world, afterNotice);
  const { sealId } = await world.office.call(results.sealPeriod, sealRequest(month.periodId));
  const entry = await db
    .selectFrom('ledger_entry')
    .selectAll()
    .where('id', '=', month.absence)
    .executeTakeFirstOrThrow();
  const { seq: _seq, ...copied } = entry;
  const result = await db
    .selectFrom('result')
    .selectAll()
    .where('period_id', '=', month.periodId)
    .executeTakeFirstOrThrow();
  const submission = await db
    .selectFrom('submission')
    .selectAll()
    .where('id', '=', work)
    .executeTakeFirstOrThrow();
  const sealed = await db.selectFrom('seal').selectAll().where('id', '=', sealId).executeTakeFirstOrThrow();
  const bySeal = /已封存/;
  const byGrant = /permission denied/;
  const attempts: [what: string, run: () => Promise<unknown>, how: RegExp][] = [
    [
      'insert entry',
      () =>
        db
          .insertInto('ledger_entry')
          .values({ ...copied, id: randomUUID(), request_id: randomUUID() })
          .execute(),
      bySeal,
    ],
    [
      'update entry',
      () => db.updateTable('ledger_entry').set({ reason: '改' }).where('id', '=', month.absence).execute(),
      byGrant,
    ],
    ['delete entry', () => db.deleteFrom('ledger_entry').where('id', '=', month.absence).execute(), byGrant],
    [
      'insert result',
      () =>
        db
          .insertInto('result')
          .values({ ...result, detail: JSON.stringify(result.detail), subject_id: randomUUID() })
          .execute(),
      bySeal,
    ],
    [
      'update result',
      () => db.updateTable('result').set({ score: '99' }).where('period_id', '=', month.periodId).execute(),
      bySeal,
    ],
    [
      'delete result',
      () => db.deleteFrom('result').where('period_id', '=', month.periodId).execute(),
      bySeal,
    ],
    [
      'insert submission',
      () =>
        db
          .insertInto('submission')
          .values({ ...submission, id: randomUUID() })
          .execute(),
      bySeal,
    ],
    [
      'update submission',
      () => db.updateTable('submission').set({ state: 'accepted' }).where('id', '=', work).execute(),
      bySeal,
    ],
    ['delete submission', () => db.deleteFrom('submission').where('id', '=', work).execute(), bySeal],
    [
      'move submission out',
      () => db.updateTable('submission').set({ period_id: open.periodId }).where('id', '=', work).execute(),
      bySeal,
    ],
    [
      'move submission in',
      () =>
        db.updateTable('submission').set({ period_id: month.periodId }).where('id', '=', open.work).execute(),
      bySeal,
    ],
    [
      'reopen period',
      () =>
        db
          .updateTable('period')
          .set({ state: 'open', sealed_at: null })
          .where('id', '=', month.periodId)
          .execute(),
      bySeal,
    ],
    ['delete period', () => db.deleteFrom('period').where('id', '=', month.periodId).execute(), bySeal],
    [
      'insert seal',
      () =>
        db
          .insertInto('seal')
          .values({ ...sealed, id: randomUUID(), sequence_no: 999 })
          .execute(),
      /seal_period_id_key/,
    ],
    [
      'update seal',
      () => db.updateTable('seal').set({ early_reason: '改' }).where('id', '=', sealId).execute(),
      byGrant,
    ],
    ['delete seal', () => db.deleteFrom('seal').where('id', '=', sealId).execute(), byGrant],
  ];
  for (const [what, run, how] of attempts) await expect(run(), what).rejects.toThrow(how);
  expect((await world.leader.call(results.verifySeal, { params: { sealId } })).ok).toBe(true);
});

async function openMonthBeside(): Promise<{ periodId: string; work: string }> {
  await travel(world, duringSeptember);
  const periodId = await openMonth(world);
  return { periodId, work: await submitWork(world, periodId) };
}
