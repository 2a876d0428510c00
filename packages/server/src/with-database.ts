import { type Config, embeddedFolder } from './config.ts';
import { checkServer } from './db/connect.ts';
import { createDatabase, createPool, type Database } from './db/database.ts';
import { startEmbedded } from './db/embedded/index.ts';
import { migrateOrRefuse } from './serve.ts';

/**
 * The database for one piece of work of a command-line tool, migrated. It may work beside the running server, and
 * stops only what it started itself.
 */
export async function withDatabase<T>(
  config: Config,
  say: (line: string) => void,
  work: (db: Database) => Promise<T>,
): Promise<T> {
  const place = await openPlace(config, say);
  try {
    await migrateOrRefuse(place.url);
    const db = createDatabase(createPool(place.url, 2));
    try {
      return await work(db);
    } finally {
      await db.destroy();
    }
  } finally {
    await place.stop();
  }
}

async function openPlace(
  config: Config,
  say: (line: string) => void,
): Promise<{ readonly url: string; stop(): Promise<void> }> {
  if (config.databaseUrl === null) {
    return startEmbedded({ dataDir: embeddedFolder(config), log: say, share: true });
  }
  await checkServer(config.databaseUrl);
  return { url: config.databaseUrl, stop: async () => {} };
}
