import { randomUUID } from 'node:crypto';
import { appeals, results, submissions, unitHome } from '@mingji/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { rankUnits } from '../support/evaluation.ts';
import { seedOfficer } from '../support/seed.ts';
import { makeWorkCity, type WorkCity } from '../support/work-city.ts';

let app: TestApp;
let city: WorkCity;
beforeAll(async () => {
  app = await startTestApp({ clock: () => new Date('2026-09-18T02:00:00Z') });
  city = await makeWorkCity(app);
  await rankUnits(app, [city.east, city.west]);
});
afterAll(() => app.stop());

const homeOf = (who: keyof WorkCity['as'], unitId: string) =>
  city.as[who].call(unitHome.getUnitHome, { params: { unitId } });

test('P2 a unit reports for itself, is reviewed, booked and may appeal: the whole path of its head', async () => {
  const { submission } = await city.as.eastHead.call(submissions.createSubmission, {
    body: {
      requestId: randomUUID(),
      periodId: city.periodId,
      subjectKind: 'unit',
      subjectId: city.east.id,
      indicatorCode: 'hazard',
      title: '全所清查隐患',
      eventCode: 'found',
      quantity: '3',
      occurredOn: '2026-09-17',
      fileIds: [],
    },
  });
  const before = await homeOf('eastHead', city.east.id);
  expect(before.periods[0]).toMatchObject({ submitted: 1, waiting: 1, accepted: 0 });
  await city.as.orderReviewer.call(submissions.acceptSubmission, {
    params: { submissionId: submission.id },
    body: { requestId: randomUUID(), version: 1, quantity: '2', reason: '一处已由他所登记' },
  });
  const entry = await app.db
    .selectFrom('ledger_entry')
    .selectAll()
    .where('source_id', '=', submission.id)
    .executeTakeFirstOrThrow();
  expect(entry).toMatchObject({ subject_kind: 'unit', subject_id: city.east.id, booked_points: '4' });
  await city.as.eastHead.call(appeals.fileAppeal, {
    body: {
      requestId: randomUUID(),
      entryId: entry.id,
      grounds: '该处隐患由本所先行登记，有登记表为证。',
      fileIds: [],
    },
  });
  const after = await homeOf('eastHead', city.east.id);
  expect(after).toMatchObject({ openAppeals: 1, periods: [{ waiting: 0, accepted: 1 }] });
});

test('P2 head facts of a unit are for everybody, its work and targets for its own line', async () => {
  const own = await homeOf('eastClerk', city.east.id);
  expect(own).toMatchObject({ inReach: true, unit: { name: '城东派出所' }, officers: 2 });
  expect(own.trail.map(({ name }) => name)).toEqual(['临河县公安局']);
  expect(own.leader).toMatchObject({ name: '东所所长' });
  const beside = await homeOf('westClerk', city.east.id);
  expect(beside).toMatchObject({ inReach: false, periods: [], targets: [], openAppeals: null, officers: 2 });
  const above = await homeOf('office', city.east.id);
  expect(above.inReach).toBe(true);
});

test('P2 P13 a unit sees where it stands before the month is closed, who only serves in it not the reasons', async () => {
  const head = await homeOf('eastHead', city.east.id);
  expect(head).toMatchObject({ mayOpen: true, periods: [{ appraised: true }] });
  const at = { periodId: city.periodId, subjectKind: 'unit' as const, subjectId: city.east.id };
  const { standing } = await city.as.eastHead.call(results.getStanding, { params: at });
  expect(standing).toMatchObject({ subject: { name: '城东派出所' }, rank: null });
  expect(await homeOf('officer', city.east.id)).toMatchObject({ inReach: true, mayOpen: false });
  expect((await city.as.officer.refusal(results.getStanding, { params: at })).code).toBe('forbidden');
});

test('P13 who is not appraised in a period is told so, about himself only', async () => {
  const ask = (officerId: string) => ({
    params: { periodId: city.periodId, subjectKind: 'officer' as const, subjectId: officerId },
  });
  const auxiliary = await seedOfficer(app.db, city.east, { name: '辅警甲', category: 'auxiliary' });
  const own = await app.signInWith({ roles: ['officer'], unit: city.east, officer: auxiliary });
  expect(await own.call(results.getStanding, ask(auxiliary.id))).toEqual({ standing: null });
  expect((await city.as.eastHead.refusal(results.getStanding, ask(auxiliary.id))).code).toBe('notFound');
});

test('P13 one’s own appraisal offers the periods in which one is a subject, and no others', async () => {
  const { periods } = await city.as.officer.call(results.listOwnPeriods);
  expect(periods.map(({ id }) => id)).toEqual([city.periodId]);
  expect(periods[0]).toMatchObject({ ruleSetName: '派出所目标考核办法', state: 'open' });
  const auxiliary = await seedOfficer(app.db, city.east, { name: '辅警乙', category: 'auxiliary' });
  const excluded = await app.signInWith({ roles: ['officer'], unit: city.east, officer: auxiliary });
  expect(await excluded.call(results.listOwnPeriods)).toEqual({ periods: [] });
  const nobody = await app.signInWith({ roles: ['office'], unit: city.east });
  expect(await nobody.call(results.listOwnPeriods)).toEqual({ periods: [] });
  expect((await app.visitor.refusal(results.listOwnPeriods)).status).toBe(401);
});
