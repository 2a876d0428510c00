import { createHmac, randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { notifications } from '@mingji/contract';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { deliverWebhooks, notify } from '../../src/modules/notifications/index.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestClient } from '../support/client.ts';
import { makeWorkCity, type WorkCity } from '../support/work-city.ts';

interface Heard {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

let app: TestApp;
let city: WorkCity;
let admin: TestClient;
let gateway: Server;
let url: string;
let answer = 204;
let heard: Heard[] = [];
let now = new Date('2026-09-24T02:00:00Z');

beforeAll(async () => {
  app = await startTestApp({ clock: () => now });
  city = await makeWorkCity(app);
  admin = await app.signInWith({ displayName: '系统管理员', unit: city.bureau, roles: ['systemAdmin'] });
  await app.db
    .updateTable('session')
    .set({ expires_at: new Date('2027-12-31T00:00:00Z'), last_seen_at: new Date('2027-12-31T00:00:00Z') })
    .execute();
  gateway = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      heard.push({ headers: request.headers, body: Buffer.concat(parts).toString('utf8') });
      response.writeHead(answer, answer === 302 ? { location: 'http://127.0.0.1:1/' } : {}).end();
    });
  });
  await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/notices`;
});
beforeEach(() => {
  heard = [];
  answer = 204;
});
afterAll(async () => {
  await new Promise((resolve) => gateway.close(resolve));
  await app.stop();
});

const settings = (more: object = {}) => ({
  body: {
    requestId: randomUUID(),
    url,
    digest: 'sm3' as const,
    enabled: true,
    kinds: [] as notifications.NoticeKind[],
    newSecret: false,
    ...more,
  },
});
async function tell(kind: notifications.NoticeKind, people: readonly string[]): Promise<void> {
  await notify(app.db, { bureauId: city.bureau.bureauId, now }, [
    {
      kind,
      title: '催办：9月填报',
      detail: '请于 9 月 25 日前报送。',
      address: '/supervision',
      about: { kind: 'press', id: null },
      accountIds: people,
    },
  ]);
}
const deliveries = async () =>
  (await admin.call(notifications.listDeliveries, { query: {} })).items.map(
    ({ kind, people, state, attempts, failure }) => ({ kind, people, state, attempts, failure }),
  );

test('P10 without a gateway nothing is queued, and a test is refused with the way to set one', async () => {
  await tell('press', [city.as.officer.session.account.id]);
  expect(await deliveries()).toEqual([]);
  const refused = await admin.refusal(notifications.testWebhook, { body: { requestId: randomUUID() } });
  expect(refused.body.message).toContain('还没有启用');
});

test('P10 a notice leaves signed, with who is told and nothing more of them', async () => {
  const request = settings();
  const { secret, webhook } = await admin.call(notifications.setWebhook, request);
  expect(webhook).toMatchObject({ url, enabled: true, waiting: 0, failed: 0 });
  // Shown once: the same request again is answered without it.
  expect((await admin.call(notifications.setWebhook, request)).secret).toBeNull();
  await tell('press', [city.as.officer.session.account.id]);
  await deliverWebhooks(app.deps);
  expect(heard).toHaveLength(1);
  const [{ headers, body } = { headers: {}, body: '' }] = heard;
  const signed = `${String(headers['x-mingji-timestamp'])}.${body}`;
  expect(headers['x-mingji-signature']).toBe(
    `sm3=${createHmac('sm3', secret ?? '')
      .update(signed)
      .digest('hex')}`,
  );
  expect(JSON.parse(body)).toEqual({
    id: headers['x-mingji-delivery'],
    kind: 'press',
    title: '催办：9月填报',
    detail: '请于 9 月 25 日前报送。',
    address: '/supervision',
    at: now.toISOString(),
    to: [
      {
        username: city.as.officer.session.account.username,
        name: city.as.officer.session.account.displayName,
        policeNo: city.as.officer.session.officer?.policeNo,
      },
    ],
  });
  await deliverWebhooks(app.deps);
  expect(heard).toHaveLength(1);
});

test('P10 a gateway that is down is tried again later, given up after seven attempts, and sent again by hand', async () => {
  answer = 503;
  await tell('press', [city.as.officer.session.account.id]);
  for (let attempt = 1; attempt <= 7; attempt += 1) {
    await deliverWebhooks(app.deps);
    await deliverWebhooks(app.deps);
    expect(heard).toHaveLength(attempt);
    now = new Date(now.getTime() + 721 * 60_000);
  }
  await deliverWebhooks(app.deps);
  expect(heard).toHaveLength(7);
  const [failed] = (await admin.call(notifications.listDeliveries, { query: { state: 'failed' } })).items;
  expect(failed).toMatchObject({ attempts: 7, failure: '网关应答 503，须为 200–299', answeredStatus: 503 });
  answer = 200;
  const retry = { params: { deliveryId: failed?.id ?? '' }, body: { requestId: randomUUID() } };
  await admin.call(notifications.retryDelivery, retry);
  await deliverWebhooks(app.deps);
  expect(heard).toHaveLength(8);
  const again = await admin.refusal(notifications.retryDelivery, {
    ...retry,
    body: { requestId: randomUUID() },
  });
  expect(again.body.message).toContain('不是失败状态');
});

test('P10 a redirect is not followed: the address is the one that was set', async () => {
  answer = 302;
  await tell('press', [city.as.officer.session.account.id]);
  await deliverWebhooks(app.deps);
  expect(heard).toHaveLength(1);
  expect((await deliveries())[0]).toMatchObject({ state: 'waiting', failure: '网关应答 302，须为 200–299' });
  answer = 200;
  now = new Date(now.getTime() + 61_000);
  await deliverWebhooks(app.deps);
});

test('P10 only the chosen kinds leave; a notice to many goes in parts of 500', async () => {
  await admin.call(notifications.setWebhook, settings({ kinds: ['bulletin'], digest: 'sha256' }));
  const people = Array.from({ length: 501 }, () => randomUUID());
  await app.db
    .insertInto('account')
    .values(
      people.map((id, index) => ({
        id,
        bureau_id: city.bureau.bureauId,
        username: `many${index}`,
        display_name: '民警',
        state: 'active',
      })),
    )
    .execute();
  await tell('press', people);
  await tell('bulletin', people);
  await deliverWebhooks(app.deps);
  const sizes = heard.map(({ body }) => (JSON.parse(body) as { to: unknown[] }).to.length);
  expect(sizes.sort((a, b) => b - a)).toEqual([500, 1]);
  expect(heard.every(({ headers }) => String(headers['x-mingji-signature']).startsWith('sha256='))).toBe(
    true,
  );
});

test('P10 a publication that tells thousands one by one is queued, too', async () => {
  const accountIds = [city.as.officer.session.account.id];
  const about = { kind: 'writtenReview', id: null };
  const one = { kind: 'bulletin' as const, title: '书面检查', detail: '', address: '/', about, accountIds };
  const done = new Error('counted');
  const counted = app.db.transaction().execute(async (tx) => {
    const place = { bureauId: city.bureau.bureauId, now };
    await notify(
      tx,
      place,
      Array.from({ length: 7_000 }, () => one),
    );
    const { n } = await tx
      .selectFrom('webhook_delivery')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('state', '=', 'waiting')
      .executeTakeFirstOrThrow();
    expect(n).toBeGreaterThanOrEqual(7_000);
    throw done;
  });
  await expect(counted).rejects.toBe(done);
});

test('P10 a gateway that is switched off keeps what waits and sends nothing', async () => {
  await tell('bulletin', [city.as.officer.session.account.id]);
  await admin.call(notifications.setWebhook, settings({ enabled: false }));
  await deliverWebhooks(app.deps);
  expect(heard).toEqual([]);
  const { webhook } = await admin.call(notifications.getWebhook);
  expect(webhook).toMatchObject({ enabled: false, waiting: 1 });
});

test('P10 the gateway belongs to the system administrator; an address with a password in it is refused', async () => {
  for (const who of [city.as.office, city.as.officer, city.as.securityAdmin]) {
    expect((await who.refusal(notifications.setWebhook, settings())).code).toBe('forbidden');
    expect((await who.refusal(notifications.getWebhook)).code).toBe('forbidden');
  }
  for (const wrong of ['ftp://gateway/', 'gateway', 'http://user:secret@gateway/']) {
    const refused = await admin.refusal(notifications.setWebhook, settings({ url: wrong }));
    expect(refused.code).toBe('invalid');
  }
});
