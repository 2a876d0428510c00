import { identity } from '@mingji/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { makeClient } from '../support/client.ts';
import { seedBureau, seedOfficer, seedUnit, TEST_PASSWORD, type TestUnit } from '../support/seed.ts';

let test1: TestApp;
let bureau: TestUnit;
let now = new Date('2026-11-21T01:00:00Z');
const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000);
};
beforeAll(async () => {
  test1 = await startTestApp({ clock: () => now });
  bureau = await seedBureau(test1.db, { name: '测试市公安局' });
});
afterAll(() => test1.stop());

test('Identity whoever signs in sees who he is, where he serves and what he may do', async () => {
  const station = await seedUnit(test1.db, bureau, { name: '城东派出所' });
  const officer = await seedOfficer(test1.db, station, { name: '周立', policeNo: '012345' });
  const client = await test1.signInWith({ roles: ['officer'], unit: station, officer });
  const session = await client.call(identity.getSession);
  expect(session.officer).toMatchObject({ policeNo: '012345', name: '周立', unitName: '城东派出所' });
  expect(session.bureau.name).toBe('测试市公安局');
  expect(session.grants).toEqual([
    { role: 'officer', unitId: station.id, unitName: '城东派出所', unitPath: station.path },
  ]);
  expect(session.abilities).toContain('submission.create');
  expect(session.abilities).not.toContain('submission.review');
  expect(session).toMatchObject({ idleMinutes: 30, serverTime: now.toISOString() });
});

test('Identity signing out ends the session on the server, not only in the browser', async () => {
  const client = await test1.signInWith({ roles: ['office'], unit: bureau });
  await client.call(identity.signOut);
  expect(await client.refusal(identity.getSession)).toMatchObject({ status: 401, code: 'notSignedIn' });
});
