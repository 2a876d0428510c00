import { identity } from '@mingji/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { seedBureau, type TestUnit } from '../support/seed.ts';

let server: TestApp;
let bureau: TestUnit;
beforeAll(async () => {
  server = await startTestApp({ demoMode: true });
  bureau = await seedBureau(server.db, { name: '演示市公安局', isDemo: true });
});
afterAll(() => server.stop());

test('Demo before anything exists the sign-in page says so', async () => {
  const empty = await startTestApp({ demoMode: true });
  const page = await empty.visitor.call(identity.getSignInPage);
  expect(page).toEqual({ bureauName: null, initialized: false, demoAccounts: [] });
  await empty.stop();
});

test('Demo the sign-in page offers the demo accounts with role and purpose, others not', async () => {
  await server.makeAccount({
    roles: ['officer'],
    unit: bureau,
    username: 'demo-officer',
    displayName: '周立',
  });
  await server.makeAccount({
    roles: ['office'],
    unit: bureau,
    username: 'demo-office',
    displayName: '陈主任',
  });
  await server.makeAccount({ roles: ['office'], unit: bureau, username: 'real-office' });
  const page = await server.visitor.call(identity.getSignInPage);
  expect(
    page.demoAccounts.map((one) => [one.username, one.displayName, one.unitName, one.roleLabel]),
  ).toEqual([
    ['demo-office', '陈主任', '演示市公安局', '考核办'],
    ['demo-officer', '周立', '演示市公安局', '民警'],
  ]);
  for (const one of page.demoAccounts) expect(one.purpose.length).toBeGreaterThan(4);
});

test('Demo one click signs in a demo account, and no other', async () => {
  await server.makeAccount({ roles: ['unitHead'], unit: bureau, username: 'demo-head' });
  const session = await server.visitor.call(identity.signInDemo, { body: { username: 'demo-head' } });
  expect(session.account.username).toBe('demo-head');
  await server.makeAccount({ roles: ['office'], unit: bureau, username: 'another' });
  const refused = await server.visitor.refusal(identity.signInDemo, { body: { username: 'another' } });
  expect(refused).toMatchObject({ status: 404 });
});
