import { randomUUID } from 'node:crypto';
import { entries, submissions } from '@mingji/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { publishRuleSet } from '../support/evaluation.ts';
import { seedUnit } from '../support/seed.ts';
import { makePeriod, makeWorkCity, type WorkCity, workRules } from '../support/work-city.ts';

let app: TestApp;
let city: WorkCity;
beforeAll(async () => {
  app = await startTestApp({ clock: () => new Date('2026-09-18T02:00:00Z') });
  city = await makeWorkCity(app);
});
afterAll(() => app.stop());

const work = (subjectId: string, periodId: string) => ({
  requestId: randomUUID(),
  periodId,
  subjectKind: 'officer' as const,
  subjectId,
  indicatorCode: 'hazard',
  title: '排查隐患',
  eventCode: 'found',
  occurredOn: '2026-09-17',
  fileIds: [],
});
const deduction = (subjectId: string, periodId: string) => ({
  requestId: randomUUID(),
  periodId,
  subjectKind: 'officer' as const,
  subjectId,
  indicatorCode: 'attendance',
  eventCode: 'late',
  occurredOn: '2026-09-17',
  reason: '迟到',
  fileIds: [],
});

test('P1 a transfer that begins next month leaves the officer with the present unit until then', async () => {
  await app.db
    .updateTable('membership')
    .set({ to_on: '2026-09-30' })
    .where('officer_id', '=', city.neighbour.id)
    .execute();
  await app.db
    .insertInto('membership')
    .values({
      id: randomUUID(),
      bureau_id: city.bureau.bureauId,
      officer_id: city.neighbour.id,
      unit_id: city.west.id,
      from_on: '2026-10-01',
    })
    .execute();
  const { submission } = await city.as.eastClerk.call(submissions.createSubmission, {
    body: work(city.neighbour.id, city.periodId),
  });
  expect(submission.subject.unit.name).toBe('城东派出所');
  const refused = await city.as.westClerk.refusal(submissions.createSubmission, {
    body: work(city.neighbour.id, city.periodId),
  });
  expect(refused.code).toBe('forbidden');
});

test('P1 nothing is reported or booked in a period of another county, not even by its own name', async () => {
  const county = await seedUnit(app.db, city.bureau, { name: '临山县公安局', kind: 'county' });
  for (const name of ['治安管理大队', '警务督察大队']) {
    await seedUnit(app.db, county, { name, kind: 'department' });
  }
  const versionId = await publishRuleSet(app, { unit: county, content: { ...workRules, name: '临山办法' } });
  const periodId = await makePeriod(app, { bureau: city.bureau, versionId, month: 9 });
  const report = await city.as.officer.refusal(submissions.createSubmission, {
    body: work(city.officer.id, periodId),
  });
  expect(report.code).toBe('refused');
  expect(report.body.message).toContain('临山县公安局');
  const posting = await city.as.office.refusal(entries.postEntry, {
    body: deduction(city.officer.id, periodId),
  });
  expect(posting.code).toBe('refused');
});
