import { BACKGROUND_HEADER, identity } from '@mingji/contract';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { withHasher } from '../../src/modules/identity/hashing-slots.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { makeClient, type TestClient } from '../support/client.ts';
import { seedBureau, seedOfficer, seedUnit, TEST_PASSWORD, type TestUnit } from '../support/seed.ts';

let server: TestApp;
let bureau: TestUnit;
let now = new Date('2026-11-21T01:00:00Z');
const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000);
};
const attempt = (username: string, password: string) =>
  server.visitor.refusal(identity.signIn, { body: { username, password } });
const failTimes = async (times: number, username: string) => {
  for (let n = 0; n < times; n += 1) await attempt(username, 'Wrong-password-1');
};
const auditOf = (accountId: string | null, action: string) =>
  server.db
    .selectFrom('audit_event')
    .select(['outcome', 'summary', 'account_name', 'address'])
    .where('account_id', accountId === null ? 'is' : '=', accountId)
    .where('action', '=', action)
    .orderBy('seq')
    .execute();

beforeAll(async () => {
  server = await startTestApp({ clock: () => now });
  bureau = await seedBureau(server.db, { name: '测试市公安局' });
});
afterAll(() => server.stop());
beforeEach(() => later(60));

test('Identity whoever signs in sees who he is, where he serves and what he may do', async () => {
  const station = await seedUnit(server.db, bureau, { name: '城东派出所' });
  const officer = await seedOfficer(server.db, station, { name: '周立', policeNo: '012345' });
  const client = await server.signInWith({ roles: ['officer'], unit: station, officer });
  const session = await client.call(identity.getSession);
  expect(session.officer).toMatchObject({ policeNo: '012345', name: '周立', unitName: '城东派出所' });
  expect(session.bureau.name).toBe('测试市公安局');
  expect(session.grants).toEqual([
    { role: 'officer', unitId: station.id, unitName: '城东派出所', unitPath: station.path },
  ]);
  expect(session.abilities).toContain('submission.create');
  expect(session.abilities).not.toContain('submission.review');
  expect(session).toMatchObject({ idleMinutes: 30, serverTime: now.toISOString() });
  expect(await auditOf(session.account.id, 'session.opened')).toMatchObject([
    { outcome: 'done', address: '127.0.0.1' },
  ]);
});

test('Identity the session cookie is out of scripts’ reach, and its value is stored nowhere', async () => {
  const account = await server.makeAccount({ roles: ['office'], unit: bureau });
  const answer = await server.app.inject({
    method: 'POST',
    url: '/api/session',
    payload: { username: account.username, password: TEST_PASSWORD },
  });
  const cookie = answer.cookies.find((one) => one.name === 'mingji_session');
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
  expect(Buffer.from(cookie?.value ?? '', 'base64url')).toHaveLength(32);
  const stored = await server.db
    .selectFrom('session')
    .select('token_hash')
    .where('account_id', '=', account.id)
    .execute();
  expect(stored).toEqual([{ token_hash: server.deps.crypto.sm3(Buffer.from(cookie?.value ?? '')) }]);
});

test('Identity the user name’s case does not matter, the password’s does', async () => {
  await server.makeAccount({ roles: ['office'], unit: bureau, username: 'Zhang.San' });
  await expect(server.signInAs('zhang.SAN')).resolves.toBeDefined();
  expect(await attempt('Zhang.San', TEST_PASSWORD.toUpperCase())).toMatchObject({ code: 'signInFailed' });
});

test('Identity a wrong password, an unknown name, a pending and a disabled account get one answer', async () => {
  const active = await server.makeAccount({ roles: ['office'], unit: bureau });
  const pending = await server.makeAccount({ roles: [], unit: bureau });
  const disabled = await server.makeAccount({ roles: ['office'], unit: bureau });
  await setState(pending.id, 'pending');
  await setState(disabled.id, 'disabled');
  const answers = [
    await attempt(active.username, 'Wrong-password-1'),
    await attempt('nobody-at-all', TEST_PASSWORD),
    await attempt(pending.username, TEST_PASSWORD),
    await attempt(disabled.username, TEST_PASSWORD),
  ];
  for (const one of answers) {
    expect([one.status, one.code, one.body.message]).toEqual([401, 'signInFailed', answers[0]?.body.message]);
  }
  expect(await auditOf(active.id, 'session.refused')).toMatchObject([{ outcome: 'refused' }]);
  expect((await auditOf(null, 'session.refused')).at(-1)).toMatchObject({ account_name: 'no***' });
});

function setState(accountId: string, state: string) {
  return server.db.updateTable('account').set({ state }).where('id', '=', accountId).execute();
}

test('Identity five failures lock the account for thirty minutes, also against the right password', async () => {
  const { id, username } = await server.makeAccount({ roles: ['office'], unit: bureau });
  await failTimes(4, username);
  expect(await attempt(username, 'Wrong-password-1')).toMatchObject({ status: 423, code: 'locked' });
  later(29);
  expect(await attempt(username, TEST_PASSWORD)).toMatchObject({ status: 423, code: 'locked' });
  later(1);
  await expect(server.signInAs(username)).resolves.toBeDefined();
  expect(await auditOf(id, 'session.refused')).toHaveLength(6);
});

