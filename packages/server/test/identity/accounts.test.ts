import { randomUUID } from 'node:crypto';
import { identity } from '@mingji/contract';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestClient } from '../support/client.ts';
import { seedBureau, seedOfficer, seedUnit, type TestUnit } from '../support/seed.ts';

let server: TestApp;
let bureau: TestUnit;
let station: TestUnit;
let sysadmin: TestClient;
let secadmin: TestClient;
beforeAll(async () => {
  server = await startTestApp();
  bureau = await seedBureau(server.db, { name: '测试市公安局' });
  station = await seedUnit(server.db, bureau, { name: '城东派出所' });
  sysadmin = await server.signInWith({ roles: ['systemAdmin'], unit: bureau, displayName: '系统管理员甲' });
  secadmin = await server.signInWith({ roles: ['securityAdmin'], unit: bureau });
});
afterAll(() => server.stop());

let names = 0;
const wish = (more: object = {}) => {
  names += 1;
  const base = { username: `user${names}`, displayName: `用户${names}`, unitId: bureau.id, officerId: null };
  return { requestId: randomUUID(), ...base, ...more };
};
const create = async (more: object = {}) =>
  (await sysadmin.call(identity.createAccount, { body: wish(more) })).account;
const approval = (accountId: string, grants: object[], requestId = randomUUID()) => ({
  params: { accountId },
  body: { requestId, grants: grants as { role: 'office'; unitId: string }[] },
});
const office = () => [{ role: 'office', unitId: bureau.id }];
const because = () => ({ requestId: randomUUID(), reason: '岗位调整' });

test('三员 an account is made by one administrator, approved by another, and used after a change of password', async () => {
  const account = await create({ username: 'chen.office', displayName: '陈主任' });
  expect(account).toMatchObject({ state: 'pending', grants: [], createdByName: '系统管理员甲' });
  const approved = await secadmin.call(identity.approveAccount, approval(account.id, office()));
  expect(approved.account).toMatchObject({
    state: 'active',
    grants: [{ role: 'office', unitName: '测试市公安局' }],
  });
  const client = await server.signInAs('chen.office', approved.initialPassword ?? '');
  expect(client.session.account.mustChangePassword).toBe(true);
  expect(client.session.abilities).toContain('period.manage');
});

test('§15 the one-time password is in the first answer only; a repeated request changes nothing', async () => {
  const account = await create();
  const request = approval(account.id, office());
  const first = await secadmin.call(identity.approveAccount, request);
  const again = await secadmin.call(identity.approveAccount, request);
  expect(again).toEqual({ account: first.account, initialPassword: null });
  await expect(server.signInAs(account.username, first.initialPassword ?? '')).resolves.toBeDefined();
  const records = await server.db.selectFrom('request_record').selectAll().execute();
  expect(JSON.stringify(records)).not.toContain(first.initialPassword);
  const events = await server.db
    .selectFrom('audit_event')
    .select('summary')
    .where('subject_id', '=', account.id)
    .where('action', '=', 'account.approved')
    .execute();
  expect(events).toHaveLength(1);
});

test('§15 the same request id with other content is refused', async () => {
  const body = wish();
  await sysadmin.call(identity.createAccount, { body });
  expect(
    await sysadmin.refusal(identity.createAccount, { body: { ...body, displayName: '另一人' } }),
  ).toMatchObject({ status: 409, code: 'requestReused' });
});

test('三员 each administrator does his own part only', async () => {
  const account = await create();
  expect(await secadmin.refusal(identity.createAccount, { body: wish() })).toMatchObject({ status: 403 });
  expect(await sysadmin.refusal(identity.approveAccount, approval(account.id, office()))).toMatchObject({
    status: 403,
    code: 'forbidden',
  });
  const params = { accountId: account.id };
  expect(await secadmin.refusal(identity.disableAccount, { params, body: because() })).toMatchObject({
    status: 403,
  });
  expect(await sysadmin.refusal(identity.resetPassword, { params, body: because() })).toMatchObject({
    status: 403,
  });
});

