import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { runMigrations as migrateJobQueue } from 'graphile-worker';
import pg from 'pg';

const folder = fileURLToPath(new URL('./migrations/', import.meta.url));
const roleFile = fileURLToPath(new URL('./role.sql', import.meta.url));
const grantsFile = fileURLToPath(new URL('./grants.sql', import.meta.url));
const queueGrantsFile = fileURLToPath(new URL('./queue-grants.sql', import.meta.url));

/** Two processes that start together must not migrate together. */
const MIGRATION_LOCK = 7_330_101;

/**
 * Brings the database at `url` to the newest schema: the application's role, then forward-only plain SQL, each file in
 * one transaction, then the job queue's own schema, then the grants of the role. Safe to call at every start.
 * @returns the names of the migrations that were applied now.
 */
export async function migrate(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await client.query(
      'create table if not exists schema_migration (name text primary key, applied_at timestamptz not null default now())',
    );
    await client.query(await readFile(roleFile, 'utf8'));
    const applied = await applyPending(client);
    await migrateQueue(url);
    await client.query(await readFile(grantsFile, 'utf8'));
    await client.query(await readFile(queueGrantsFile, 'utf8'));
    return applied;
  } finally {
    await client.end();
  }
}

/** On a pool of our own: a connection that is cut while it is being closed must not end the process. */
async function migrateQueue(url: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  try {
    await migrateJobQueue({ pgPool: pool });
  } finally {
    await pool.end();
  }
}

async function applyPending(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('select name from schema_migration');
  const done = new Set(rows.map((row) => row.name));
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const applied: string[] = [];
  for (const name of files) {
    if (done.has(name)) continue;
    const sql = await readFile(`${folder}${name}`, 'utf8');
    try {
      await client.query('begin');
      await client.query(sql);
      await client.query('insert into schema_migration (name) values ($1)', [name]);
      await client.query('commit');
    } catch (error) {
      await client.query('rollback');
      throw new Error(`数据库迁移 ${name} 失败`, { cause: error });
    }
    applied.push(name);
  }
  return applied;
}
