import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { KyselyPlugin } from 'kysely';
import { buildApp } from '../packages/server/src/app.ts';
import { createDatabase, createPool, type Database } from '../packages/server/src/db/database.ts';
import { startEmbedded } from '../packages/server/src/db/embedded/index.ts';
import { migrate } from '../packages/server/src/db/migrate.ts';
import { makeClient } from '../packages/server/test/support/client.ts';
import { testDeps } from '../packages/server/test/support/deps.ts';
import { insertAccount } from '../packages/server/test/support/seed.ts';
import type { WorkHost } from '../packages/server/test/support/work-city.ts';

export interface MeasuredApp {
  readonly url: string;
  readonly db: Database;
  readonly app: FastifyInstance;
  /** How many statements the app has sent so far; begin and commit are not counted. */
  readonly statements: () => number;
  /** What a work city is made on. */
  readonly host: WorkHost;
}

/** The whole server on a durable embedded database of its own, for one measurement; nothing of it stays. */
export async function withMeasuredApp(
  wish: { readonly now: Date; readonly connections: number },
  measure: (measured: MeasuredApp) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'mingji-bench-'));
  const server = await startEmbedded({ dataDir: join(folder, 'database'), log: () => {} });
  try {
    await migrate(server.url);
    const db = createDatabase(createPool(server.url, wish.connections));
    let sent = 0;
    const counting: KyselyPlugin = {
      transformQuery: ({ node }) => {
        sent += 1;
        return node;
      },
      transformResult: async ({ result }) => result,
    };
    const deps = testDeps({
      db: db.withPlugin(counting),
      folder,
      clock: () => wish.now,
      demoMode: false,
    });
    const app = await buildApp(deps, { requestsPerMinute: 10_000_000 });
    const host: WorkHost = {
      db,
      signInWith: async (account) =>
        makeClient(app).signIn((await insertAccount(db, account)).username, 'Zhongwen-2026'),
    };
    try {
      await measure({ url: server.url, db, app, host, statements: () => sent });
    } finally {
      await app.close();
      await db.destroy();
    }
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
