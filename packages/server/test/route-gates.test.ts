import { abilities, administratorRoles } from '@mingji/engine';
import Fastify from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { requireGates } from '../src/plugins/require-gates.ts';
import { startTestApp, type TestApp } from './support/app.ts';
import { addressOf, type TestClient } from './support/client.ts';
import { seedBureau } from './support/seed.ts';

let server: TestApp;
let powerless: TestClient;
let office: TestClient;
let mustChange: TestClient;
beforeAll(async () => {
  server = await startTestApp({ demoMode: true });
  const bureau = await seedBureau(server.db, { isDemo: true });
  powerless = await server.signInWith({ roles: [], unit: bureau });
  office = await server.signInWith({ roles: ['office'], unit: bureau });
  mustChange = await server.signInWith({ roles: ['office'], unit: bureau, mustChangePassword: true });
});
afterAll(() => server.stop());

/** Nothing that a body or an id could say matters: who may not call is not listened to. */
const anyId = '00000000-0000-4000-8000-000000000000';
const urlOf = (path: string) =>
  addressOf(path, { params: new Proxy({}, { get: () => anyId }) as Record<string, string> });
const gated = () => server.app.gatedRoutes.map((one) => ({ ...one, address: urlOf(one.url) }));
const behindSession = () => gated().filter((one) => one.gate !== 'public');
const inject = (client: TestClient, one: { method: string; address: string }) =>
  client.inject({ method: one.method as 'GET', url: one.address });

test('§13 every route under /api names who may call it: everybody, anybody signed in, or an ability', () => {
  const known = new Set<string>(['public', 'signedIn', ...abilities]);
  expect(gated().filter((one) => !known.has(one.gate))).toEqual([]);
  expect(gated().length).toBeGreaterThan(10);
});

test('§13 a route without a gate keeps the server from starting', () => {
  const app = Fastify();
  requireGates(app);
  expect(() => app.get('/api/open-by-mistake', async () => 'secret')).toThrow('names no gate');
  expect(() => app.get('/api/health', { config: { gate: 'public' } }, async () => 'ok')).not.toThrow();
});

test('§13 only signing in, the sign-in page, health and the description are open to everybody', () => {
  const open = gated().filter((one) => one.gate === 'public' && one.method !== 'HEAD');
  expect(open.map((one) => `${one.method} ${one.url}`).toSorted()).toEqual([
    'GET /api/health',
    'GET /api/openapi.json',
    'GET /api/sign-in-page',
    'POST /api/session',
    'POST /api/session/demo',
  ]);
});

test('§13 every other route requires a session', async () => {
  for (const one of behindSession()) {
    const answer = await inject(server.visitor, one);
    expect([one.method, one.url, answer.statusCode]).toEqual([one.method, one.url, 401]);
  }
});

test('§13 without a role every route that wants an ability is refused, and the refusal is audited', async () => {
  const wanting = behindSession().filter((one) => one.gate !== 'signedIn');
  for (const one of wanting) {
    const answer = await inject(powerless, one);
    expect([one.method, one.url, answer.statusCode]).toEqual([one.method, one.url, 403]);
  }
  const { total } = await server.db
    .selectFrom('audit_event')
    .select((events) => events.fn.countAll<number>().as('total'))
    .where('action', '=', 'access.refused')
    .where('account_id', '=', powerless.session.account.id)
    .executeTakeFirstOrThrow();
  expect(total).toBe(wanting.length);
});

test('三员 administrators are refused every route of the appraisal, the office every route of administrators', async () => {
  const bureau = await server.db.selectFrom('unit').selectAll().executeTakeFirstOrThrow();
  const unit = { ...bureau, bureauId: bureau.bureau_id };
  const forAdministrators = /^(account|audit|system|webhook|workbench|notification|unit|officer)\./;
  for (const role of administratorRoles) {
    const administrator = await server.signInWith({ roles: [role], unit });
    for (const one of behindSession()) {
      if (one.gate === 'signedIn' || forAdministrators.test(one.gate)) continue;
      // That nothing was changed is verified by him too; scores he is not told.
      if (role === 'auditAdmin' && one.gate === 'seal.verify') continue;
      expect([one.url, (await inject(administrator, one)).statusCode]).toEqual([one.url, 403]);
    }
  }
  for (const one of behindSession().filter((route) => /^(account|audit|system|webhook)\./.test(route.gate))) {
    expect([one.url, (await inject(office, one)).statusCode]).toEqual([one.url, 403]);
  }
});

test('Identity every change without the CSRF token, or from another site, is refused', async () => {
  for (const one of behindSession().filter((route) => !['GET', 'HEAD'].includes(route.method))) {
    const request = { method: one.method as 'POST', url: one.address };
    const without = await office.inject({ ...request, headers: { 'x-csrf-token': '' } });
    const foreign = await office.inject({ ...request, headers: { origin: 'https://evil.example' } });
    for (const answer of [without, foreign]) {
      expect([one.url, answer.statusCode, answer.json().code]).toEqual([one.url, 403, 'csrf']);
    }
  }
});

test('Identity with the first password nothing works but seeing the session, changing it and leaving', async () => {
  const open: string[] = [];
  for (const one of behindSession().filter((route) => !['HEAD', 'DELETE'].includes(route.method))) {
    const answer = await inject(mustChange, one);
    if (answer.statusCode === 403 && answer.json().code === 'passwordChangeRequired') continue;
    open.push(`${one.method} ${one.url}`);
  }
  expect(open.toSorted()).toEqual(['GET /api/session', 'PUT /api/session/password']);
  expect((await mustChange.inject({ method: 'DELETE', url: '/api/session' })).statusCode).toBe(200);
});
