import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { buildApp } from '../../src/app.ts';
import type { Deps } from '../../src/context.ts';
import { createDatabase, createPool, type Database } from '../../src/db/database.ts';
import { makeClient, type TestClient } from './client.ts';
import { createTestDatabase } from './database.ts';
import { testDeps } from './deps.ts';
import { type AccountWish, insertAccount, TEST_PASSWORD, type TestAccount } from './seed.ts';

export interface TestAppOptions {
  readonly clock?: () => Date;
  readonly demoMode?: boolean;
}

export interface TestApp {
  readonly app: FastifyInstance;
  readonly deps: Deps;
  /** Works as the application's role, like the server. */
  readonly db: Database;
  /** Connects as the database's owner, for what the application may not do. */
  readonly ownerUrl: string;
  /** Nobody is signed in. */
  readonly visitor: TestClient;
  signInAs(username: string, password?: string): Promise<TestClient>;
  /** An active account that need not change its password (`TEST_PASSWORD`). */
  makeAccount(wish: AccountWish): Promise<TestAccount>;
  /** Makes the account and signs it in. */
  signInWith(wish: AccountWish): Promise<TestClient>;
  stop(): Promise<void>;
}

/** The whole server on a database of its own; requests go through `app.inject`. Stop it in `afterAll`. */
export async function startTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const database = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'mingji-test-'));
  const pool = createPool(database.url, 6);
  const db = createDatabase(pool);
  const deps = testDeps({
    db,
    folder,
    clock: options.clock ?? (() => new Date()),
    demoMode: options.demoMode ?? false,
  });
  const app = await buildApp(deps, { requestsPerMinute: 1_000_000 });
  const signInAs = (username: string, password = TEST_PASSWORD) => makeClient(app).signIn(username, password);
  const makeAccount = (wish: AccountWish) => insertAccount(db, wish);
  return {
    app,
    deps,
    db,
    ownerUrl: database.url,
    visitor: makeClient(app),
    signInAs,
    makeAccount,
    signInWith: async (wish) => signInAs((await makeAccount(wish)).username),
    async stop() {
      await app.close();
      await db.destroy();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