test('Identity an unknown name is locked out like a known one, so that locking tells nothing', async () => {
  await failTimes(4, 'ghost');
  expect(await attempt('GHOST', 'Wrong-password-1')).toMatchObject({ status: 423, code: 'locked' });
  expect(await attempt('ghost', 'Wrong-password-1')).toMatchObject({ status: 423, code: 'locked' });
});

test('Identity a success, or thirty quiet minutes, forget earlier failures', async () => {
  const { username } = await server.makeAccount({ roles: ['office'], unit: bureau });
  await failTimes(4, username);
  await server.signInAs(username);
  await failTimes(4, username);
  later(30);
  expect(await attempt(username, 'Wrong-password-1')).toMatchObject({ code: 'signInFailed' });
  await expect(server.signInAs(username)).resolves.toBeDefined();
});

test('Identity guesses sent all at once cannot outrun the lock', async () => {
  const { username } = await server.makeAccount({ roles: ['office'], unit: bureau });
  const guesses = Array.from({ length: 30 }, () => attempt(username, 'Wrong-password-1'));
  const codes = (await Promise.all(guesses)).map((one) => one.code);
  expect(codes.filter((code) => code === 'signInFailed').length).toBeLessThanOrEqual(5);
  expect(await attempt(username, TEST_PASSWORD)).toMatchObject({ code: 'locked' });
});

test('Identity a storm of sign-ins does not keep others from working', async () => {
  const { username } = await server.makeAccount({ roles: ['office'], unit: bureau });
  const client = await server.signInAs(username);
  const order: string[] = [];
  const storm = Array.from({ length: 12 }, (_, n) =>
    withHasher((hasher) => hasher.hash(`Storm-${n}`)).then(() => order.push('hash')),
  );
  await client.call(identity.getSession).then(() => order.push('work'));
  await Promise.all(storm);
  expect(order.indexOf('work')).toBeLessThan(11);
});

async function idle(client: TestClient, minutes: number) {
  later(minutes);
  return client.inject({ method: 'GET', url: '/api/session' });
}

test('Identity thirty idle minutes end a session; work in between keeps it', async () => {
  const client = await server.signInWith({ roles: ['office'], unit: bureau });
  expect((await idle(client, 29)).statusCode).toBe(200);
  expect((await idle(client, 29)).statusCode).toBe(200);
  expect((await idle(client, 30)).statusCode).toBe(401);
});

test('Identity a screen that only refreshes itself does not keep an unattended session open', async () => {
  const client = await server.signInWith({ roles: ['office'], unit: bureau });
  const headers = { [BACKGROUND_HEADER]: '1' };
  for (const minutes of [10, 19]) {
    later(minutes);
    expect((await client.inject({ method: 'GET', url: '/api/session', headers })).statusCode).toBe(200);
  }
  expect((await idle(client, 1)).statusCode).toBe(401);
});

test('Identity an administrator’s session ends after fifteen idle minutes', async () => {
  const client = await server.signInWith({ roles: ['systemAdmin'], unit: bureau });
  expect(client.session.idleMinutes).toBe(15);
  expect((await idle(client, 14)).statusCode).toBe(200);
  expect((await idle(client, 15)).statusCode).toBe(401);
});

test('Identity no session lives longer than twenty-four hours, however busy', async () => {
  const client = await server.signInWith({ roles: ['office'], unit: bureau });
  for (let quarter = 1; quarter < 24 * 4; quarter += 1) {
    expect((await idle(client, 15)).statusCode).toBe(200);
  }
  expect((await idle(client, 15)).statusCode).toBe(401);
});

test('Identity signing out ends the session on the server, not only in the browser', async () => {
  const client = await server.signInWith({ roles: ['office'], unit: bureau });
  await client.call(identity.signOut);
  expect(await client.refusal(identity.getSession)).toMatchObject({ status: 401, code: 'notSignedIn' });
  expect(await auditOf(client.session.account.id, 'session.closed')).toHaveLength(1);
});

test('Identity a sign-in sent from another site is refused', async () => {
  const { username } = await server.makeAccount({ roles: ['office'], unit: bureau });
  const answer = await server.visitor.inject({
    method: 'POST',
    url: '/api/session',
    headers: { origin: 'https://evil.example' },
    payload: { username, password: TEST_PASSWORD },
  });
  expect([answer.statusCode, answer.json().code]).toEqual([403, 'csrf']);
});

test('Identity the page’s own origin may call, a made-up cookie is nobody', async () => {
  const client = await server.signInWith({ roles: ['office'], unit: bureau });
  const own = await client.inject({
    method: 'DELETE',
    url: '/api/session',
    headers: { origin: 'http://localhost:8080', host: 'localhost:8080' },
  });
  expect(own.statusCode).toBe(200);
  const forged = await server.app.inject({
    method: 'GET',
    url: '/api/session',
    headers: { cookie: 'mingji_session=AAAAAAAA' },
  });
  expect(forged.statusCode).toBe(401);
});

test('Identity outside demo mode there is no one-click sign-in, and the page names no account', async () => {
  await server.makeAccount({ roles: ['office'], unit: bureau, username: 'demo-office' });
  const page = await makeClient(server.app).call(identity.getSignInPage);
  expect(page).toEqual({ bureauName: '测试市公安局', initialized: true, demoAccounts: [] });
  const answer = await server.visitor.refusal(identity.signInDemo, { body: { username: 'demo-office' } });
  expect(answer).toMatchObject({ status: 404, code: 'notFound' });
});
