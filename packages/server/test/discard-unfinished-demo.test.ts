import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { discardUnfinishedDemo } from '../src/db/discard-unfinished-demo.ts';
import { createTestDatabase, type TestDatabase } from './support/database.ts';

let database: TestDatabase;
let client: pg.Client;

beforeEach(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});

afterEach(async () => {
  await client.end();
  await database.drop();
});

async function addBureau(isDemo: boolean, completedAt: Date | null): Promise<void> {
  await client.query(
    'INSERT INTO bureau (id, name, code, is_demo, demo_completed_at) VALUES ($1, $2, $3, $4, $5)',
    [randomUUID(), '江临市公安局', '990000000000', isDemo, completedAt],
  );
}

async function bureaus(): Promise<number> {
  return (await client.query('SELECT 1 FROM bureau')).rowCount ?? -1;
}

test('P20 a demo city that was not finished gives way to an empty database, ready for a new one', async () => {
  await addBureau(true, null);
  expect(await discardUnfinishedDemo(database.url, true)).toBe(true);
  expect(await bureaus()).toBe(0);
  await addBureau(true, new Date());
  expect(await bureaus()).toBe(1);
});

test.each([
  ['a finished demo city', true, new Date()],
  ['a real bureau', false, null],
])('P20 %s is never discarded', async (_what, isDemo, completedAt) => {
  await addBureau(isDemo, completedAt);
  expect(await discardUnfinishedDemo(database.url, true)).toBe(false);
  expect(await bureaus()).toBe(1);
});

test('P20 in an outside database nothing is discarded: the start is refused', async () => {
  await addBureau(true, null);
  await expect(discardUnfinishedDemo(database.url, false)).rejects.toThrow(/没有建完的演示城市/);
  expect(await bureaus()).toBe(1);
});

test('P20 an empty database is left alone', async () => {
  expect(await discardUnfinishedDemo(database.url, true)).toBe(false);
});
