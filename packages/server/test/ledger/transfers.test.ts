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