test('三员 nobody approves or grants to himself, nor to an account that he made', async () => {
  const own = secadmin.session.account.id;
  const grants = { params: { accountId: own }, body: { ...because(), grants: office() } };
  expect(await secadmin.refusal(identity.setGrants, grants)).toMatchObject({ status: 403 });
  const made = await create();
  await server.db.updateTable('account').set({ created_by: own }).where('id', '=', made.id).execute();
  const refused = await secadmin.refusal(identity.approveAccount, approval(made.id, office()));
  expect(refused.body.message).toContain('不得为本人建立的账号');
  expect((await grantsInDatabase(made.id)).length).toBe(0);
});

const grantsInDatabase = (accountId: string) =>
  server.db.selectFrom('account_role').select('role').where('account_id', '=', accountId).execute();

test('三员 the administrator roles exclude each other and every business role, through the API', async () => {
  const account = await create();
  for (const other of ['auditAdmin', 'office']) {
    const both = [
      { role: 'systemAdmin', unitId: bureau.id },
      { role: other, unitId: bureau.id },
    ];
    expect(await secadmin.refusal(identity.approveAccount, approval(account.id, both))).toMatchObject({
      status: 422,
      code: 'refused',
    });
  }
});

test('三员 … and through SQL as the database’s owner', async () => {
  const account = await server.makeAccount({ roles: ['office'], unit: bureau });
  const owner = new pg.Client({ connectionString: server.ownerUrl });
  await owner.connect();
  const grant = (role: string) =>
    owner.query('insert into account_role (account_id, role, unit_id) values ($1, $2, $3)', [
      account.id,
      role,
      bureau.id,
    ]);
  await expect(grant('auditAdmin')).rejects.toMatchObject({ code: 'MJ002' });
  await expect(grant('reviewer')).resolves.toBeDefined();
  await owner.end();
});

test('Identity grants that lead nowhere are refused, all problems at once', async () => {
  const account = await create();
  const grants = [
    { role: 'officer', unitId: station.id },
    { role: 'reviewer', unitId: randomUUID() },
    { role: 'office', unitId: bureau.id },
    { role: 'office', unitId: bureau.id },
  ];
  const refused = await secadmin.refusal(identity.approveAccount, approval(account.id, grants));
  expect(refused.body.problems.map((one) => one.path)).toEqual([
    'grants.0.role',
    'grants.1.unitId',
    'grants.3',
  ]);
  const low = [{ role: 'systemAdmin', unitId: station.id }];
  const refusedLow = await secadmin.refusal(identity.approveAccount, approval(account.id, low));
  expect(refusedLow.body.problems).toHaveLength(1);
});

