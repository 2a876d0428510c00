import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPool } from '../src/db/database.ts';
import { startThrowAway, type ThrowAwayDatabase } from '../src/db/embedded/index.ts';
import { migrate } from '../src/db/migrate.ts';

// A server of its own: the application's role belongs to the whole server, and here it comes and goes.
let server: ThrowAwayDatabase;
let ownerUrl: string;
beforeAll(async () => {
  server = await startThrowAway();
  await asSuperuser("create role bureau_owner login createrole password 'x'");
  await asSuperuser('create database bureau owner bureau_owner');
  const url = new URL(server.url);
  url.username = 'bureau_owner';
  url.password = 'x';
  url.pathname = '/bureau';
  ownerUrl = url.href;
});
afterAll(() => server.stop());

async function asSuperuser(statement: string, database?: string): Promise<void> {
  const url = new URL(server.url);
  if (database !== undefined) url.pathname = `/${database}`;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function roleOfThePool(): Promise<string> {
  const pool = createPool(ownerUrl, 1);
  try {
    const { rows } = await pool.query(
      'select current_user as role from bureau right join (values (1)) on true',
    );
    return rows[0].role;
  } finally {
    await pool.end();
  }
}

test('P19 an owner without superuser rights, with CREATEROLE, sets up the database and works as the application’s role', async () => {
  await migrate(ownerUrl);
  expect(await roleOfThePool()).toBe('mingji_app');
});

test('P19 a database restored on a server that has never seen the application gets its role and rights back', async () => {
  await asSuperuser('drop owned by mingji_app', 'bureau');
  await asSuperuser('drop role mingji_app');
  expect(await migrate(ownerUrl)).toEqual([]);
  expect(await roleOfThePool()).toBe('mingji_app');
});

test('P19 a role that the database’s administrator made and handed over is used as it is', async () => {
  await asSuperuser('drop owned by mingji_app', 'bureau');
  await asSuperuser('drop role mingji_app');
  await asSuperuser('create role mingji_app nologin; grant mingji_app to bureau_owner');
  await asSuperuser('alter role bureau_owner nocreaterole');
  expect(await migrate(ownerUrl)).toEqual([]);
  expect(await roleOfThePool()).toBe('mingji_app');
});
