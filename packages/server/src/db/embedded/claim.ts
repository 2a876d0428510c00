import { realpathSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Cluster, SUPERUSER } from './cluster.ts';
import { isAlive, type Postmaster } from './postmaster.ts';

export const DATABASE = 'mingji';

/** Any fixed number: it is compared only inside the embedded server's own maintenance database. */
const APP_LOCK = 20_260_701;
const POLL_MS = 50;
/** A server that accepts no connection for this long, and does not say that it is starting, is hung. */
const SILENCE_MS = 15_000;
/** Crash recovery after a power cut replays the log; a long one is not a failure. */
const RECOVERY_MS = 300_000;
/** The lock of an app that was killed disappears as soon as its backend notices, which is not quite at once. */
const RELEASE_MS = 1_500;

export type Claim =
  | { readonly kind: 'claimed'; readonly session: pg.Client }
  | { readonly kind: 'held'; readonly by: string }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'gone' };

/**
 * Takes the right to be this server's one app: an advisory lock held by an open session. It needs no lock
 * file, so a kill or a power cut leaves nothing stale: the lock ends with the process that held it.
 */
export async function claim(cluster: Cluster, postmaster: Postmaster): Promise<Claim> {
  const began = Date.now();
  for (;;) {
    if (!isAlive(postmaster.pid)) return { kind: 'gone' };
    const session = clientFor(cluster, postmaster.port, 'postgres');
    try {
      await session.connect();
      return await lockIn(session, cluster);
    } catch (error) {
      await session.end().catch(() => undefined);
      const busyStarting = (error as { code?: string }).code === '57P03';
      if (Date.now() - began > (busyStarting ? RECOVERY_MS : SILENCE_MS)) return { kind: 'unreachable' };
      await sleep(POLL_MS);
    }
  }
}

async function lockIn(session: pg.Client, cluster: Cluster): Promise<Claim> {
  const place = await session.query<{ folder: string }>("SELECT current_setting('data_directory') AS folder");
  if (realpathSync(place.rows[0]?.folder ?? '/') !== realpathSync(cluster.folder)) {
    await session.end();
    return { kind: 'unreachable' };
  }
  const deadline = Date.now() + RELEASE_MS;
  for (;;) {
    const answer = await session.query<{ got: boolean }>('SELECT pg_try_advisory_lock($1) AS got', [
      APP_LOCK,
    ]);
    if (answer.rows[0]?.got === true) break;
    if (Date.now() > deadline) {
      const by = await holder(session);
      await session.end();
      return { kind: 'held', by };
    }
    await sleep(POLL_MS);
  }
  await ensureDatabase(session);
  return { kind: 'claimed', session };
}

async function holder(session: pg.Client): Promise<string> {
  const answer = await session.query<{ name: string }>(
    `SELECT a.application_name AS name FROM pg_locks l JOIN pg_stat_activity a USING (pid)
     WHERE l.locktype = 'advisory' AND l.objid = $1 AND l.granted`,
    [APP_LOCK],
  );
  return answer.rows[0]?.name.replace(/^mingji app /, '') ?? '未知';
}

async function ensureDatabase(session: pg.Client): Promise<void> {
  const found = await session.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
  if (found.rowCount === 0) await session.query(`CREATE DATABASE ${DATABASE}`);
}

function clientFor(cluster: Cluster, port: number, database: string): pg.Client {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: SUPERUSER,
    password: cluster.password,
    database,
    application_name: `mingji app ${process.pid}`,
    connectionTimeoutMillis: 5_000,
  });
  // A lost session is noticed by its 'end'; without a listener the 'error' would end the process.
  client.on('error', () => undefined);
  return client;
}

export function databaseUrl(cluster: Cluster, port: number): string {
  return `postgres://${SUPERUSER}:${encodeURIComponent(cluster.password)}@127.0.0.1:${port}/${DATABASE}`;
}
