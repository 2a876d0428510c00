import { identity } from '@mingji/contract';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestClient } from '../support/client.ts';
import { seedBureau, TEST_PASSWORD, type TestUnit } from '../support/seed.ts';

let server: TestApp;
let bureau: TestUnit;
let now = new Date('2026-11-21T01:00:00Z');
beforeAll(async () => {
  server = await startTestApp({ clock: () => now });
  bureau = await seedBureau(server.db);
});
afterAll(() => server.stop());
beforeEach(() => {
  now = new Date(now.getTime() + 3_600_000);
});

const change = (client: TestClient, currentPassword: string, newPassword: string) =>
  client.call(identity.changePassword, { body: { currentPassword, newPassword } });
const refusedChange = (client: TestClient, currentPassword: string, newPassword: string) =>
  client.refusal(identity.changePassword, { body: { currentPassword, newPassword } });

test('Identity the first password must be changed before anything else, and then need not be', async () => {
  const { username } = await server.makeAccount({
    roles: ['systemAdmin'],
    unit: bureau,
    mustChangePassword: true,
  });
  const client = await server.signInAs(username);
  expect(client.session.account.mustChangePassword).toBe(true);
  expect(await client.refusal(identity.listAccounts)).toMatchObject({
    status: 403,
    code: 'passwordChangeRequired',
  });
  await change(client, TEST_PASSWORD, 'Better-password-1');
  expect((await client.call(identity.getSession)).account.mustChangePassword).toBe(false);
  expect((await client.call(identity.listAccounts, { query: {} })).total).toBeGreaterThan(0);
});

test('Identity changing the password ends one’s other sessions, keeps this one, and is audited', async () => {
  const { id, username } = await server.makeAccount({ roles: ['office'], unit: bureau });
  const [here, elsewhere] = [await server.signInAs(username), await server.signInAs(username)];
  await change(here, TEST_PASSWORD, 'Better-password-1');
  expect((await here.call(identity.getSession)).account.id).toBe(id);
  expect(await elsewhere.refusal(identity.getSession)).toMatchObject({ status: 401 });
  await expect(server.signInAs(username)).rejects.toMatchObject({ code: 'signInFailed' });
  await expect(server.signInAs(username, 'Better-password-1')).resolves.toBeDefined();
  const events = await server.db
    .selectFrom('audit_event')
    .select('summary')
    .where('account_id', '=', id)
    .where('action', '=', 'password.changed')
    .execute();
  expect(events).toHaveLength(1);
  expect(JSON.stringify(events)).not.toContain('Better-password-1');
});

test('Identity a weak password is refused with everything that is wrong', async () => {
  const client = await server.signInWith({ roles: ['office'], unit: bureau, username: 'zhangsan' });
  const weak = await refusedChange(client, TEST_PASSWORD, 'zhangsan123');
  expect(weak).toMatchObject({ status: 400, code: 'invalid' });
  expect(weak.body.problems.map((one) => [one.path, one.message])).toEqual([
    ['newPassword', '密码须包含大写字母、小写字母、数字、符号中的至少三类'],
    ['newPassword', '密码不得包含账号名'],
  ]);
  const short = await refusedChange(client, TEST_PASSWORD, 'Abc-123');
  expect(short.body.problems).toEqual([{ path: 'newPassword', message: '密码至少 10 位' }]);
});

test('Identity none of the last five passwords comes back, the sixth may', async () => {
  const client = await server.signInWith({ roles: ['office'], unit: bureau });
  const passwords = [1, 2, 3, 4, 5, 6].map((n) => `Rotating-password-${n}`);
  let current = TEST_PASSWORD;
  for (const next of passwords) {
    now = new Date(now.getTime() + 60_000);
    await change(client, current, next);
    current = next;
  }
  for (const used of passwords.slice(1)) {
    const refused = await refusedChange(client, current, used);
    expect([used, refused.code]).toEqual([used, 'invalid']);
    expect(refused.body.problems[0]?.message).toContain('最近 5 次');
  }
  await expect(change(client, current, 'Rotating-password-1')).resolves.toEqual({ ok: true });
});

test('Identity guessing the current password at an open desk locks the account and ends the session', async () => {
  const client = await server.signInWith({ roles: ['office'], unit: bureau });
  for (let n = 0; n < 4; n += 1) {
    expect(await refusedChange(client, 'Wrong-password-1', 'Better-password-1')).toMatchObject({
      status: 422,
      body: { problems: [{ path: 'currentPassword' }] },
    });
  }
  expect(await refusedChange(client, 'Wrong-password-1', 'Better-password-1')).toMatchObject({ status: 423 });
  expect(await client.refusal(identity.getSession)).toMatchObject({ status: 401 });
  await expect(server.signInAs(client.session.account.username)).rejects.toMatchObject({ code: 'locked' });
});

test('Identity a password older than ninety days is remarked on', async () => {
  const { id, username } = await server.makeAccount({ roles: ['office'], unit: bureau });
  const setAt = (days: number) =>
    server.db
      .updateTable('account')
      .set({ password_changed_at: new Date(now.getTime() - days * 86_400_000) })
      .where('id', '=', id)
      .execute();
  await setAt(89);
  expect((await server.signInAs(username)).session.account.passwordNotice).toBeNull();
  await setAt(91);
  expect((await server.signInAs(username)).session.account.passwordNotice).toContain('91 天');
});
