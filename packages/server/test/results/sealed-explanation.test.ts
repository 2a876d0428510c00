import { results } from '@mingji/contract';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type MonthWorld, sealedMonth, startMonthWorld } from './month.ts';

let world: MonthWorld;
let month: { periodId: string; absence: string; sealId: string };
beforeAll(async () => {
  world = await startMonthWorld();
  month = await sealedMonth(world);
});
afterAll(() => world.server.stop());

test('X1 a sealed month stays explained by what was sealed when targets and roster change later', async () => {
  const { db } = world.server;
  await db.updateTable('officer').set({ left_on: '2026-09-15' }).where('id', '=', world.li.id).execute();
  try {
    const result = await world.office.call(results.getResult, {
      params: { periodId: month.periodId, subjectKind: 'officer', subjectId: world.li.id },
    });
    expect(result).toMatchObject({
      score: { state: 'scored', value: '92.00' },
      rank: 2,
      recomputedEqual: true,
      subject: { name: '李某' },
    });
    const params = { sealId: month.sealId };
    expect((await world.leader.call(results.verifySeal, { params })).ok).toBe(true);
  } finally {
    await db.updateTable('officer').set({ left_on: null }).where('id', '=', world.li.id).execute();
  }
});

test('X1 a stored score that the rules do not give is shown with the alarm, not in silence', async () => {
  const owner = new pg.Client({ connectionString: world.server.ownerUrl });
  await owner.connect();
  try {
    await owner.query('alter table result disable trigger user');
    await owner.query('update result set score = 99 where period_id = $1 and subject_id = $2', [
      month.periodId,
      world.li.id,
    ]);
    await owner.query('alter table result enable trigger user');
  } finally {
    await owner.end();
  }
  const result = await world.liClient.call(results.getResult, {
    params: { periodId: month.periodId, subjectKind: 'officer', subjectId: world.li.id },
  });
  expect(result).toMatchObject({ score: { value: '99' }, recomputedEqual: false });
  const report = await world.leader.call(results.verifySeal, { params: { sealId: month.sealId } });
  expect(report.ok).toBe(false);
  expect(report.findings.map((finding) => finding.place)).toEqual([`results[${world.li.id}].score`]);
  const audit = await world.server.db
    .selectFrom('audit_event')
    .select(['summary', 'detail'])
    .where('action', '=', 'seal.verifyFailed')
    .orderBy('seq', 'desc')
    .executeTakeFirst();
  expect(audit).toMatchObject({ summary: '校验第 1 号封存：发现不一致', detail: { findings: 1 } });
});
