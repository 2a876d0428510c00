import { randomUUID } from 'node:crypto';
import { entries, reviewDuties, submissions } from '@mingji/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestClient } from '../support/client.ts';
import { seedOfficer, seedUnit, type TestUnit } from '../support/seed.ts';
import { makeWorkCity, type WorkCity } from '../support/work-city.ts';

let app: TestApp;
let city: WorkCity;
let county: TestUnit;
let countyOrder: TestUnit;
let reviewer: TestClient;
beforeAll(async () => {
  app = await startTestApp({ clock: () => new Date('2026-09-18T02:00:00Z') });
  city = await makeWorkCity(app);
  county = await seedUnit(app.db, city.bureau, { name: '北山分局', kind: 'county' });
  countyOrder = await seedUnit(app.db, county, { name: '北山治安科', kind: 'department' });
  await app.db
    .insertInto('unit_alias')
    .values({ bureau_id: city.bureau.bureauId, alias: '治安科', unit_id: countyOrder.id })
    .execute();
  reviewer = await app.signInWith({ displayName: '北山审核', unit: countyOrder, roles: ['reviewer'] });
});
afterAll(() => app.stop());

async function reportFrom(unit: TestUnit, indicatorCode = 'hazard') {
  const officer = await seedOfficer(app.db, unit);
  const who = await app.signInWith({ roles: ['officer'], unit, officer });
  const { submission } = await who.call(submissions.createSubmission, {
    body: {
      requestId: randomUUID(),
      periodId: city.periodId,
      subjectKind: 'officer',
      subjectId: officer.id,
      indicatorCode,
      title: '排查隐患',
      ...(indicatorCode === 'hazard' ? { eventCode: 'found' } : { quantity: '3' }),
      occurredOn: '2026-09-17',
      fileIds: [],
    },
  });
  return submission;
}
const add = (more: Record<string, unknown> = {}) => ({
  body: {
    requestId: randomUUID(),
    ruleSetId: '',
    indicatorCode: 'hazard',
    fromLevel: 3,
    ownerName: '治安科',
    ...more,
  },
});
async function method(): Promise<string> {
  const { ruleSets } = await city.as.office.call(reviewDuties.listOwnerRoutes);
  return ruleSets[0]?.id ?? '';
}

test('P9 by level an indicator is owned by the department of the subject’s own line, where there is one', async () => {
  const station = await seedUnit(app.db, county, { name: '北山派出所' });
  expect((await reportFrom(station)).ownerUnit.name).toBe('治安管理大队');
  const { route, resolved } = await city.as.office.call(reviewDuties.addOwnerRoute, {
    body: add({ ruleSetId: await method() }).body,
  });
  expect(route).toMatchObject({ indicatorName: '隐患排查', fromLevel: 3, ownerName: '治安科' });
  expect(resolved.map(({ name }) => name)).toEqual(['北山治安科']);
  const routed = await reportFrom(station);
  expect(routed.ownerUnit.name).toBe('北山治安科');
  const accepted = await reviewer.call(submissions.acceptSubmission, {
    params: { submissionId: routed.id },
    body: { requestId: randomUUID(), version: 1 },
  });
  expect(accepted.submission.state).toBe('accepted');
  const entry = await app.db
    .selectFrom('ledger_entry')
    .select('owner_unit_id')
    .where('source_id', '=', routed.id)
    .executeTakeFirstOrThrow();
  expect(entry.owner_unit_id).toBe(countyOrder.id);
  // What is routed to it, it may book on by itself too.
  const { periods } = await reviewer.call(entries.getPostingForm);
  expect(periods.flatMap((period) => period.indicators.map(({ code }) => code))).toEqual(['hazard']);
  // Other indicators, other levels and lines without such a department stay with the method's own owner.
  expect((await reportFrom(station, 'visits')).ownerUnit.name).toBe('治安管理大队');
  expect((await reportFrom(city.east)).ownerUnit.name).toBe('治安管理大队');
  await city.as.office.call(reviewDuties.removeOwnerRoute, {
    params: { routeId: route.id },
    body: { requestId: randomUUID() },
  });
  expect((await reportFrom(station)).ownerUnit.name).toBe('治安管理大队');
});

test('P9 a route nobody can follow, twice the same, or of another’s method is refused', async () => {
  const ruleSetId = await method();
  const refuse = (more: Record<string, unknown>, who: TestClient = city.as.office) =>
    who.refusal(reviewDuties.addOwnerRoute, add({ ruleSetId, ...more }));
  expect((await refuse({ ownerName: '没有的科' })).body.problems).toMatchObject([{ path: 'ownerName' }]);
  expect((await refuse({ indicatorCode: 'none' })).body.problems).toMatchObject([{ path: 'indicatorCode' }]);
  expect((await refuse({ fromLevel: 1 })).code).toBe('invalid');
  await city.as.office.call(reviewDuties.addOwnerRoute, { body: add({ ruleSetId }).body });
  expect((await refuse({})).code).toBe('conflict');
  const countyOffice = await app.signInWith({ displayName: '分局考核办', unit: county, roles: ['office'] });
  expect((await refuse({}, countyOffice)).code).toBe('forbidden');
  expect((await refuse({}, app.visitor)).code).toBe('notSignedIn');
});
