import { randomUUID } from 'node:crypto';
import { identity } from '@mingji/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { initBureau } from '../../src/modules/identity/index.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestClient } from '../support/client.ts';
import { seedBureau, type TestUnit } from '../support/seed.ts';

let server: TestApp;
let bureau: TestUnit;
let auditor: TestClient;
let sysadmin: TestClient;
let secadmin: TestClient;
let now = new Date('2026-11-21T01:00:00Z');
beforeAll(async () => {
  server = await startTestApp({ clock: () => now });
  bureau = await seedBureau(server.db);
  auditor = await server.signInWith({ roles: ['auditAdmin'], unit: bureau });
  sysadmin = await server.signInWith({ roles: ['systemAdmin'], unit: bureau });
  secadmin = await server.signInWith({ roles: ['securityAdmin'], unit: bureau });
});
afterAll(() => server.stop());

const events = async (query: object = {}) =>
  (await auditor.call(identity.listAuditEvents, { query: { pageSize: 200, ...query } })).items;

test('三员 each command on an account leaves exactly one event, with who, what, whom and why', async () => {
  const made = await sysadmin.call(identity.createAccount, {
    body: {
      requestId: randomUUID(),
      username: 'li.si',
      displayName: '李四',
      unitId: bureau.id,
      officerId: null,
    },
  });
  const params = { accountId: made.account.id };
  const grants = [{ role: 'office' as const, unitId: bureau.id }];
  const reason = '轮岗';
  await secadmin.call(identity.approveAccount, { params, body: { requestId: randomUUID(), grants } });
  await secadmin.call(identity.setGrants, { params, body: { requestId: randomUUID(), grants: [], reason } });
  await secadmin.call(identity.resetPassword, { params, body: { requestId: randomUUID(), reason } });
  for (let n = 0; n < 5; n += 1) {
    await server.visitor.refusal(identity.signIn, { body: { username: 'li.si', password: 'wrong' } });
  }
  await secadmin.call(identity.unlockAccount, { params, body: { requestId: randomUUID(), reason } });
  await sysadmin.call(identity.disableAccount, { params, body: { requestId: randomUUID(), reason } });
  const found = await events({ text: made.account.id });
  const done = found.filter((one) => one.outcome === 'done').map((one) => one.action);
  expect(done.toReversed()).toEqual([
    'account.created',
    'account.approved',
    'account.granted',
    'password.reset',
    'account.unlocked',
    'account.disabled',
  ]);
  expect(found.filter((one) => one.action === 'session.refused')).toHaveLength(5);
  const granted = found.find((one) => one.action === 'account.granted');
  expect(granted).toMatchObject({
    actionLabel: '调整授权',
    accountName: secadmin.session.account.displayName,
    address: '127.0.0.1',
  });
  expect(granted?.summary).toContain('轮岗');
});

test('三员 a refused command leaves no event of having been done, only of having been tried', async () => {
  const before = await events();
  await secadmin.refusal(identity.createAccount, {
    body: { requestId: randomUUID(), username: 'x.y.z', displayName: '某', unitId: null, officerId: null },
  });
  const after = await events();
  expect(after.length).toBe(before.length + 1);
  expect(after[0]).toMatchObject({ action: 'access.refused', outcome: 'refused' });
  expect(after[0]?.summary).toContain('新建账号');
});

test('三员 only the audit administrator reads the log', async () => {
  const office = await server.signInWith({ roles: ['office'], unit: bureau });
  for (const other of [sysadmin, secadmin, office]) {
    expect(await other.refusal(identity.listAuditEvents)).toMatchObject({ status: 403, code: 'forbidden' });
  }
  expect(await server.visitor.refusal(identity.listAuditEvents)).toMatchObject({ status: 401 });
});

test('三员 the log is narrowed by the bureau’s days, by action and by text, newest first', async () => {
  const office = await server.makeAccount({ roles: ['office'], unit: bureau, displayName: '独特的名字' });
  // 2026-11-30 23:59 and 2026-12-01 00:00 in Shanghai.
  now = new Date('2026-11-30T15:59:59Z');
  await server.signInAs(office.username);
  now = new Date('2026-11-30T16:00:00Z');
  await server.signInAs(office.username);
  auditor = await server.signInAs(auditor.session.account.username);
  const about = (query: object) => events({ text: '独特的名字', ...query });
  expect(await about({ action: 'session.opened' })).toHaveLength(2);
  expect(await about({ to: '2026-11-30' })).toHaveLength(1);
  expect(await about({ from: '2026-12-01' })).toHaveLength(1);
  expect(await about({ from: '2026-11-30', to: '2026-12-01' })).toHaveLength(2);
  expect(await about({ action: 'session.closed' })).toHaveLength(0);
  const all = await events();
  expect(all.map((one) => one.seq)).toEqual(all.map((one) => one.seq).toSorted((a, b) => b - a));
});

test('三员 the application can neither change nor delete an event', async () => {
  await expect(server.db.updateTable('audit_event').set({ summary: '' }).execute()).rejects.toThrow();
  await expect(server.db.deleteFrom('audit_event').execute()).rejects.toThrow();
});

test('Identity mingji init’s administrators sign in, must change, and the act is in the log', async () => {
  const fresh = await startTestApp();
  const made = await initBureau(fresh.db, {
    name: '新建市公安局',
    code: '320100000000',
    now: new Date(),
  });
  for (const one of made.administrators) {
    const client = await fresh.signInAs(one.username, one.password);
    expect(client.session.account.mustChangePassword).toBe(true);
    expect(client.session.grants).toMatchObject([{ role: one.role, unitPath: '320100000000/' }]);
  }
  const [third] = made.administrators.filter((one) => one.role === 'auditAdmin');
  const client = await fresh.signInAs(third?.username ?? '', third?.password);
  await client.call(identity.changePassword, {
    body: { currentPassword: third?.password ?? '', newPassword: 'Looking-at-all-1' },
  });
  const log = await client.call(identity.listAuditEvents, { query: { action: 'bureau.initialized' } });
  expect(log.items).toMatchObject([{ accountName: '初始化程序', actionLabel: '系统初始化' }]);
  await expect(
    initBureau(fresh.db, { name: '另一个局', code: '320200000000', now: new Date() }),
  ).rejects.toMatchObject({ code: 'conflict' });
  await fresh.stop();
});