test('Identity two approvals of one account: one wins, the other is told', async () => {
  const account = await create();
  const other = await server.signInWith({ roles: ['securityAdmin'], unit: bureau });
  const answers = await Promise.allSettled(
    [secadmin, other].map((one) => one.call(identity.approveAccount, approval(account.id, office()))),
  );
  expect(answers.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  const [lost] = answers.filter((one) => one.status === 'rejected');
  expect(lost?.reason).toMatchObject({ status: 409, code: 'conflict' });
});

test('Identity a taken user name is refused, whatever its case; so is a second account for one person', async () => {
  await create({ username: 'Li.Si' });
  expect(await sysadmin.refusal(identity.createAccount, { body: wish({ username: 'li.si' }) })).toMatchObject(
    { status: 409, body: { problems: [{ path: 'username' }] } },
  );
  const officer = await seedOfficer(server.db, station);
  await create({ officerId: officer.id });
  expect(
    await sysadmin.refusal(identity.createAccount, { body: wish({ officerId: officer.id }) }),
  ).toMatchObject({ status: 409, code: 'conflict' });
});

test('Identity changed grants and disabling end the account’s sessions', async () => {
  const account = await server.makeAccount({ roles: ['office'], unit: bureau });
  const params = { accountId: account.id };
  const before = await server.signInAs(account.username);
  const body = { ...because(), grants: [{ role: 'unitHead' as const, unitId: station.id }] };
  const changed = await secadmin.call(identity.setGrants, { params, body });
  expect(changed.account.grants).toMatchObject([{ role: 'unitHead', unitPath: station.path }]);
  expect(await before.refusal(identity.getSession)).toMatchObject({ status: 401 });
  const after = await server.signInAs(account.username);
  expect(after.session.abilities).not.toContain('period.manage');
  await sysadmin.call(identity.disableAccount, { params, body: because() });
  expect(await after.refusal(identity.getSession)).toMatchObject({ status: 401 });
  await expect(server.signInAs(account.username)).rejects.toMatchObject({ code: 'signInFailed' });
  expect(await sysadmin.refusal(identity.disableAccount, { params, body: because() })).toMatchObject({
    status: 409,
  });
});

test('Identity a reset password is shown once, must be changed, and ends sessions', async () => {
  const account = await server.makeAccount({ roles: ['office'], unit: bureau });
  const params = { accountId: account.id };
  const before = await server.signInAs(account.username);
  const body = because();
  const { initialPassword } = await secadmin.call(identity.resetPassword, { params, body });
  expect(await before.refusal(identity.getSession)).toMatchObject({ status: 401 });
  const after = await server.signInAs(account.username, initialPassword ?? '');
  expect(after.session.account.mustChangePassword).toBe(true);
  expect(await secadmin.call(identity.resetPassword, { params, body })).toEqual({ initialPassword: null });
});

test('Identity a lock is seen in the list and lifted by the security administrator', async () => {
  const account = await server.makeAccount({ roles: ['office'], unit: bureau });
  const params = { accountId: account.id };
  expect(await secadmin.refusal(identity.unlockAccount, { params, body: because() })).toMatchObject({
    status: 409,
  });
  for (let n = 0; n < 5; n += 1) {
    await server.visitor.refusal(identity.signIn, {
      body: { username: account.username, password: 'wrong' },
    });
  }
  const list = () => secadmin.call(identity.listAccounts, { query: { text: account.username } });
  expect((await list()).items[0]?.lockedUntil).not.toBeNull();
  await secadmin.call(identity.unlockAccount, { params, body: because() });
  expect((await list()).items[0]?.lockedUntil).toBeNull();
  await expect(server.signInAs(account.username)).resolves.toBeDefined();
});

test('三员 the last administrator of a kind stays', async () => {
  const alone = await startTestApp();
  const root = await seedBureau(alone.db);
  const [sys, sec] = [
    await alone.signInWith({ roles: ['systemAdmin'], unit: root }),
    await alone.signInWith({ roles: ['securityAdmin'], unit: root }),
  ];
  const audit = await alone.makeAccount({ roles: ['auditAdmin'], unit: root });
  const params = { accountId: audit.id };
  expect(await sys.refusal(identity.disableAccount, { params, body: because() })).toMatchObject({
    status: 422,
  });
  expect(await sec.refusal(identity.setGrants, { params, body: { ...because(), grants: [] } })).toMatchObject(
    { status: 422, code: 'refused' },
  );
  await alone.makeAccount({ roles: ['auditAdmin'], unit: root });
  expect(await sys.call(identity.disableAccount, { params, body: because() })).toEqual({ ok: true });
  expect(
    await sys.refusal(identity.disableAccount, {
      params: { accountId: sys.session.account.id },
      body: because(),
    }),
  ).toMatchObject({ status: 403 });
  await alone.stop();
});

test('Identity an account of another bureau is as if it were not there', async () => {
  const elsewhere = await seedBureau(server.db);
  const account = await server.makeAccount({ roles: ['office'], unit: elsewhere });
  const params = { accountId: account.id };
  expect(await sysadmin.refusal(identity.disableAccount, { params, body: because() })).toMatchObject({
    status: 404,
  });
  const list = await sysadmin.call(identity.listAccounts, { query: { text: account.username } });
  expect(list.total).toBe(0);
});

test('Identity the list is searched, narrowed by state and paged; who waits comes first', async () => {
  await create({ username: 'zzz-search-1', displayName: '查找甲' });
  await server.makeAccount({ roles: [], unit: station, username: 'aaa-search-2', displayName: '查找乙' });
  const list = (query: object) => secadmin.call(identity.listAccounts, { query });
  const found = await list({ text: 'SEARCH' });
  expect(found.items.map((one) => one.username)).toEqual(['zzz-search-1', 'aaa-search-2']);
  expect((await list({ text: '查找', state: 'pending' })).items).toHaveLength(1);
  expect(await list({ text: 'search', pageSize: 1, page: 2 })).toMatchObject({
    total: 2,
    items: [{ username: 'aaa-search-2' }],
  });
  expect((await list({ text: '%' })).total).toBe(0);
});
