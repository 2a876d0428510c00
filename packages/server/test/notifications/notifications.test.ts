import { randomUUID } from 'node:crypto';
import { notifications } from '@mingji/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { notify } from '../../src/modules/notifications/index.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestClient } from '../support/client.ts';
import { makeWorkCity, type WorkCity } from '../support/work-city.ts';

let app: TestApp;
let city: WorkCity;
let now = new Date('2026-09-23T02:00:00Z');
beforeAll(async () => {
  app = await startTestApp({ clock: () => now });
  city = await makeWorkCity(app);
});
afterAll(() => app.stop());

const accountOf = (who: TestClient) => who.session.account.id;
async function tell(who: readonly TestClient[], title: string): Promise<void> {
  await notify(app.db, { bureauId: city.bureau.bureauId, now }, [
    {
      kind: 'press',
      title,
      detail: '请于今日报送。',
      address: '/supervision',
      about: { kind: 'press', id: randomUUID() },
      accountIds: who.map(accountOf),
    },
  ]);
}
const titles = async (who: TestClient, query: object = {}) => {
  const { items } = await who.call(notifications.listNotifications, { query } as never);
  return items.map(({ title, readAt }) => [title, readAt]);
};
const unread = async (who: TestClient) => (await who.call(notifications.countUnread)).unread;

test('P10 who is told sees it once, newest first, and nobody else does', async () => {
  await tell([city.as.officer, city.as.officer, city.as.neighbour], '第一件');
  now = new Date('2026-09-23T02:01:00Z');
  await tell([city.as.officer], '第二件');
  expect(await titles(city.as.officer)).toEqual([
    ['第二件', null],
    ['第一件', null],
  ]);
  expect(await titles(city.as.neighbour)).toEqual([['第一件', null]]);
  expect(await titles(city.as.stranger)).toEqual([]);
  expect(await unread(city.as.officer)).toBe(2);
});

test('P10 what came after the list was read stays unread', async () => {
  const until = now.toISOString();
  now = new Date('2026-09-23T02:02:00Z');
  await tell([city.as.officer], '第三件');
  await city.as.officer.call(notifications.readNotifications, { body: { until } });
  expect(await titles(city.as.officer, { unread: 'true' })).toEqual([['第三件', null]]);
  expect(await unread(city.as.officer)).toBe(1);
});

test('P10 nobody marks another’s notices as read', async () => {
  const { items } = await city.as.neighbour.call(notifications.listNotifications, { query: {} });
  await city.as.officer.call(notifications.readNotifications, { body: { ids: items.map(({ id }) => id) } });
  expect(await unread(city.as.neighbour)).toBe(1);
});

test('P10 a transaction that is rolled back told nobody', async () => {
  const before = await unread(city.as.officer);
  await expect(
    app.db.transaction().execute(async (tx) => {
      await notify(tx, { bureauId: city.bureau.bureauId, now }, [
        {
          kind: 'press',
          title: '没有发生',
          detail: '',
          address: '/workbench',
          about: { kind: 'press', id: null },
          accountIds: [accountOf(city.as.officer)],
        },
      ]);
      throw new Error('rolled back');
    }),
  ).rejects.toThrow('rolled back');
  expect(await unread(city.as.officer)).toBe(before);
});
