import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startThrowAway } from '../../src/db/embedded/index.ts';
import { migrate } from '../../src/db/migrate.ts';
import type { TestServer } from './test-server.ts';

/**
 * One throw-away server for all integration tests: embedded unless TEST_DATABASE_URL names another.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const outside = process.env.TEST_DATABASE_URL;
  const server = outside === undefined ? await startThrowAway() : { url: outside, stop: async () => {} };
  const template = `mingji_template_${process.pid}`;
  await run(server.url, `CREATE DATABASE ${template}`);
  await migrate(withDatabase(server.url, template));
  const provided: TestServer = { url: server.url, template };
  project.provide('testServer', provided);
  return async () => {
    if (outside !== undefined) await run(server.url, `DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
    await server.stop();
  };
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
